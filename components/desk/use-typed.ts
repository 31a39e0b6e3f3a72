"use client";

import { useCallback, useState } from "react";
import { keptText } from "@/components/desk/kept-text";

const isString = (value: unknown): value is string => typeof value === "string";

/** What is being typed in one place and not sent yet, kept in the browser; "" for nothing. Only where the browser renders first. */
export function useTyped(key: string): [string, (text: string) => void] {
  const [kept] = useState(() => keptText(key, isString, () => window.localStorage));
  const [text, setText] = useState(() => kept.read() ?? "");
  const write = useCallback(
    (next: string) => {
      setText(next);
      kept.write(next === "" ? null : next);
    },
    [kept],
  );
  return [text, write];
}
