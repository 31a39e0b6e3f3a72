"use client";

import { useEffect, useState } from "react";
import { whenIdle } from "@/components/desk/when-idle";
import { minutesFor } from "@/lib/editions/reading-time";
import type { RichText } from "@/lib/rich-text/document";
import { countWords, wordsOf } from "@/lib/rich-text/word-count";

/**
 * The words of some texts, counted when the browser has nothing better to do: an issue is long, and a letter must not wait
 * for it. Null until the first count.
 */
export function useWordCount(texts: readonly (string | RichText)[]): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    return whenIdle(() => {
      const counts = texts.map((text) => (typeof text === "string" ? countWords(text) : wordsOf(text)));
      setCount(counts.reduce((sum, words) => sum + words, 0));
    });
  }, [texts]);
  return count;
}

/** "2,269 words, 10 min". */
export function lengthInWords(words: number): string {
  const count = `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
  return words === 0 ? count : `${count}, ${minutesFor(words)} min`;
}
