"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { ForecastCard } from "@/components/desk/forecasts/forecast-card";
import { ResolveDialog } from "@/components/desk/forecasts/resolve-dialog";
import { TakeUpDialog } from "@/components/desk/forecasts/take-up-dialog";
import { useSingleKeys } from "@/components/desk/single-keys";
import { focusedTask, focusTaskAt, isElsewhere } from "@/components/desk/tasks/task-focus";
import type { DraftChoice, ForecastLine, OpenForecasts } from "@/lib/forecasts/schema";
import { type Actor, can } from "@/lib/policy";

interface DueForecastsProps {
  forecasts: OpenForecasts;
  drafts: DraftChoice[];
  /** ISO, UTC. */
  today: string;
  actor: Actor;
  actions: ForecastActions;
}

type Deed = "resolve" | "takeUp";

/** Forecasts and commitments that nobody has settled: those that are due are tasks. r settles one, t takes it up as a story. */
export function DueForecasts({ forecasts, drafts, today, actor, actions }: DueForecastsProps) {
  const all = [...forecasts.due, ...forecasts.soon, ...forecasts.later];
  const { open, begin, close, leave } = useDeed(all);
  const mayResolve = can(actor, "forecast.resolve");
  useForecastKeys(all, mayResolve, begin);
  const card = (forecast: ForecastLine) => (
    <ForecastCard
      key={forecast.id}
      forecast={forecast}
      onResolve={mayResolve ? () => begin("resolve", forecast) : null}
      onTakeUp={() => begin("takeUp", forecast)}
    />
  );
  return (
    <>
      {forecasts.due.length > 0 ? (
        <Group title="Due" count={forecasts.due.length} shape="◇">
          <p className="mb-2 text-sm text-pretty text-quiet">
            Their day has come and nobody has said what became of them. Settle them, or take them up as a
            story.
          </p>
          <List label="Due">{forecasts.due.map(card)}</List>
        </Group>
      ) : null}
      <Ahead title="Due in the next four weeks" forecasts={forecasts.soon} card={card} />
      <Ahead title="Due later, or on no day named" forecasts={forecasts.later} card={card} />
      <ResolveDialog
        forecast={open?.deed === "resolve" ? open.forecast : null}
        {...{ today, actions }}
        onClose={close}
        onSettled={leave}
      />
      <TakeUpDialog
        forecast={open?.deed === "takeUp" ? open.forecast : null}
        drafts={can(actor, "issue.arrange") ? drafts : []}
        actions={actions}
        onClose={close}
      />
    </>
  );
}

/** Which dialog is open for which forecast; the focus goes on when one leaves the list. */
function useDeed(all: readonly ForecastLine[]) {
  const [open, setOpen] = useState<{ deed: Deed; forecast: ForecastLine } | null>(null);
  const leaving = useRef<{ id: string; place: number } | null>(null);
  useEffect(() => {
    const gone = leaving.current;
    if (open !== null || gone === null || all.some(({ id }) => id === gone.id)) return;
    leaving.current = null;
    focusTaskAt(gone.place);
  }, [open, all]);
  return {
    open,
    begin: (deed: Deed, forecast: ForecastLine) => setOpen({ deed, forecast }),
    close: () => setOpen(null),
    leave: (place: number) => {
      if (open) leaving.current = { id: open.forecast.id, place };
      setOpen(null);
    },
  };
}

/** Milliseconds between two keys that are pressed one after the other, as react-hotkeys-hook has it. */
const SEQUENCE = 1_000;

function useForecastKeys(
  all: readonly ForecastLine[],
  mayResolve: boolean,
  begin: (deed: Deed, forecast: ForecastLine) => void,
): void {
  const router = useRouter();
  const enabled = useSingleKeys();
  const options = { enabled, ignoreEventWhen: isElsewhere };
  const focused = () => all.find(({ id }) => id === focusedTask());
  const open = (event: KeyboardEvent, deed: Deed, forecast: ForecastLine) => {
    // The key is not to be typed into the dialog's first field.
    event.preventDefault();
    begin(deed, forecast);
  };
  const resolve = (event: KeyboardEvent) => {
    const forecast = focused();
    if (forecast && mayResolve) open(event, "resolve", forecast);
  };
  // "g t" goes to the tasks: its t takes nothing up.
  const gAt = useRef(Number.NEGATIVE_INFINITY);
  useHotkeys(
    "g",
    (event) => {
      gAt.current = event.timeStamp;
    },
    options,
  );
  // Done, of a forecast, is settled.
  useHotkeys(["r", "e"], resolve, options);
  useHotkeys(
    "t",
    (event) => {
      const forecast = focused();
      const isSequence = event.timeStamp - gAt.current < SEQUENCE;
      if (forecast && !forecast.takenUpBy && !isSequence) open(event, "takeUp", forecast);
    },
    options,
  );
  useHotkeys("enter", () => {
    const forecast = focused();
    // On a button or link inside, Enter is theirs.
    if (forecast && document.activeElement?.matches("[data-task]"))
      router.push(`/desk/stories/${forecast.storyId}`);
  });
}

interface GroupProps {
  title: string;
  count: number;
  shape: string;
  children: ReactNode;
}

function Group({ title, count, shape, children }: GroupProps) {
  return (
    <section aria-label={title}>
      <h2 className="font-semibold">
        <span aria-hidden className="mr-1.5 text-line">
          {shape}
        </span>
        {title} <span className="font-normal text-quiet">{count}</span>
      </h2>
      {children}
    </section>
  );
}

function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol aria-label={label} className="rounded-card border border-hair bg-paper">
      {children}
    </ol>
  );
}

interface AheadProps {
  title: string;
  forecasts: readonly ForecastLine[];
  card: (forecast: ForecastLine) => ReactNode;
}

/** What is still ahead, folded away: it asks nothing of anybody yet, but may come out before its day. */
function Ahead({ title, forecasts, card }: AheadProps) {
  if (forecasts.length === 0) return null;
  return (
    <details className="group">
      <summary className="min-h-6 cursor-pointer text-sm text-quiet hover:text-ink">
        {title} <span className="tabular-nums">{forecasts.length}</span>
      </summary>
      <div className="mt-2">
        <List label={title}>{forecasts.map(card)}</List>
      </div>
    </details>
  );
}
