"use client";

import { useCallback, useState } from "react";

/** The last sentence for a screen reader, and how to say the next; the same one twice is spoken twice. */
export function useAnnouncement(): [said: string, say: (words: string) => void] {
  const [said, setSaid] = useState("");
  const say = useCallback((words: string) => {
    // A no-break space makes it another sentence for the live region and the same one for the ear.
    setSaid((last) => (last === words ? `${words}\u00a0` : words));
  }, []);
  return [said, say];
}
