"use client";

import { type RefObject, useState } from "react";
import { toast } from "sonner";
import type { FindStore } from "@/components/desk/find/find-store";

type Query = ReturnType<FindStore["state"]>["query"];

/** Replaces every match, and says how many. Answers what takes that back, once; null where nothing was replaced. */
function replaceAll(
  store: FindStore,
  words: string,
  onTakenBack: (takeBack: () => void) => void,
): (() => void) | null {
  const { count, texts, undo } = store.replaceAll(words);
  if (count === 0) return null;
  let isTakenBack = false;
  const takeBack = () => {
    // The message and the bar both offer it.
    if (isTakenBack) return;
    isTakenBack = true;
    const kept = undo();
    if (kept > 0) toast(`${kept} of them changed since and stayed as they are.`);
    onTakenBack(takeBack);
  };
  const told = `Replaced ${count} ${count === 1 ? "place" : "places"} in ${texts} ${texts === 1 ? "text" : "texts"}.`;
  toast(told, { duration: 10_000, action: { label: "Undo", onClick: takeBack } });
  return takeBack;
}

/** The last replacement of all matches, as long as the same is looked for. */
export function useReplacedAll(store: FindStore, query: Query, field: RefObject<HTMLInputElement | null>) {
  const [last, setLast] = useState<{ query: Query; takeBack: () => void } | null>(null);
  const replace = (words: string) => {
    const takeBack = replaceAll(store, words, (undone) =>
      setLast((held) => (held?.takeBack === undone ? null : held)),
    );
    if (takeBack) setLast({ query, takeBack });
    // The button is out of use with nothing left to replace, and a browser would drop the focus with it.
    field.current?.focus();
  };
  const undo = () => {
    last?.takeBack();
    field.current?.focus();
  };
  return { replace, undo: last?.query === query ? undo : null };
}
