"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { keptTyped } from "@/components/desk/kept-typed";

const isString = (value: unknown): value is string => typeof value === "string";

/**
 * What is being typed in one place and not sent yet, kept in the browser, by each window for itself; "" for nothing. What a closed
 * window left comes back where nothing is typed. Only where the browser renders first.
 */
export function useTyped(key: string): [string, (text: string) => void] {
  const [kept] = useState(() => keptTyped(key, isString));
  const [text, setText] = useState(() => kept.read() ?? "");
  const latest = useRef(text);
  const write = useCallback(
    (next: string) => {
      latest.current = next;
      setText(next);
      kept.write(next === "" ? null : next);
    },
    [kept],
  );
  useEffect(() => {
    let isHere = true;
    void kept.takeLeft((left) => {
      if (!isHere || latest.current !== "") return false;
      write(left);
      return true;
    });
    return () => {
      isHere = false;
    };
  }, [kept, write]);
  return [text, write];
}
