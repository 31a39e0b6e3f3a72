"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { placeOfTask } from "@/components/desk/tasks/task-focus";
import type { ForecastLine, Settled, SettlingPassage } from "@/lib/forecasts/schema";

const UNSAID: Failure = {
  code: "invalid",
  message: "Say how it came out.",
  details: { fieldErrors: { outcome: ["Say how it came out."] } },
};

/** Of a conflict: the version that stands. What was typed stays, and is sent on top of it when the person says so again. */
function newerVersion({ code, details }: Failure): number | null {
  if (code !== "conflict" || typeof details !== "object" || details === null) return null;
  return "version" in details && typeof details.version === "number" ? details.version : null;
}

function tellSettled(actions: ForecastActions, settled: { id: string; version: number }): void {
  const undo = async () => {
    const undone = await attempt(actions.reopenForecast(settled));
    if (!undone.ok) toast.error(`It could not be undone. ${undone.error.message}`);
  };
  toast("Settled. Readers see it now.", {
    duration: 10_000,
    action: { label: "Undo", onClick: () => void undo() },
  });
}

interface Resolving {
  forecast: ForecastLine;
  /** ISO, UTC. */
  today: string;
  actions: ForecastActions;
  onSettled: (place: number) => void;
}

/** What is typed of how a forecast came out, and how it is sent. */
export function useResolving({ forecast: { id, version: read }, today, actions, onSettled }: Resolving) {
  const [words, setWords] = useState({ resolution: "", resolvedOn: today });
  const [outcome, setOutcome] = useState<Settled | null>(null);
  const [passages, setPassages] = useState<SettlingPassage[]>([]);
  const [version, setVersion] = useState(read);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const choose = (chosen: Settled) => {
    setOutcome(chosen);
    if (failure === UNSAID) setFailure(undefined);
  };
  const send = async () => {
    if (pending) return;
    if (outcome === null) return setFailure(UNSAID);
    setPending(true);
    const place = placeOfTask(id);
    const found = passages.map(({ snapshotId, start, end }) => ({ snapshotId, start, end }));
    const input = { id, version, outcome, ...words, passages: found };
    const answer = await attempt(actions.resolveForecast(input));
    setPending(false);
    if (answer.ok) {
      onSettled(place);
      return tellSettled(actions, { id, version: answer.value.version });
    }
    setVersion(newerVersion(answer.error) ?? version);
    setFailure(answer.error);
  };
  return { words, setWords, outcome, choose, passages, setPassages, pending, failure, send };
}
