import { z } from "zod";
import { withoutControls } from "@/lib/characters";
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
  if (!isStorable(input)) {
    throw new AppError(
      "invalid",
      "The text holds a character that cannot be kept (U+0000, or half of a pair).",
    );
  }
  const parsed = schema.safeParse(withoutControls(input));
  if (parsed.success) return parsed.data;
  const { fieldErrors } = z.flattenError(parsed.error);
  const first = parsed.error.issues[0]?.message ?? "This input cannot be used.";
  throw new AppError("invalid", first, { fieldErrors } satisfies InvalidDetails);
}

/** Whether every string in it is one that Postgres keeps: without U+0000 and lone surrogates. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return !value.includes("\0") && value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}
