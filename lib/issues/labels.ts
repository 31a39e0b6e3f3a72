import { z } from "zod";

/** House wording of the fixed parts of an issue. */
export const labels = z.strictObject({
  introduction: z.string().trim().min(1).max(80),
  highlights: z.string().trim().min(1).max(80),
  whyItMatters: z.string().trim().min(1).max(80),
  closing: z.string().trim().min(1).max(80),
});
export type Labels = z.infer<typeof labels>;

export const DEFAULT_LABELS: Labels = {
  introduction: "Introduction",
  highlights: "What matters this week",
  whyItMatters: "Why this matters",
  closing: "Closing thoughts",
};

/** The stored part of the labels completed by the house's own; anything malformed falls back too. */
export function completeLabels(...stored: unknown[]): Labels {
  const parts = stored.map((value) => labels.partial().safeParse(value).data ?? {});
  return Object.assign({ ...DEFAULT_LABELS }, ...parts);
}
