import { Fragment } from "react";
import type { DiffPart } from "@/lib/quotations/differences";

/** From the claim's words to the source's: what only the claim has is struck through, what only the source has underlined. */
export function Difference({ parts }: { parts: readonly DiffPart[] }) {
  let at = 0;
  return (
    <p className="font-serif text-base [overflow-wrap:anywhere]">
      {parts.map((part) => {
        at += part.text.length;
        return <Fragment key={`${part.kind} ${at}`}>{shown(part)}</Fragment>;
      })}
    </p>
  );
}

function shown({ kind, text }: DiffPart) {
  if (kind === "same") return text;
  const spoken = kind === "added" ? "the source has: " : "the story has: ";
  const Element = kind === "added" ? "ins" : "del";
  const look =
    kind === "added"
      ? "bg-good/15 decoration-good underline decoration-2 underline-offset-3"
      : "text-quiet decoration-line line-through";
  return (
    <Element className={look}>
      <span className="sr-only">{spoken}</span>
      {text}
      <span className="sr-only">, end of difference </span>
    </Element>
  );
}
