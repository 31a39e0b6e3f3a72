import { diffWordsWithSpace } from "diff";
import { Fragment } from "react";

export interface WordChange {
  text: string;
  kind: "same" | "added" | "removed";
  /** Where the words begin in both texts together; names them among the others. */
  at: number;
}

/** What was done to the words of one text until it became another. */
export function wordChanges(before: string, after: string): WordChange[] {
  let at = 0;
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => {
    const change: WordChange = { text: value, kind: added ? "added" : removed ? "removed" : "same", at };
    at += value.length;
    return change;
  });
}

/** A text with what was added underlined and what was removed struck through; said aloud too, for who sees neither. */
export function WordChanges({ before, after }: { before: string; after: string }) {
  return (
    <span className="whitespace-pre-line">
      {wordChanges(before, after).map(({ text, kind, at }) => (
        <Fragment key={at}>{marked(text, kind)}</Fragment>
      ))}
    </span>
  );
}

function marked(text: string, kind: WordChange["kind"]) {
  if (kind === "same") return text;
  const spoken = kind === "added" ? "added: " : "removed: ";
  const Element = kind === "added" ? "ins" : "del";
  const look =
    kind === "added"
      ? "bg-good/15 decoration-good underline decoration-2 underline-offset-3"
      : "text-quiet decoration-line line-through";
  return (
    <Element className={look}>
      <span className="sr-only">{spoken}</span>
      {text}
      <span className="sr-only">, end of change </span>
    </Element>
  );
}
