"use client";

import { useRouter } from "next/navigation";
import { useId, useRef, useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { EraseDialog } from "@/components/desk/erase-dialog";
import { TrashRow } from "@/components/desk/trash-row";
import { matching, nameOfPlace, nameOfTrashed } from "@/components/desk/trash-words";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/errors";
import type { Place, Trashed } from "@/lib/trash/schema";

type Erase = (input: { id: string; typed: string }) => Promise<Result<void>>;

interface TrashDeeds {
  restoreTrashedStory(input: { id: string }): Promise<Result<{ place: Place | null }>>;
  restoreTrashedIssue(input: { id: string }): Promise<Result<void>>;
  eraseStory: Erase;
  eraseIssue: Erase;
}

/** With more things than fit on a screen, one looks for them by their words. */
const MANY = 6;

/** What is in the trash, last removed first, each with its way back. */
export function TrashList({ things, deeds }: { things: Trashed[]; deeds: TrashDeeds }) {
  const [words, setWords] = useState("");
  const [erasing, setErasing] = useState<Trashed | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const { busy, restore } = useRestore(deeds, () => list.current?.focus());
  const shown = matching(things, words);
  return (
    <>
      {things.length >= MANY ? (
        <SearchField words={words} onWords={setWords} found={shown.length} all={things.length} />
      ) : null}
      {shown.length === 0 ? (
        <p className="py-8 text-center text-quiet">
          Nothing here has these words.{" "}
          <Button size="sm" onClick={() => setWords("")}>
            Show everything
          </Button>
        </p>
      ) : null}
      <ul
        ref={list}
        tabIndex={-1}
        aria-label="In the trash"
        className="rounded-card border border-hair bg-paper outline-none empty:hidden"
      >
        {shown.map((thing) => (
          <TrashRow
            key={thing.id}
            thing={thing}
            isBusy={busy === thing.id}
            onRestore={() => void restore(thing)}
            onErase={() => setErasing(thing)}
          />
        ))}
      </ul>
      <EraseDialog
        thing={erasing}
        erase={erasing?.kind === "issue" ? deeds.eraseIssue : deeds.eraseStory}
        onClose={() => setErasing(null)}
        onErased={() => list.current?.focus()}
      />
    </>
  );
}

interface SearchFieldProps {
  words: string;
  onWords(words: string): void;
  found: number;
  all: number;
}

function SearchField({ words, onWords, found, all }: SearchFieldProps) {
  const id = useId();
  const isReady = useHydrated();
  return (
    <div className="mb-4">
      <label htmlFor={id} className="text-sm font-medium">
        Search the trash
      </label>
      <div className="mt-1.5 flex items-center gap-3">
        <Input
          id={id}
          type="search"
          autoComplete="off"
          placeholder="Words of the title or text, a name, an issue"
          readOnly={!isReady}
          value={words}
          onChange={(event) => onWords(event.target.value)}
        />
        <span role="status" className="shrink-0 text-sm text-quiet tabular-nums">
          {words.trim() === "" ? `${all} in all` : `${found} of ${all}`}
        </span>
      </div>
    </div>
  );
}

/** Restores one thing at a time; the row leaves with the next reading, and the focus goes where it was. */
function useRestore(deeds: TrashDeeds, onGone: () => void) {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const restored = (thing: Trashed, where: string, href: string) => {
    onGone();
    toast(`${nameOfTrashed(thing)} is back in ${where}.`, {
      duration: 10_000,
      action: { label: "Open it", onClick: () => router.push(href) },
    });
  };
  const refused = (thing: Trashed, message: string) => {
    toast.error(`${nameOfTrashed(thing)} was not restored. ${message}`);
    router.refresh();
  };
  const restore = async (thing: Trashed) => {
    const { id, kind } = thing;
    setBusy(id);
    if (kind === "issue") {
      const answer = await attempt(deeds.restoreTrashedIssue({ id }));
      setBusy(null);
      if (!answer.ok) return refused(thing, answer.error.message);
      return restored(thing, "the issues", `/desk/issues/${id}`);
    }
    const answer = await attempt(deeds.restoreTrashedStory({ id }));
    setBusy(null);
    if (!answer.ok) return refused(thing, answer.error.message);
    const { place } = answer.value;
    restored(thing, place ? nameOfPlace(place) : "the backlog", `/desk/stories/${id}`);
  };
  return { busy, restore };
}
