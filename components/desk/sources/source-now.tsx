"use client";

import { useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import { dayAndTime, shortDate } from "@/components/desk/dates";
import type { EditSource } from "@/components/desk/sources/source-fact-form";
import { SourceStateMark } from "@/components/desk/sources/source-state";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/errors";
import { FAILURE_WORDS } from "@/lib/sources/failure-words";
import type { SourceDetail } from "@/lib/sources/overview-schema";

interface SourceNowProps {
  source: SourceDetail;
  mayEdit: boolean;
  fetchSource(input: { id: string }): Promise<Result<unknown>>;
  editSource: EditSource;
}

/** How a source's page is now, what that means, and what can be done about it. */
export function SourceNow({ source, mayEdit, fetchSource, editSource }: SourceNowProps) {
  const { id, version, url, movedTo, fetchAskedAt } = source;
  const [pending, setPending] = useState<"read" | "move" | null>(null);
  const [failure, setFailure] = useState<Failure>();
  const isReady = useHydrated();
  const run = (which: "read" | "move", call: () => Promise<Result<unknown>>) => async () => {
    setPending(which);
    const answer = await attempt(call());
    setPending(null);
    setFailure(answer.ok ? undefined : answer.error);
  };
  return (
    <div className="rounded-card border border-hair bg-paper px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <p role="status" className="text-lg font-medium">
            <SourceStateMark source={source} />
          </p>
          <p className="text-pretty [overflow-wrap:anywhere]">{sentenceOf(source)}</p>
          <p className="mt-1 text-sm text-quiet">{looksOf(source)}</p>
        </div>
        {url ? (
          <Button
            disabled={!isReady || fetchAskedAt !== null}
            pending={pending === "read"}
            onClick={run("read", () => fetchSource({ id }))}
          >
            Read it now
          </Button>
        ) : null}
      </div>
      {movedTo && source.lastFailure === null ? (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-hair pt-3">
          <p className="min-w-0 flex-1 basis-64 text-sm [overflow-wrap:anywhere]">
            It answers at{" "}
            <a href={movedTo} target="_blank" rel="noreferrer" className="link">
              {movedTo}
            </a>
          </p>
          {mayEdit ? (
            <Button
              pending={pending === "move"}
              disabled={!isReady}
              onClick={run("move", () => editSource({ id, version, url: movedTo }))}
            >
              Use the new address
            </Button>
          ) : null}
        </div>
      ) : null}
      {failure ? (
        <p role="alert" className="mt-2 text-sm text-line">
          <span aria-hidden>▲ </span>
          {failure.message}
        </p>
      ) : null}
    </div>
  );
}

/** What was found at the last look, in a sentence. */
function sentenceOf({ url, state, lastFailure, history, changes }: SourceDetail): string {
  if (url === null) return "Without an address nothing can be read. Type it into the field “Address”.";
  if (lastFailure !== null) {
    const noted = history.find(({ origin }) => origin === "fetched");
    return noted?.failure === lastFailure ? noted.remark : FAILURE_WORDS[lastFailure];
  }
  const [latest] = changes;
  if (latest?.became === state) return latest.sentence;
  return state === "unchecked" ? "Nobody has looked at the page yet." : "The page is there.";
}

function looksOf({ checkedAt, nextCheckAt, url, places }: SourceDetail): string {
  const last = checkedAt ? `Last read ${dayAndTime(checkedAt)}.` : "";
  if (url === null) return last;
  const next =
    places.length === 0
      ? "Cited by no story, so it is not looked at by itself."
      : nextCheckAt
        ? `Looked at again on ${shortDate(nextCheckAt)}.`
        : "";
  return [last, next].filter(Boolean).join(" ");
}
