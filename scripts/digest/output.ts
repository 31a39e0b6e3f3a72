import { z } from "zod";
import { AppError } from "@/lib/errors";

/** How a command answers: a JSON object per line for machines, or sentences for people. */
export interface Output {
  json: boolean;
  /** One finished thing: `value` as a line of JSON, or the sentence. */
  say(value: object, sentence: string): void;
  /** Progress and asides, always on standard error. */
  note(sentence: string): void;
}

/** Writes to the process's own standard output and error. */
export function processOutput(json: boolean): Output {
  return {
    json,
    say: (value, sentence) => process.stdout.write(`${json ? JSON.stringify(value) : sentence}\n`),
    note: (sentence) => process.stderr.write(`${sentence}\n`),
  };
}

/** The one sentence that standard error shows for a failure; bugs keep their own message for the report. */
export function sentenceFor(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof z.ZodError) return error.issues[0]?.message ?? "The input is not valid.";
  const message = error instanceof Error ? error.message : String(error);
  // The database client puts a piece of source before its reason, which is the last line.
  const reason = message.trim().split("\n").at(-1)?.trim() ?? "";
  return `Something unexpected went wrong, and what was under way was not written: ${reason}`;
}
