import type { ClaimPart } from "@/components/desk/claims/claims-state";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import type { CopiedMark } from "@/components/editor/claims/pasted-anchors";

const PARTS: readonly ClaimPart[] = ["body", "whyItMatters"];

/** Copied marks have come into a story with pasted words: gives them rows, and takes off those that get none. */
export async function copyIn(story: StoryClaims, marks: readonly CopiedMark[]): Promise<void> {
  const { storyId } = story;
  const of = (type: CopiedMark["type"]) =>
    marks.filter((mark) => mark.type === type).map(({ id, fromId }) => ({ id, fromId, text: "" }));
  const copying = story.run((actions) =>
    actions.copyMarks({ storyId, claims: of("claim"), analyses: of("analysis") }),
  );
  story.markingWith(copying.then(() => undefined));
  const answer = await copying;
  const made = answer.ok ? answer.value : { claims: [], analyses: [] };
  for (const claim of made.claims) story.put(claim);
  for (const analysis of made.analyses) story.putAnalysis(analysis);
  const bare = marks.filter((mark) => story.row(mark) === null);
  for (const mark of bare) for (const part of PARTS) story.text(part)?.unmark(mark);
  if (!answer.ok) story.tell(`The words were pasted without their marks. ${answer.error.message}`);
}
