import type { z } from "zod";
import type { Result } from "@/lib/errors";
import type {
  resolveForecastInput,
  SettlingPassage,
  SourceChoice,
  settlingPassageInput,
} from "@/lib/forecasts/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** What app/(desk)/desk/tasks/forecast-actions.ts gives. */
export interface ForecastActions {
  resolveForecast: Action<z.input<typeof resolveForecastInput>, { version: number }>;
  reopenForecast: Action<{ id: string; version: number }, { version: number }>;
  takeUpForecast: Action<{ claimId: string; issueId: string | null }, { id: string; made: boolean }>;
  findSettlingPassage: Action<z.input<typeof settlingPassageInput>, SettlingPassage>;
  findSources: Action<{ claimId: string; words: string }, SourceChoice[]>;
}
