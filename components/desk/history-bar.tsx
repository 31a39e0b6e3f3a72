"use client";

import { useRouter } from "next/navigation";
import { useId, useTransition } from "react";
import { NameVersion } from "@/components/desk/name-version";
import { RestoreVersion } from "@/components/desk/restore-version";
import type { RevisionDeeds } from "@/components/desk/revision-actions";
import { historyAddress, momentOf, titleOfRevision, writerOf } from "@/components/desk/revision-words";
import { Select } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import { AS_IT_STANDS, type RevisionLine, type RevisionTarget } from "@/lib/revisions/schema";

interface HistoryBarProps {
  target: RevisionTarget;
  lines: RevisionLine[];
  shown: RevisionLine;
  base: RevisionLine | null;
  canWrite: boolean;
  deeds: RevisionDeeds;
}

/** Which version is looked at, what with, and what can be done with it. */
export function HistoryBar({ target, lines, shown, base, canWrite, deeds }: HistoryBarProps) {
  const zone = useHydrated() ? null : "UTC";
  return (
    <header className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-hair px-4 py-3 sm:px-6">
      <div className="min-w-48 flex-1">
        <h2 className="font-serif text-xl font-medium [overflow-wrap:anywhere]">{titleOfRevision(shown)}</h2>
        <p className="text-sm text-quiet">
          <bdi>{writerOf(shown)}</bdi> · <time dateTime={shown.at}>{momentOf(shown.at, zone)}</time> ·{" "}
          {`version ${shown.version}`}
          {shown.isCurrent ? " · these words stand now" : ""}
        </p>
      </div>
      {lines.length > 1 ? <CompareWith target={target} lines={lines} shown={shown} base={base} /> : null}
      {canWrite && shown.id !== AS_IT_STANDS ? (
        <div className="flex gap-2">
          <NameVersion key={shown.id} line={shown} nameRevision={deeds.nameRevision} />
          {shown.isCurrent ? null : (
            <RestoreVersion
              target={target}
              line={shown}
              version={lines[0]?.version ?? shown.version}
              restoreRevision={deeds.restoreRevision}
            />
          )}
        </div>
      ) : null}
    </header>
  );
}

type CompareWithProps = Pick<HistoryBarProps, "target" | "lines" | "shown" | "base">;

function CompareWith({ target, lines, shown, base }: CompareWithProps) {
  const id = useId();
  const router = useRouter();
  const [pending, start] = useTransition();
  const zone = useHydrated() ? null : "UTC";
  const before = lines[lines.findIndex((line) => line.id === shown.id) + 1];
  const choose = (chosen: string) =>
    start(() => router.push(historyAddress(target, shown.id, chosen || undefined), { scroll: false }));
  const others = lines.filter((line) => line.id !== shown.id);
  return (
    <div className="w-full min-w-0 sm:w-64" aria-busy={pending}>
      <label htmlFor={id} className="text-xs text-quiet">
        Compare with
      </label>
      <Select id={id} value={base?.id ?? ""} onChange={(event) => choose(event.target.value)}>
        {base === null ? <option value="">Nothing: it is the first</option> : null}
        {others.map((line) => (
          <option key={line.id} value={line.id}>
            {`${line.isCurrent ? "Current · " : line.id === before?.id ? "The one before · " : ""}${momentOf(line.at, zone)} · ${titleOfRevision(line)}`}
          </option>
        ))}
      </Select>
    </div>
  );
}
