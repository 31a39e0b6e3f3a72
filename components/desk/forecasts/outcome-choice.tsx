import { useId } from "react";
import { type ForecastLine, OUTCOMES, type Settled } from "@/lib/forecasts/schema";
import { stateWords } from "@/lib/ledger/words";

interface OutcomeChoiceProps {
  kind: ForecastLine["kind"];
  chosen: Settled | null;
  onChoose: (outcome: Settled) => void;
  error: string | undefined;
}

/** Came true, did not, or cannot be decided; of a commitment: kept or not. */
export function OutcomeChoice({ kind, chosen, onChoose, error }: OutcomeChoiceProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1 text-sm font-medium">It</legend>
      <div className="flex flex-wrap gap-x-5">
        {OUTCOMES.map((outcome) => (
          <label key={outcome} className="flex min-h-8 items-center gap-2 text-sm">
            <input
              type="radio"
              name="outcome"
              value={outcome}
              checked={outcome === chosen}
              onChange={() => onChoose(outcome)}
              className="size-4 shrink-0 accent-(--color-ink)"
            />
            {outcome === "ambiguous" ? "cannot be decided" : stateWords(kind, outcome)}
          </label>
        ))}
      </div>
      <p id={id} aria-live="polite" className="text-sm text-line empty:hidden">
        {error ? (
          <>
            <span aria-hidden>▲ </span>
            {error}
          </>
        ) : null}
      </p>
    </fieldset>
  );
}
