"use client";

import { ArrowDown, ArrowUp, CaseSensitive, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { FindRow, Switch } from "@/components/desk/find/find-row";
import type { FindStore } from "@/components/desk/find/find-store";
import { useReplacedAll } from "@/components/desk/find/use-replaced-all";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Finding = ReturnType<FindStore["state"]>;

/** Brings the match in hand into sight and marks where it is. */
function useShown({ open, matches, current }: Pick<Finding, "open" | "matches" | "current">) {
  useEffect(() => {
    if (!open) return;
    const shown = matches[current];
    const element = shown?.target.element();
    element?.scrollIntoView({ block: "nearest" });
    element?.setAttribute("data-found", "");
    if (element instanceof HTMLTextAreaElement) element.setSelectionRange(shown?.from ?? 0, shown?.to ?? 0);
    return () => element?.removeAttribute("data-found");
  }, [open, matches, current]);
}

/** Find and replace over the whole page: a bar that floats over it while it is used. */
export function FindBar({ store, pane }: { store: FindStore; pane: () => HTMLElement | null }) {
  const { open, openings, query, matches, current } = useSyncExternalStore(
    store.subscribe,
    store.state,
    store.state,
  );
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (openings > 0) field.current?.select();
  }, [openings]);
  useShown({ open, matches, current });
  const all = useReplacedAll(store, query, field);
  if (!open) return null;
  const close = () => {
    const element = store.shown?.target.element();
    store.close();
    (element?.matches("textarea, [role=textbox]") ? element : pane())?.focus();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
  return (
    <search
      aria-label="Find and replace"
      onKeyDown={keys}
      className="absolute top-2 right-4 z-30 grid grid-cols-[minmax(0,1fr)] w-[min(27rem,calc(100%-2rem))] gap-2 rounded-card border border-hair bg-paper p-3 font-sans shadow-lift"
    >
      <SearchRow store={store} query={query} field={field} onClose={close} />
      <ReplaceRow
        store={store}
        matches={matches}
        current={current}
        words={words}
        setWords={setWords}
        onReplaceAll={all.replace}
      />
      <div className="flex items-start justify-between gap-2">
        <p role="status" className="min-h-5 min-w-0 text-sm text-quiet [overflow-wrap:anywhere]">
          {tally(query.text, matches.length, current)}
        </p>
        {all.undo && (
          <Button size="sm" variant="quiet" onClick={all.undo}>
            Undo all
          </Button>
        )}
      </div>
    </search>
  );
}

interface SearchRowProps {
  store: FindStore;
  query: Finding["query"];
  field: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

/** What is looked for, how, and the way from match to match. */
function SearchRow({ store, query, field, onClose }: SearchRowProps) {
  return (
    <FindRow
      onEnter={(back) => store.step(back ? -1 : 1)}
      input={
        <Input
          ref={field}
          aria-label="Find"
          placeholder="Find in this issue"
          maxLength={LONGEST}
          value={query.text}
          onChange={(event) => store.ask({ text: event.target.value })}
        />
      }
    >
      <Switch
        label="Match case"
        on={query.caseSensitive}
        onPress={(caseSensitive) => store.ask({ caseSensitive })}
      >
        <CaseSensitive aria-hidden size={16} />
      </Switch>
      <Switch label="Whole words" on={query.wholeWord} onPress={(wholeWord) => store.ask({ wholeWord })}>
        <WholeWord aria-hidden size={16} />
      </Switch>
      <Button size="sm" variant="quiet" aria-label="Previous match" onClick={() => store.step(-1)}>
        <ArrowUp aria-hidden size={14} />
      </Button>
      <Button size="sm" variant="quiet" aria-label="Next match" onClick={() => store.step(1)}>
        <ArrowDown aria-hidden size={14} />
      </Button>
      <Button size="sm" variant="quiet" aria-label="Close find and replace" onClick={onClose}>
        <X aria-hidden size={14} />
      </Button>
    </FindRow>
  );
}

interface ReplaceRowProps extends Pick<Finding, "matches" | "current"> {
  store: FindStore;
  words: string;
  setWords: (words: string) => void;
  onReplaceAll: (words: string) => void;
}

/** What stands there instead, in one place or in all of them. */
function ReplaceRow({ store, matches, current, words, setWords, onReplaceAll }: ReplaceRowProps) {
  const mayReplace = matches.some(({ target }) => target.editable);
  return (
    <FindRow
      onEnter={() => store.replaceShown(words)}
      input={
        <Input
          aria-label="Replace with"
          placeholder="Replace with"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      }
    >
      <Button
        size="sm"
        disabled={!matches[current]?.target.editable}
        onClick={() => store.replaceShown(words)}
      >
        Replace
      </Button>
      <Button size="sm" disabled={!mayReplace} onClick={() => onReplaceAll(words)}>
        Replace all
      </Button>
    </FindRow>
  );
}

/** As long as a query may be: more nobody looks for. */
const LONGEST = 300;

function tally(text: string, count: number, current: number): string {
  if (text === "") return "";
  return count === 0
    ? `“${text}” is nowhere in this issue’s text. Sources and pictures’ descriptions are not searched.`
    : `${current + 1} of ${count}`;
}
