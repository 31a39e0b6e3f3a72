import type { Heading, List, RootContent } from "mdast";
import {
  type DraftIssue,
  emptyDraft,
  lineOf,
  type PartDraft,
  type SectionDraft,
  type StoryDraft,
} from "@/lib/importers/draft";
import { headingRoles, headlineNumber, type Role } from "@/lib/importers/heading-roles";
import { looksLikeItems, readHeadline, storiesFromList } from "@/lib/importers/list-items";
import { labelWording } from "@/lib/importers/part-labels";
import { say, withoutStart } from "@/lib/importers/said";
import { takeLeave, withoutRules } from "@/lib/importers/sign-off";
import { takeSources } from "@/lib/importers/story-sources";
import { readBoxBlock } from "@/lib/importers/why-boxes";
import { blockText } from "@/lib/importers/words";

/** Walks the blocks of a file once and puts each where it belongs. */
class Arranger {
  readonly draft: DraftIssue = emptyDraft();
  /** Words of the file that only number its stories; the app derives the numbers again. */
  readonly numbering: string[] = [];
  private place: "introduction" | "highlights" | "section" | "story" | "box" | "closing" = "introduction";
  private section: SectionDraft | null = null;
  private sectionHeading: Heading | null = null;
  private story: StoryDraft | null = null;
  private boxDepth = 7;
  /** Blocks of a section that stand between its items, until it is known what comes next. */
  private between: RootContent[] = [];
  private readonly roles: Map<RootContent, Role>;
  private readonly sectioned: boolean;

  constructor(blocks: RootContent[], titled: boolean) {
    this.roles = headingRoles(blocks, titled);
    this.sectioned = [...this.roles.values()].some((role) => role === "section" || role === "story");
    for (const block of blocks) this.add(block);
    this.end();
    for (const section of this.draft.sections) {
      for (const story of section.stories) takeSources(story);
    }
  }

  private add(node: RootContent): void {
    if (node.type === "heading") this.addHeading(node, this.roles.get(node) ?? "text");
    else if (this.place === "section") this.addToSection(node);
    else if (this.place === "story") this.addToStory(node);
    else if (this.place === "box") this.story?.boxes.at(-1)?.blocks.push(node);
    else if (this.place === "introduction") this.addToIntroduction(node);
    else this.draft[this.place].blocks.push(node);
  }

  private addHeading(node: Heading, role: Role): void {
    if (role === "title") this.draft.title = say(node.children);
    else if (role === "introduction" || role === "highlights" || role === "closing")
      this.openPart(node, role);
    else if (role === "section") this.openSection(node);
    else if (role === "story") this.openStory(node);
    else if (role === "whyItMatters" && this.story) this.openBox(node);
    else if (role === "corrections") this.keepCorrections(node);
    else this.addText(node);
  }

  private openPart(node: Heading, role: "introduction" | "highlights" | "closing"): void {
    this.keepBetween();
    const part: PartDraft = this.draft[role];
    this.place = role;
    this.story = null;
    if (part.label !== null) part.blocks.push(node);
    else {
      part.label = labelWording(say(node.children).text);
      part.depth = node.depth;
    }
  }

  /** Corrections are a record of editions: what a file has of them is kept as text at the end. */
  private keepCorrections(node: Heading): void {
    this.keepBetween();
    this.place = "closing";
    this.story = null;
    this.draft.closing.blocks.push(node);
    this.draft.unplaced.push({ text: blockText([node]), place: "closing", line: lineOf(node) });
  }

  private openSection(node: Heading | null): void {
    this.keepBetween();
    this.section = { title: node ? say(node.children) : { text: "", links: [] }, stories: [] };
    this.sectionHeading = node;
    this.draft.sections.push(this.section);
    this.story = null;
    this.place = "section";
  }

  private openStory(node: Heading): void {
    if (!this.section) this.openSection(null);
    if (this.section && this.section.stories.length > 0) this.keepBetween();
    const waiting = withoutRules(this.between.splice(0));
    const number = headlineNumber(say(node.children).text);
    const line = readHeadline(number ? withoutStart(node.children, number.length) : node.children);
    if (number) this.numbering.push(...say(node.children).text.slice(0, number.length).trim().split(/\s+/));
    this.story = { ...line, body: [...waiting, ...line.body], boxes: [], depth: node.depth };
    for (const block of waiting) this.noteUnplaced(block, this.story);
    this.section?.stories.push(this.story);
    this.place = "story";
  }

  private openBox(node: Heading): void {
    this.story?.boxes.push({ label: labelWording(say(node.children).text), blocks: [] });
    // Below a label deeper than any heading of a story (a bold line), headings belong to the box.
    this.boxDepth = node.depth === 6 ? 0 : node.depth;
    this.place = "box";
  }

  private addText(node: Heading): void {
    if (this.place === "box" && node.depth <= this.boxDepth) this.place = "story";
    if (this.place === "section") this.between.push(node);
    else if (this.place === "story") this.story?.body.push(node);
    else if (this.place === "box") this.story?.boxes.at(-1)?.blocks.push(node);
    else this.draft[this.place].blocks.push(node);
  }

  private addToIntroduction(node: RootContent): void {
    const { introduction } = this.draft;
    const items = node.type === "list" && introduction.label === null;
    const news = items && (!this.sectioned || (looksLikeItems(node) && node.children.some(hasBody)));
    if (!news) {
      introduction.blocks.push(node);
      return;
    }
    this.openSection(null);
    this.addToSection(node);
  }

  private addToStory(node: RootContent): void {
    const box = readBoxBlock(node);
    if (box) this.story?.boxes.push(box);
    else this.story?.body.push(node);
  }

  private addToSection(node: RootContent): void {
    if (node.type !== "list" || !this.areItems(node)) {
      this.between.push(node);
      return;
    }
    const from = this.between.findLastIndex((block) => block.type !== "html") + 1;
    const comments = this.between.splice(from);
    this.keepBetween();
    const stories = storiesFromList(node);
    const first = stories[0];
    if (first) {
      first.body.unshift(...comments);
      for (const comment of comments) this.noteUnplaced(comment, first);
    }
    this.section?.stories.push(...stories);
  }

  private areItems(list: List): boolean {
    const prose = this.between.some((node) => node.type !== "html" && node.type !== "thematicBreak");
    return looksLikeItems(list) || !prose || (this.section?.stories.length ?? 0) > 0;
  }

  /** Text among items stays where it stood: after the item above it, or as a story under the section's own title. */
  private keepBetween(): void {
    const blocks = withoutRules(this.between.splice(0));
    const last = this.section?.stories.at(-1);
    if (blocks.length === 0 || !this.section) return;
    if (last) {
      last.body.push(...blocks);
      for (const block of blocks) this.noteUnplaced(block, last);
    } else if (this.section.title.text === "") this.draft.introduction.blocks.push(...blocks);
    else this.section.stories.push(this.proseStory(this.section, blocks));
  }

  private proseStory(section: SectionDraft, blocks: RootContent[]): StoryDraft {
    const headline = { text: section.title.text.slice(0, 300), links: [] };
    const depth = this.sectionHeading?.depth;
    const story: StoryDraft = { headline, headlineRepeats: true, sources: [], body: [], boxes: [], depth };
    for (const block of blocks) {
      const box = readBoxBlock(block);
      if (box) story.boxes.push(box);
      else story.body.push(block);
    }
    return story;
  }

  /** What ends a file and belongs to no story is the closing. */
  private end(): void {
    const { closing, sections } = this.draft;
    const items = this.place === "section" && (this.section?.stories.length ?? 0) > 0;
    const flat = items && sections.length === 1 && this.section?.title.text === "";
    if (closing.blocks.length === 0) closing.blocks.push(...takeLeave(this.lastBlocks(), { items, flat }));
    this.keepBetween();
  }

  private lastBlocks(): RootContent[] {
    if (this.place === "section") return this.between;
    if (this.place === "box") return this.story?.boxes.at(-1)?.blocks ?? [];
    return this.place === "story" ? (this.story?.body ?? []) : [];
  }

  private noteUnplaced(node: RootContent, place: StoryDraft): void {
    const text = blockText([node]);
    if (text !== "") this.draft.unplaced.push({ text, place, line: lineOf(node) });
  }
}

function hasBody(item: { children: RootContent[] }): boolean {
  return item.children.length > 1;
}

export interface ArrangedDraft {
  draft: DraftIssue;
  numbering: string[];
}

/**
 * Arranges the blocks of a resolved tree into the anatomy of an issue; no block is left out. `titled` when the title is
 * known from front matter.
 */
export function arrangeBlocks(blocks: RootContent[], titled: boolean): ArrangedDraft {
  const { draft, numbering } = new Arranger(blocks, titled);
  return { draft, numbering };
}
