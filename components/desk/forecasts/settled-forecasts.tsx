"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { shortDate } from "@/components/desk/dates";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { KindAndSpeaker, Where } from "@/components/desk/forecasts/forecast-card";
import { Button } from "@/components/ui/button";
import type { SettledForecast } from "@/lib/forecasts/schema";
import { stateWords } from "@/lib/ledger/words";

interface SettledForecastsProps {
  forecasts: SettledForecast[];
  mayReopen: boolean;
  actions: ForecastActions;
}

/** Forecasts that were settled, the last first, each with the way back. */
export function SettledForecasts({ forecasts, mayReopen, actions }: SettledForecastsProps) {
  const [busy, setBusy] = useState<string | null>(null);
  if (forecasts.length === 0) return null;
  const reopen = async ({ id, version }: SettledForecast) => {
    if (busy) return;
    setBusy(id);
    const answer = await attempt(actions.reopenForecast({ id, version }));
    setBusy(null);
    if (answer.ok) toast("It is open again, for readers too.");
    else toast.error(`Nothing was changed. ${answer.error.message}`);
  };
  return (
    <section aria-label="Settled forecasts">
      <h2 className="mb-2 font-semibold">
        Settled forecasts <span className="font-normal text-quiet">{forecasts.length}</span>
      </h2>
      <ol aria-label="Settled forecasts" className="rounded-card border border-hair bg-paper">
        {forecasts.map((forecast) => (
          <li
            key={forecast.id}
            data-task={forecast.id}
            tabIndex={-1}
            className="border-t border-hair px-4 py-3 first:border-t-0 focus-visible:outline-offset-[-2px]"
          >
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
              <KindAndSpeaker forecast={forecast} />
              <span className="font-semibold">{stateWords(forecast.kind, forecast.outcome)}</span>
              <span className="text-quiet sm:ml-auto">
                <time dateTime={forecast.resolvedOn}>{shortDate(forecast.resolvedOn)}</time>
                {forecast.resolvedBy ? `, said by ${forecast.resolvedBy}` : null}
              </span>
            </p>
            <p className="font-serif text-lg text-pretty [overflow-wrap:anywhere]">{forecast.text}</p>
            <p className="text-sm text-pretty [overflow-wrap:anywhere]">{forecast.resolution}</p>
            <div className="mt-1 flex flex-wrap items-center gap-2">
              <p className="min-w-0 text-sm text-quiet">
                <Where forecast={forecast} />
              </p>
              {mayReopen ? (
                <Button
                  size="sm"
                  className="ml-auto"
                  pending={busy === forecast.id}
                  onClick={() => void reopen(forecast)}
                >
                  Open it again
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
