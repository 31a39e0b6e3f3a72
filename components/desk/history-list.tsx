"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { byDay, historyAddress, timeOf, titleOfRevision, writerOf } from "@/components/desk/revision-words";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { RevisionLine, RevisionTarget } from "@/lib/revisions/schema";

interface HistoryListProps {
  target: RevisionTarget;
  lines: RevisionLine[];
  shown: RevisionLine;
  base: RevisionLine | null;
}

/** Every version, newest first, under the day it is of; each leads to what it changed. */
export function HistoryList({ target, lines, shown, base }: HistoryListProps) {
  // The server does not know the reader's zone.
  const zone = useHydrated() ? null : "UTC";
  return (
    <nav
      aria-label="Versions"
      className="border-hair px-2 py-3 max-md:max-h-[38dvh] max-md:border-b md:border-r overflow-y-auto overscroll-contain"
    >
      {byDay(lines, zone).map(({ day, lines: ofDay }) => (
        <section key={day} aria-label={day} className="mb-4">
          <h2 className="px-2 pb-1 text-xs text-quiet">{day}</h2>
          <ol>
            {ofDay.map((line) => (
              <HistoryLine
                key={line.id}
                line={line}
                time={timeOf(line.at, zone)}
                href={historyAddress(target, line.id)}
                role={line.id === shown.id ? "shown" : line.id === base?.id ? "base" : null}
              />
            ))}
          </ol>
        </section>
      ))}
    </nav>
  );
}

interface HistoryLineProps {
  line: RevisionLine;
  time: string;
  href: string;
  role: "shown" | "base" | null;
}

function HistoryLine({ line, time, href, role }: HistoryLineProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (role === "shown") link.current?.scrollIntoView({ block: "nearest" });
  }, [role]);
  return (
    <li>
      <Link
        ref={link}
        href={href}
        prefetch={false}
        scroll={false}
        aria-current={role === "shown" ? "page" : undefined}
        className={`block rounded-control border px-2 py-1.5 text-sm ${role === "shown" ? "border-hair bg-paper" : "border-transparent hover:bg-wash"}`}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className={`min-w-0 [overflow-wrap:anywhere] ${role === "shown" ? "font-semibold" : ""}`}>
            {titleOfRevision(line)}
          </span>
          <time dateTime={line.at} className="shrink-0 text-xs text-quiet tabular-nums">
            {time}
          </time>
        </span>
        <span className="flex items-baseline justify-between gap-3 text-xs text-quiet">
          <bdi className="min-w-0 truncate">{writerOf(line)}</bdi>
          <span className="shrink-0">
            {[line.isCurrent ? "current" : "", role === "base" ? "compared with" : ""]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
      </Link>
    </li>
  );
}
