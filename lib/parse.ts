import { z } from "zod";
import { AppError } from "@/lib/errors";

/** What AppError "invalid" carries when a form was wrong: sentences by field name. */
export interface InvalidDetails {
  fieldErrors: Record<string, string[] | undefined>;
}

/**
 * `input` as the schema makes it. Throws AppError "invalid" with the first field's sentence as its message
 * and `InvalidDetails`, so that commands refuse bad input the same way whoever calls them.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  if (hasNul(input))
    throw new AppError("invalid", "The text holds a character (U+0000) that cannot be kept.");
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const { fieldErrors } = z.flattenError(parsed.error);
  const first = parsed.error.issues[0]?.message ?? "This input cannot be used.";
  throw new AppError("invalid", first, { fieldErrors } satisfies InvalidDetails);
}

/** Whether a string anywhere in it holds U+0000, which Postgres refuses in any text. */
function hasNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, part]) => hasNul(key) || hasNul(part));
}
