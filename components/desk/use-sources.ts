"use client";

import { useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { ArrangeLine } from "@/components/desk/arrange-line";
import { attempt, type Failure } from "@/components/desk/attempt";
import { inOrder } from "@/components/desk/flat-order";
import type { SourceDeeds } from "@/components/desk/sources-list";
import type { SourceLine } from "@/lib/issues/schema";

/** The lines on screen: changed at once, put back when the server refuses. What is asked for waits for what was asked before it. */
export function useSources(storyId: string, given: SourceLine[], deeds: SourceDeeds) {
  const [lines, setLines] = useState(given);
  const [seen, setSeen] = useState(given);
  // The order that is on its way to the server, shown on top of the lines.
  const [wanted, setWanted] = useState<string[] | null>(null);
  if (given !== seen) {
    setSeen(given);
    setLines(given);
  }
  const standing = useRef(idsOf(lines));
  const latest = useRef(deeds);
  useEffect(() => {
    standing.current = idsOf(lines);
    latest.current = deeds;
  }, [lines, deeds]);
  const [queue] = useState(() => {
    const line: ArrangeLine = new ArrangeLine({
      standing: () => standing.current,
      save: (base, sourceIds) => attempt(latest.current.arrange({ storyId, base, sourceIds })),
      show: setWanted,
      saved: (ids) => {
        standing.current = ids;
        setLines((now) => inOrder(now, ids));
      },
      refused: (error, ids) => {
        const now = standingIds(error);
        if (now) {
          standing.current = now;
          setLines((held) => inOrder(held, now));
        }
        tellRefused(error, () => line.arrange(ids));
      },
    });
    return line;
  });
  const put = (line: SourceLine) => setLines((now) => withLine(now, line));
  const remove = async (line: SourceLine) => {
    const place = lines.indexOf(line);
    setLines((now) => now.filter(({ id }) => id !== line.id));
    const answer = await queue.run(() => attempt(deeds.remove({ storyId, sourceId: line.id })));
    const back = () => setLines((now) => now.toSpliced(place, 0, line));
    if (!answer.ok) {
      back();
      return void toast.error(`“${line.title}” was not removed. ${answer.error.message}`);
    }
    const undo = async () => {
      const restored = await queue.run(() => attempt(deeds.restore(answer.value.undo)));
      if (restored.ok) back();
      else toast.error(`“${line.title}” could not be put back. ${restored.error.message}`);
    };
    toast(`“${line.title}” removed from the sources.`, { action: { label: "Undo", onClick: undo } });
  };
  return {
    lines: wanted ? inOrder(lines, wanted) : lines,
    put,
    remove,
    arrange: (ids: string[]) => queue.arrange(ids),
    /** Runs an addition when its turn comes. */
    inTurn: <T>(work: () => Promise<T>) => queue.run(work),
  };
}

const idsOf = (lines: SourceLine[]) => lines.map(({ id }) => id);

function withLine(lines: SourceLine[], line: SourceLine): SourceLine[] {
  const known = lines.some(({ id }) => id === line.id);
  return known ? lines.map((old) => (old.id === line.id ? line : old)) : [...lines, line];
}

/** The order that stands, where a conflict tells it. */
function standingIds({ code, details }: Failure): string[] | null {
  const { sourceIds } = (details ?? {}) as { sourceIds?: string[] };
  return code === "conflict" && sourceIds ? sourceIds : null;
}

function tellRefused({ message }: Failure, again: () => void): void {
  toast.error(`The sources stay in their old order. ${message}`, {
    duration: 10_000,
    action: { label: "Try again", onClick: again },
  });
}
