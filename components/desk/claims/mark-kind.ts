import { type ClaimPart, newAnalysis, newClaim } from "@/components/desk/claims/claims-state";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { setClaim } from "@/components/desk/claims/set-claim";
import type { NamedAnchor } from "@/components/editor/claims/anchors";
import type { Marked } from "@/components/editor/claims/claimed-text";
import { newUuid } from "@/components/ui/new-uuid";
import { KIND_MARKS, type Kind, kindOf, type StoredKind, storedKind } from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";

/** A kind that words can be marked as. */
export type MarkKind = Kind | "analysis";

/** Makes the row of a mark that was just set; without one the mark goes again. */
async function made(
  story: StoryClaims,
  anchor: NamedAnchor,
  row: Promise<{ ok: true } | { ok: false; error: { message: string } }>,
) {
  const answer = await row;
  if (answer.ok) return;
  for (const part of ["body", "whyItMatters"] as const) story.text(part)?.unmark(anchor);
  story.forget(anchor);
  story.tell(`The words were not marked. ${answer.error.message}`);
}

function makeAnalysis(story: StoryClaims, id: string, text: string, author: string): void {
  const { storyId } = story;
  story.putAnalysis(newAnalysis(storyId, id, text, author));
  const row = story.run((actions) => actions.markAnalysis({ id, storyId, text }));
  story.markingWith(made(story, { type: "analysis", id }, row));
}

/**
 * Makes a claim of words that were just marked. A statement is somebody's: until they are named, it is kept as what needs no
 * name.
 */
export function makeClaim(story: StoryClaims, id: string, text: string, wanted: Kind): void {
  const { storyId } = story;
  const kind = wanted === "statement" ? "fact" : wanted;
  story.put(newClaim(storyId, id, text, kind));
  const row = story.run((actions) => actions.markClaim({ id, storyId, kind, text }));
  story.markingWith(made(story, { type: "claim", id }, row));
  if (wanted === "statement") story.nameSpeaker(id);
}

/** Makes another kind of a claim that is there. */
async function changeKind(story: StoryClaims, id: string, kind: Kind): Promise<void> {
  await story.marked();
  const claim = story.claim(id);
  if (!claim || kindOf(claim) === kind) return;
  if (kind === "statement" && !claim.speaker) {
    story.nameSpeaker(id);
    return;
  }
  const wanted = storedKind(kind, claim.attribution);
  const problem = await setClaim(story, claim, wanted);
  if (problem) return story.tell(problem);
  story.tell(`It is a ${KIND_MARKS[kind].word.toLowerCase()} now. Undo in the text takes it back.`);
  keepUndoable(story, claim, wanted);
}

/** Undo in the text takes a change of kind back in its turn: the text itself is as it was, and an older step would go instead. */
export function keepUndoable(story: StoryClaims, before: ClaimDraft, wanted: StoredKind): void {
  const { id, attribution, mode } = before;
  story.did(id, {
    undo: () => void become(story, id, { attribution, mode }),
    redo: () => void become(story, id, wanted),
  });
}

/** Makes of a claim what it was, or was going to be. */
async function become(story: StoryClaims, id: string, stored: StoredKind): Promise<void> {
  const claim = story.claim(id);
  if (!claim) return;
  const problem = await setClaim(story, claim, stored);
  const word = KIND_MARKS[kindOf(stored)].word.toLowerCase();
  story.tell(problem ?? `It is a ${word} again.`);
}

function settle(
  story: StoryClaims,
  marked: NonNullable<Marked> & { id: string; text: string },
  kind: MarkKind,
  author: string,
) {
  const { id, text } = marked;
  if (kind === "analysis") {
    if (!story.analysis(id)) makeAnalysis(story, id, text, author);
  } else if (story.claim(id)) void changeKind(story, id, kind);
  else makeClaim(story, id, text, kind);
}

/**
 * Marks what is selected in a text, or the sentence at the caret, as a kind; what is marked already becomes this kind. Words that
 * turn from a claim into an analysis keep its row, so that turning them back, or undo, brings back all that was said of it.
 * `author` is the name of who does it.
 */
export function markKind(story: StoryClaims, part: ClaimPart, kind: MarkKind, author: string): void {
  const type = kind === "analysis" ? "analysis" : "claim";
  const marked = story.text(part)?.markAs(type, newUuid());
  if (!marked) {
    story.tell("Select the words that are to be marked first.");
    return;
  }
  if (marked.kind === "taken") {
    story.tell(
      `There is a mark in these words already. Take it off before they become ${KIND_MARKS[kind].word.toLowerCase()}.`,
    );
    return;
  }
  story.select(marked.id);
  settle(story, marked, kind, author);
}

/** The same for a claim or an analysis that is in hand in the inspector. */
export function turnKind(story: StoryClaims, anchor: NamedAnchor, kind: MarkKind, author: string): void {
  const row = story.row(anchor);
  if (!row) return;
  const type = kind === "analysis" ? "analysis" : "claim";
  if (type !== anchor.type && !story.turn(anchor)) {
    story.tell("Its words are not to be had here, or another mark lies on them.");
    return;
  }
  settle(story, { kind: "turned", id: row.id, text: row.text }, kind, author);
}

/** Takes off the mark that the caret or the selection is in, the innermost first. */
export function unmarkKind(story: StoryClaims, part: ClaimPart): void {
  const anchor = story.text(part)?.selected();
  if (!anchor) {
    story.tell("There is no mark here.");
    return;
  }
  story.unmark(anchor);
  story.tell("The mark is taken off. Undo in the text brings it back.");
}
