import { z } from "zod";
import { Prisma } from "@/lib/generated/prisma/client";
import type { DiffPart } from "@/lib/quotations/differences";

const stored = z.array(z.strictObject({ kind: z.enum(["same", "removed", "added"]), text: z.string() }));

/** The difference between a quotation and its passage, as a column holds it; null for none, and for what is none. */
export function storedDifference(value: unknown): DiffPart[] | null {
  return stored.safeParse(value).data ?? null;
}

/** A difference as Prisma takes it for its column. */
export function differenceColumn(diff: readonly DiffPart[] | null) {
  return diff === null ? Prisma.DbNull : diff.map(({ kind, text }) => ({ kind, text }));
}
