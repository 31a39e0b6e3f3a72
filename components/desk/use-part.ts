"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { type Part, partAddress, readPart } from "@/components/desk/part";

/**
 * The part of the issue that is worked on, kept in the address: Back, reload and a sent link find it again. Changing it
 * asks the server for nothing; Next hears of the address by itself. Only a part that was gone to is a step for Back:
 * one that the caret merely came to is not (`replace`).
 */
export function usePart(): [Part, (part: Part, how: "push" | "replace") => void] {
  const part = readPart(useSearchParams().get("part")) ?? "front";
  const select = useCallback((next: Part, how: "push" | "replace") => {
    const parameters = new URLSearchParams(window.location.search);
    if (next === (readPart(parameters.get("part")) ?? "front")) return;
    if (how === "push") window.history.pushState(null, "", partAddress(next));
    else window.history.replaceState(null, "", partAddress(next));
  }, []);
  return [part, select];
}
