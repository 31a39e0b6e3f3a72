import { spawnSync } from "node:child_process";
import { Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { verifyLines } from "@/scripts/digest/quote";
import { ROOT } from "@/scripts/places.mjs";
import { TSX } from "@/scripts/processes";

const TEXT =
  "The port would not raise “the berth fee” this year, said the harbour master.\u2028Nobody asked.";
const line = (quote: unknown, more: object = {}) => JSON.stringify({ quote, text: TEXT, ...more });

async function answers(input: Readable): Promise<{ said: Record<string, unknown>[]; unread: number }> {
  let written = "";
  const output = new Writable({
    // So small that nearly every answer has to wait.
    highWaterMark: 16,
    write(chunk, _encoding, done) {
      written += String(chunk);
      setImmediate(done);
    },
  });
  const unread = await verifyLines(input, output);
  output.end();
  await new Promise((resolve) => output.once("finish", resolve));
  return {
    said: written
      .trimEnd()
      .split("\n")
      .map((each) => JSON.parse(each)),
    unread,
  };
}

describe("digest quote", () => {
  it("answers line by line, in order, whatever a line is", async () => {
    const input = [
      line('would not raise "the berth fee"'),
      "{not json",
      line("would raise “the berth fee” this year"),
      line(7),
      line("berth fee", { prefix: "would not raise “the " }),
    ].join("\n");
    const { said, unread } = await answers(Readable.from([Buffer.from(input)]));
    expect(said).toMatchObject([
      { status: "verified", similarity: 1, start: 9, end: 40, diff: null },
      { line: 2 },
      { status: "not-found", start: null, end: null },
      { line: 4 },
      { status: "verified" },
    ]);
    expect(said[1]?.error).toContain("not JSON");
    expect(Object.keys(said[0] ?? {})).toEqual(["status", "similarity", "start", "end", "diff"]);
    expect(unread).toBe(2);
  });

  it("puts lines together that come in pieces, and takes none apart that JSON leaves whole", async () => {
    const bytes = Buffer.from(
      `${line("would not raise “the berth fee”")}\r\n${line("this year, said the harbour")}\n`,
    );
    const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1));
    const { said, unread } = await answers(Readable.from(pieces, { objectMode: false }));
    expect(said.map(({ status }) => status)).toEqual(["verified", "verified"]);
    expect(unread).toBe(0);
  });

  it("runs as a program without a database, and ends with 1 after a line it could not read", () => {
    const run = (input: string) =>
      spawnSync(process.execPath, [...TSX, "scripts/digest-alone.ts", "quote", "--json"], {
        cwd: ROOT,
        input,
        encoding: "utf8",
        env: { ...process.env, DATABASE_URL: "" },
      });
    const good = run(`${line("would not raise “the berth fee”")}\n`);
    expect([good.status, good.stderr]).toEqual([0, ""]);
    const bad = run(`[]\n${line("would not raise “the berth fee”")}\n`);
    expect(bad.status).toBe(1);
    expect(bad.stdout.trimEnd().split("\n")).toHaveLength(2);
  });
});
