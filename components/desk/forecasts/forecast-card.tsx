import Link from "next/link";
import { shortDate } from "@/components/desk/dates";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { ForecastLine } from "@/lib/forecasts/schema";

interface ForecastCardProps {
  forecast: ForecastLine;
  /** Null for those who may not. */
  onResolve: (() => void) | null;
  onTakeUp: () => void;
}

/** One open forecast or commitment: its words, where they were published, when it falls due and what would settle it. */
export function ForecastCard({ forecast, onResolve, onTakeUp }: ForecastCardProps) {
  const { id, text, due, criteria, probability } = forecast;
  return (
    <li
      data-task={id}
      tabIndex={-1}
      className="border-t border-hair px-4 py-3 first:border-t-0 focus-visible:outline-offset-[-2px]"
    >
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
        <KindAndSpeaker forecast={forecast} />
        <span className="text-quiet sm:ml-auto">
          {due ? (
            <>
              due <time dateTime={due}>{shortDate(due)}</time>
            </>
          ) : (
            "no day named"
          )}
        </span>
      </p>
      <p className="font-serif text-lg text-pretty [overflow-wrap:anywhere]">{text}</p>
      {criteria ? (
        <p className="text-sm text-pretty">
          <span className="text-quiet">It counts as settled so: </span>
          {criteria}
        </p>
      ) : null}
      {probability === null ? null : (
        <p className="text-sm text-quiet">Stated probability: {Math.round(probability * 100)}%</p>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <p className="min-w-0 text-sm text-quiet">
          <Where forecast={forecast} />
        </p>
        <span className="ml-auto flex flex-wrap gap-2">
          {forecast.takenUpBy ? null : (
            <Button size="sm" onClick={onTakeUp}>
              Take up…
            </Button>
          )}
          {onResolve ? (
            <Button size="sm" variant="primary" onClick={onResolve}>
              Settle…
            </Button>
          ) : null}
        </span>
      </div>
    </li>
  );
}

/** "◇ Forecast by Corvia". */
export function KindAndSpeaker({ forecast: { kind, speaker } }: { forecast: ForecastLine }) {
  const { shape, word } = KIND_MARKS[kind];
  return (
    <span className="font-medium">
      <span aria-hidden className="mr-1.5 text-line">
        {shape}
      </span>
      {speaker ? `${word} by ${speaker}` : word}
    </span>
  );
}

/** The story that it stands in, and the one that was begun for it. */
export function Where({ forecast }: { forecast: ForecastLine }) {
  const { issueNumber, storyId, headline, takenUpBy } = forecast;
  return (
    <>
      Issue {issueNumber},{" "}
      <Link href={`/desk/stories/${storyId}`} prefetch={false} className="link [overflow-wrap:anywhere]">
        {subjectOf(headline)}
      </Link>
      {takenUpBy ? (
        <>
          {" "}
          · taken up in {takenUpBy.issue ?? "the backlog"}:{" "}
          <Link
            href={`/desk/stories/${takenUpBy.id}`}
            prefetch={false}
            className="link [overflow-wrap:anywhere]"
          >
            {subjectOf(takenUpBy.headline)}
          </Link>
        </>
      ) : null}
    </>
  );
}
