"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";
import { type Part, partAddress, readPart } from "@/components/desk/part";

/**
 * The part that is open, kept in the address: Back, reload and a sent link find it again. Changing it asks the server
 * for nothing; Next hears of the address by itself.
 */
export function usePart(): [Part, (part: Part) => void] {
  const part = readPart(useSearchParams().get("part")) ?? "front";
  const select = useCallback((next: Part) => {
    if (next !== readPart(new URLSearchParams(window.location.search).get("part"))) {
      window.history.pushState(null, "", partAddress(next));
    }
  }, []);
  return [part, select];
}
