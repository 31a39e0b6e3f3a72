"use client";

import { createContext, useContext, useEffect, useRef } from "react";
import { FindStore, type FindTarget, type FindText } from "@/components/desk/find/find-store";

export const FindContext = createContext(new FindStore());

export function useFindStore(): FindStore {
  return useContext(FindContext);
}

export interface SearchedText extends Omit<FindTarget, "read" | "element"> {
  text: FindText;
  /** Finds the text's element within `place`. */
  selector: string;
}

/** Lets the page's search into these texts, which stand within `place`. Their keys stay the same from render to render. */
export function useSearched(place: () => HTMLElement | null, texts: SearchedText[]): void {
  const store = useFindStore();
  const latest = useRef({ place, texts });
  useEffect(() => {
    latest.current = { place, texts };
  });
  const keys = texts.map(({ key }) => key).join(" ");
  useEffect(() => {
    const ownOf = (key: string) => latest.current.texts.find((text) => text.key === key);
    const leave = keys.split(" ").map((key) =>
      store.join({
        key,
        get editable() {
          return ownOf(key)?.editable ?? false;
        },
        read: () => ownOf(key)?.text ?? "",
        write: (text) => ownOf(key)?.write(text),
        element: () =>
          latest.current.place()?.querySelector<HTMLElement>(ownOf(key)?.selector ?? "none") ?? null,
      }),
    );
    store.look();
    return () => {
      for (const one of leave) one();
    };
  }, [store, keys]);
  const words = texts.map(({ text }) => text);
  const before = useRef(words);
  useEffect(() => {
    const changed =
      words.length !== before.current.length || words.some((text, at) => text !== before.current[at]);
    before.current = words;
    if (changed) store.look();
  });
}
