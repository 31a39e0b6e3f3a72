import { z } from "zod";
import type { TextPage } from "@/lib/evidence/schema";

const stored = z.array(z.object({ number: z.int().positive(), start: z.int(), end: z.int() }));

/** Where the pages of a PDF stand in its text, as the column holds it; empty for what has no pages. */
export function storedPages(value: unknown): TextPage[] {
  return stored.safeParse(value).data ?? [];
}

/** The number of the page on which an offset of the text lies; null where there are no pages. */
export function pageAt(value: unknown, offset: number): number | null {
  return storedPages(value).findLast(({ start }) => start <= offset)?.number ?? null;
}
