import { printFailure } from "../../scripts/failure.ts";
import type { Leaving } from "../../scripts/leaving.ts";

/** One measured thing, in the unit its name says, with what is wanted of it. */
export interface Figure {
  name: string;
  value: number;
  unit: "ms" | "fps" | "MB" | "frames" | "words" | "stories" | "claims" | "";
  /** At most, or with `atLeast` at least, this; null where nothing is asked. */
  target: number | null;
  atLeast?: boolean;
}

/** What is counted has no tenths. */
const COUNTED = new Set<Figure["unit"]>(["words", "stories", "claims"]);

/** The value below which a share (0 to 1) of the values lie: the nearest rank. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (values: number[]) => quantile(values, 0.5);

function isMet({ value, target, atLeast = false }: Figure): boolean | null {
  if (target === null) return null;
  return atLeast ? value >= target : value <= target;
}

/** A line for each figure: name, value, target, and whether it was met. */
function table(figures: Figure[]): string {
  const wide = Math.max(...figures.map(({ name }) => name.length));
  const lines = figures.map((figure) => {
    const { name, value, unit, target, atLeast } = figure;
    const met = isMet(figure);
    const wanted = target === null ? "" : `${atLeast ? "≥" : "≤"} ${target} ${unit}`;
    const verdict = met === null ? "" : met ? "met" : "NOT MET";
    const shown = `${value.toFixed(value < 1000 && !COUNTED.has(unit) ? 1 : 0)} ${unit}`;
    return `${name.padEnd(wide)}  ${shown.padStart(13)}  ${wanted.padEnd(12)}  ${verdict}`.trimEnd();
  });
  return lines.join("\n");
}

/** Measures, prints the figures, as JSON or as a table, and ends the process: with 1 where a target was missed or nothing was measured. */
export async function measureAndLeave(
  leaving: Leaving,
  asJson: boolean,
  measure: () => Promise<Figure[]>,
): Promise<never> {
  try {
    const figures = await measure();
    const met = figures.map((figure) => ({ ...figure, met: isMet(figure) }));
    console.log(asJson ? JSON.stringify(met, null, 2) : table(figures));
    return await leaving.leave(met.some((figure) => figure.met === false) ? 1 : 0);
  } catch (error) {
    printFailure(error);
    return leaving.leave(1);
  }
}
