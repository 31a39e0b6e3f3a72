import type { Edition, EditionAnalysis, EditionClaim, EditionStory } from "@/lib/editions/schema";
import { type Doubt, doubtOf, type Lack, lackOf } from "@/lib/editions/standing";
import type { RichTextNode } from "@/lib/rich-text/document";
import type { Conditions } from "@/lib/sources/conditions";

interface Numbered {
  /** From 1 through the issue, in the order of reading: the number of the endnote in print. */
  number: number;
  /** Unique in the document and the same in every edition: made from the id of the claim or analysis. */
  popover: string;
}
export interface ClaimNote extends Numbered {
  claim: EditionClaim;
  doubt: Doubt | null;
  lack: Lack | null;
}
export interface AnalysisNote extends Numbered {
  analysis: EditionAnalysis;
  premises: EditionClaim[];
}
/** What a mark in the text opens. */
export type Note = ClaimNote | AnalysisNote;

export interface StoryNotes {
  story: EditionStory;
  /** In the order of their marks. */
  notes: Note[];
  /** By the id that the mark carries. */
  byMark: ReadonlyMap<string, Note>;
  /** The note of the whole "Why this matters" box, where it has one. */
  box: AnalysisNote | null;
}

/** Ids of claim and analysis marks in the order in which their text ends. */
function markedIds(document: RichTextNode): string[] {
  const last = new Map<string, number>();
  let place = 0;
  const visit = (node: RichTextNode) => {
    for (const mark of node.marks ?? []) {
      const id = mark.attrs?.id;
      if ((mark.type === "claim" || mark.type === "analysis") && typeof id === "string") last.set(id, place);
    }
    place += 1;
    node.content?.forEach(visit);
  };
  visit(document);
  return [...last].sort((a, b) => a[1] - b[1]).map(([id]) => id);
}

function notesOf(
  story: EditionStory,
  claims: ReadonlyMap<string, EditionClaim>,
  before: number,
  conditions: Conditions | undefined,
): StoryNotes {
  const own = new Map(story.claims.map((claim) => [claim.id, claim]));
  const analyses = new Map(story.analyses.map((analysis) => [analysis.id, analysis]));
  const whole = story.analyses.find((analysis) => analysis.scope === "whyItMatters");
  const order = [...markedIds(story.body), ...(whole ? [whole.id] : []), ...markedIds(story.whyItMatters)];
  const byMark = new Map<string, Note>();
  for (const id of new Set(order)) {
    const numbered = { number: before + byMark.size + 1, popover: `e-${id}` };
    const claim = own.get(id);
    const analysis = analyses.get(id);
    if (claim) {
      const [doubt, lack] = [doubtOf(claim, conditions), lackOf(claim, conditions)];
      byMark.set(id, { ...numbered, claim, doubt, lack });
    } else if (analysis) {
      const premises = analysis.premises.flatMap((premise) => claims.get(premise) ?? []);
      byMark.set(id, { ...numbered, analysis, premises });
    }
  }
  const box = whole ? byMark.get(whole.id) : undefined;
  return { story, notes: [...byMark.values()], byMark, box: box && "analysis" in box ? box : null };
}

/** The notes of every story, by its anchor. A mark whose claim the edition does not hold has none. */
export function collectNotes(edition: Edition, conditions?: Conditions): ReadonlyMap<string, StoryNotes> {
  const stories = edition.sections.flatMap((section) => section.stories);
  const claims = new Map(stories.flatMap((story) => story.claims.map((claim) => [claim.id, claim])));
  const collected = new Map<string, StoryNotes>();
  let count = 0;
  for (const story of stories) {
    const own = notesOf(story, claims, count, conditions);
    count += own.notes.length;
    collected.set(story.anchor, own);
  }
  return collected;
}
