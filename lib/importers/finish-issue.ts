import type { Paragraph, RootContent } from "mdast";
import {
  type BoxDraft,
  type DraftIssue,
  lineOf,
  type PartDraft,
  type Place,
  type StoryDraft,
} from "@/lib/importers/draft";
import { takeFeedback, takeOwnFeedback } from "@/lib/importers/feedback-prompt";
import type { FrontMatter } from "@/lib/importers/front-matter";
import { issueNumber } from "@/lib/importers/heading-roles";
import { matcher } from "@/lib/importers/highlight-stories";
import type { ImportedIssue, ImportedStory, Unplaced } from "@/lib/importers/imported-issue";
import { sameWording } from "@/lib/importers/part-labels";
import { readHighlights } from "@/lib/importers/read-highlights";
import { linkAddresses, type Said } from "@/lib/importers/said";
import { blockText, type Repeats } from "@/lib/importers/words";
import { fromMdast } from "@/lib/rich-text/from-mdast";

export interface FinishedIssue {
  issue: ImportedIssue;
  unplaced: Unplaced[];
  repeats: Repeats[];
}

/** The house's wording when the file does not say: that of most boxes. */
function commonLabel(stories: StoryDraft[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { label } of stories.flatMap((story) => story.boxes))
    counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function strongLine(value: string): Paragraph {
  return { type: "paragraph", children: [{ type: "strong", children: [{ type: "text", value }] }] };
}

function trimRules(blocks: RootContent[]): RootContent[] {
  const first = blocks.findIndex((node) => node.type !== "thematicBreak");
  const last = blocks.findLastIndex((node) => node.type !== "thematicBreak");
  return first === -1 ? [] : blocks.slice(first, last + 1);
}

class Finisher {
  private readonly draft: DraftIssue;
  private readonly front: FrontMatter | null;
  private readonly stories: StoryDraft[];
  private readonly covered = new Set<string>();
  /** Stories whose box stands under the issue's label although the file words it otherwise. */
  private readonly relabelled = new Set<StoryDraft>();

  constructor(draft: DraftIssue, front: FrontMatter | null) {
    this.draft = draft;
    this.front = front;
    this.stories = draft.sections.flatMap((section) => section.stories);
  }

  finish(fallbackTitle: string): FinishedIssue {
    const { draft, front } = this;
    const own = front?.own ?? null;
    const whyItMatters = own?.labels.whyItMatters ?? commonLabel(this.stories);
    for (const story of this.stories) this.settleBoxes(story, whyItMatters ?? "");
    const lines = this.settleParts(own !== null);
    const feedback = own ? takeOwnFeedback(draft, own.feedbackPrompt) : takeFeedback(draft);
    this.cover();
    const sections = draft.sections.map((section) => ({
      title: this.line(section.title),
      stories: section.stories.map((story) => this.story(story)),
    }));
    const all = sections.flatMap((section) => section.stories);
    const match = matcher(own ? [] : all);
    const { introduction, highlights, closing } = draft;
    const issue: ImportedIssue = {
      title: draft.title ? this.line(draft.title) : fallbackTitle,
      number: front?.number ?? issueNumber(draft.title?.text ?? ""),
      standfirst: front?.standfirst ?? "",
      week: front?.week ?? { from: null, to: null },
      labels: {
        ...own?.labels,
        ...(introduction.label !== null && { introduction: introduction.label }),
        ...(highlights.label !== null && { highlights: highlights.label }),
        ...(whyItMatters !== undefined && { whyItMatters }),
        ...(closing.label !== null && { closing: closing.label }),
      },
      introduction: this.rich(introduction.blocks, introduction.depth),
      highlights: lines.highlights.map((line, index) => ({
        text: this.line(line),
        stories: own
          ? (own.highlights[index] ?? []).filter((number) => number <= all.length)
          : match(line.text),
      })),
      thesis: lines.thesis.map((line) => this.line(line)),
      sections,
      closing: this.rich(closing.blocks, closing.depth),
      feedbackPrompt: feedback?.text ?? "",
    };
    return { issue, unplaced: this.unplaced(), repeats: this.repeats() };
  }

  /** A wording that only this box has would be lost in the issue's one label: it stays as the box's first line. */
  private settleBoxes(story: StoryDraft, label: string): void {
    const empty = story.boxes.filter((box) => blockText(box.blocks) === "");
    for (const box of empty) this.keepLabel(box.label, story.body, story, 0);
    story.boxes = story.boxes.filter((box) => !empty.includes(box));
    story.boxes = story.boxes.map((box, index): BoxDraft => {
      if (index === 0 && sameWording(box.label, label)) return box;
      const first = box.blocks[0];
      this.draft.unplaced.push({ text: box.label, place: story, line: first ? lineOf(first) : 0 });
      if (index === 0) this.relabelled.add(story);
      return { label, blocks: [strongLine(box.label), ...box.blocks] };
    });
  }

  private settleParts(ownExport: boolean): ReturnType<typeof readHighlights> {
    const { introduction, highlights, closing } = this.draft;
    const lines = readHighlights(highlights, ownExport);
    introduction.blocks.push(...lines.rest);
    for (const node of lines.rest) {
      this.draft.unplaced.push({ text: blockText([node]), place: "introduction", line: lineOf(node) });
    }
    const opened: [PartDraft, boolean, PartDraft, Place][] = [
      [highlights, lines.highlights.length + lines.thesis.length > 0, introduction, "introduction"],
      [introduction, blockText(introduction.blocks) !== "", introduction, "introduction"],
      [closing, blockText(closing.blocks) !== "", closing, "closing"],
    ];
    for (const [part, said, into, place] of opened) {
      if (part.label !== null && !said) {
        this.keepLabel(part.label, into.blocks, place, 0);
        part.label = null;
      }
    }
    return lines;
  }

  private keepLabel(label: string, blocks: RootContent[], place: Place, line: number): void {
    blocks.unshift(strongLine(label));
    this.draft.unplaced.push({ text: label, place, line });
  }

  /** Addresses that have a place of their own; any other is shown behind the words that were linked to it. */
  private cover(): void {
    const { introduction, closing } = this.draft;
    const blocks = [...introduction.blocks, ...closing.blocks];
    for (const story of this.stories) {
      blocks.push(...story.body, ...story.boxes.flatMap((box) => box.blocks));
      for (const { url } of story.sources) if (url !== null) this.covered.add(url);
    }
    for (const url of linkAddresses(blocks)) this.covered.add(url);
  }

  private line(said: Said): string {
    const open = said.links.filter((url) => !this.covered.has(url));
    return [said.text, ...open.map((url) => `(${url})`)].join(" ");
  }

  private rich(blocks: RootContent[], headingBase: number | undefined) {
    return fromMdast(trimRules(blocks), headingBase === undefined ? {} : { headingBase });
  }

  private story(draft: StoryDraft): ImportedStory {
    return {
      headline: this.line(draft.headline),
      sources: draft.sources.map(({ repeats: _, ...source }) => source),
      body: this.rich(draft.body, draft.depth),
      whyItMatters: this.rich(
        draft.boxes.flatMap((box) => box.blocks),
        draft.depth,
      ),
    };
  }

  private repeats(): Repeats[] {
    return this.stories.map((story) => ({
      headline: story.headlineRepeats,
      label: this.relabelled.has(story),
      sources: story.sources.map((source) => source.repeats),
    }));
  }

  private unplaced(): Unplaced[] {
    return this.draft.unplaced.map(({ text, place, line }) => ({ text, where: this.where(place), line }));
  }

  private where(place: Place): string {
    if (typeof place === "string") return `in the ${place === "closing" ? "closing" : "introduction"}`;
    return `in story ${this.stories.indexOf(place) + 1}`;
  }
}

/** Turns an arranged draft into what is imported, all texts as rich text, and tells what had no sure place. */
export function finishIssue(
  draft: DraftIssue,
  front: FrontMatter | null,
  fallbackTitle: string,
): FinishedIssue {
  return new Finisher(draft, front).finish(fallbackTitle);
}
