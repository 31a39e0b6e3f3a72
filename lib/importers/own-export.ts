import type { Heading, List, PhrasingContent, RootContent } from "mdast";
import type { ArrangedDraft } from "@/lib/importers/arrange-blocks";
import { emptyDraft, lineOf, type PartDraft, type SourceDraft, type StoryDraft } from "@/lib/importers/draft";
import type { OwnExport } from "@/lib/importers/front-matter";
import { importedSource } from "@/lib/importers/imported-issue";
import { oneLine, say } from "@/lib/importers/said";
import { blockText } from "@/lib/importers/words";

/** The heading our export gives to a section without a title, which Markdown cannot leave out. */
export const UNTITLED = "—";

/** "[Title](url) by Byline — Publisher", or the title in emphasis where there is no address. */
function readSource(nodes: PhrasingContent[]): SourceDraft | null {
  const [first, ...rest] = nodes;
  if (first?.type !== "link" && first?.type !== "emphasis") return null;
  const tail = /^(?:by (.+?))?(?:(?:^|\s)— (.+))?$/.exec(say(rest).text);
  if (!tail) return null;
  const source = importedSource.safeParse({
    title: say(first.children).text,
    byline: tail[1] ?? "",
    publisher: tail[2] ?? "",
    url: first.type === "link" ? first.url : null,
  });
  return source.success ? { ...source.data, repeats: false } : null;
}

function readSources(list: List): SourceDraft[] | null {
  const sources = list.children.map((item) => {
    const [line, ...more] = item.children;
    return line?.type === "paragraph" && more.length === 0 ? readSource(line.children) : null;
  });
  return sources.every((source) => source !== null) ? sources : null;
}

function isLabel(node: RootContent, label: string): boolean {
  if (node.type !== "paragraph" || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === "strong" && say(only.children).text === oneLine(label);
}

/** Reads a file that lib/exporters/markdown.ts wrote: nothing in it needs guessing. */
class OwnReader {
  readonly draft = emptyDraft();
  readonly numbering: string[] = [];
  private readonly own: OwnExport;
  private readonly last: RootContent | undefined;
  private story: StoryDraft | null = null;
  private part: PartDraft;

  constructor(blocks: RootContent[], own: OwnExport) {
    this.own = own;
    this.part = this.draft.introduction;
    this.last = blocks.findLast((node) => node.type === "heading" && node.depth === 2);
    for (const block of blocks) this.add(block);
  }

  private add(node: RootContent): void {
    if (node.type === "heading" && node.depth === 1 && !this.draft.title)
      this.draft.title = say(node.children);
    else if (node.type === "heading" && node.depth === 2) this.open(node);
    else if (node.type === "heading" && node.depth === 3 && this.section) this.openStory(node);
    else if (this.story) this.addToStory(this.story, node);
    else this.part.blocks.push(node);
  }

  /** Headings at the end are text of the closing even where they look like a story's. */
  private get section() {
    return this.part === this.draft.closing ? undefined : this.draft.sections.at(-1);
  }

  private open(node: Heading): void {
    const { introduction, highlights, closing, sections, unplaced } = this.draft;
    const { labels } = this.own;
    const text = say(node.children).text;
    const early = sections.length === 0;
    this.story = null;
    if (this.own.corrections > 0 && node === this.last) {
      unplaced.push({ text, place: "closing", line: lineOf(node) });
      closing.blocks.push(node);
      this.part = closing;
    } else if (early && introduction.label === null && text === oneLine(labels.introduction)) {
      this.openPart(introduction, node, text);
    } else if (early && highlights.label === null && text === oneLine(labels.highlights)) {
      this.openPart(highlights, node, text);
    } else if (closing.label === null && text === oneLine(labels.closing)) this.openPart(closing, node, text);
    else sections.push({ title: { text: text === UNTITLED ? "" : text, links: [] }, stories: [] });
  }

  private openPart(part: PartDraft, node: Heading, label: string): void {
    part.label = label;
    part.depth = node.depth;
    this.part = part;
  }

  private openStory(node: Heading): void {
    const [, number = "", text = ""] = /^(\d+\.)\s+(.*)$/s.exec(say(node.children).text) ?? [];
    if (number !== "") this.numbering.push(number);
    const headline = { text: number === "" ? say(node.children).text : text, links: [] };
    this.story = { headline, headlineRepeats: false, sources: [], body: [], boxes: [], depth: node.depth };
    this.section?.stories.push(this.story);
  }

  private addToStory(story: StoryDraft, node: RootContent): void {
    const label = this.own.labels.whyItMatters;
    const box = story.boxes.at(-1);
    const opens = story.body.length === 0 && story.sources.length === 0 && !box;
    const sources = opens && node.type === "list" ? readSources(node) : null;
    if (box) box.blocks.push(node);
    else if (isLabel(node, label)) story.boxes.push({ label, blocks: [] });
    else if (sources) story.sources.push(...sources);
    else if (node.type !== "html" || blockText([node]) !== "" || story.body.length === 0)
      story.body.push(node);
  }
}

/** Arranges the blocks of our own Markdown export. */
export function arrangeOwnExport(blocks: RootContent[], own: OwnExport): ArrangedDraft {
  const { draft, numbering } = new OwnReader(blocks, own);
  return { draft, numbering };
}
