import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { Command, Option } from "commander";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { type PreparedText, prepareText } from "@/lib/quotations/normalise";
import { verifyQuotation } from "@/lib/quotations/verify";

const question = z.object({
  quote: z.string(),
  text: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/** Texts that follow one another are often the same one; their sizes are bounded together. */
const texts = new LRUCache<string, PreparedText>({
  maxSize: 20_000_000,
  sizeCalculation: (text) => text.original.length + 1,
});

function preparedOnce(text: string): PreparedText {
  const known = texts.get(text);
  if (known) return known;
  const made = prepareText(text);
  texts.set(text, made);
  return made;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The answer to one line: a verification, or what is wrong with the line. */
function answer(line: string, number: number): object {
  const value = parsed(line);
  if (value === undefined) return { error: "This line is not JSON.", line: number };
  const read = question.safeParse(value);
  if (!read.success) {
    const error =
      "A line is an object with the texts “quote” and “text”, and may have “prefix” and “suffix”.";
    return { error, line: number };
  }
  const { status, similarity, start, end, diff } = verifyQuotation({
    ...read.data,
    text: preparedOnce(read.data.text),
  });
  return { status, similarity, start, end, diff };
}

/** The lines of a stream, cut at line feeds alone: Node's own reader also cuts at separators that JSON allows in a text. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const piece of input.setEncoding("utf8")) {
    const [first = "", ...lines] = String(piece).split("\n");
    begun.push(first);
    for (const line of lines) {
      yield begun.join("");
      begun = [line];
    }
  }
  const last = begun.join("");
  if (last !== "") yield last;
}

/**
 * `digest quote`: holds each line's quotation against its text and answers it with a line, in the same order. Answers how
 * many lines could not be read; each of them has an answer too. Reads no faster than its answers are taken.
 */
export async function verifyLines(input: Readable, output: Writable): Promise<number> {
  let [number, unread] = [0, 0];
  for await (const line of linesOf(input)) {
    number += 1;
    const said = answer(line, number);
    if ("error" in said) unread += 1;
    if (!output.write(`${JSON.stringify(said)}\n`)) await once(output, "drain");
  }
  return unread;
}

/** The command, for the command line with a database and for the one without. */
export function quoteCommand(): Command {
  return new Command("quote")
    .description("hold quotations against texts: a line of JSON in, {quote, text}, and a line out")
    .addOption(new Option("--json", "one JSON object per line on standard output").makeOptionMandatory())
    .action(async () => {
      if ((await verifyLines(process.stdin, process.stdout)) > 0) process.exitCode = 1;
    });
}
