import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { pdfPage } from "@/bench/pages/pdf";
import { EXTRACTOR_VERSION, extract, type Page } from "@/lib/extraction/extract";

const page = (text: string): Page => ({
  url: "https://paper.example/a",
  mediaType: "text/html",
  text,
  body: new Uint8Array(),
});
/** Far more than any of these needs: the machine that runs tests is busy. */
const AMPLE = { milliseconds: 120_000, megabytes: 256 };

test("a page is read in a thread of its own", async () => {
  const result = await extract(page("<title>Berth</title><h1>Berth</h1><p>It is closed.</p>"), AMPLE);
  expect(result).toMatchObject({
    outcome: "text",
    text: "Berth\n\nIt is closed.",
    extractorVersion: EXTRACTOR_VERSION,
    metadata: { title: "Berth", publisher: "paper.example", from: { publisher: "url" } },
  });
  expect(await extract(pdfPage("https://port.example/a.pdf"), AMPLE)).toMatchObject({ outcome: "text" });
}, 120_000);

test("what a page calls itself cannot turn its direction, nor be nothing that is seen", async () => {
  const text = "<title>\u202Egnp.\u2066exe</title><meta name=author content='\u200B\u2060'><p>It is.</p>";
  const result = await extract(page(text), AMPLE);
  expect(result).toMatchObject({ metadata: { title: "gnp.exe", byline: null } });
}, 120_000);

test("no script of a page is run and nothing is loaded", async () => {
  const text = `<p>seen</p><script>document.body.textContent = "run"; while (true);</script><img src=x onerror="while(true);">`;
  expect(await extract(page(text), AMPLE)).toMatchObject({ outcome: "text", text: "seen" });
}, 120_000);

test("a page that takes too long or too much is unreadable, and says so", async () => {
  const deep = page(`<body>${"<div>".repeat(200_000)}text`);
  expect(await extract(deep, { milliseconds: 1_000, megabytes: 256 })).toMatchObject({
    outcome: "unreadable",
    sentence: expect.stringContaining("reasonable time"),
  });
  const many = page(`<body>${"<b>x</b>".repeat(600_000)}text`);
  expect(await extract(many, { milliseconds: 120_000, megabytes: 64 })).toMatchObject({
    outcome: "unreadable",
    sentence: expect.stringContaining("too much memory"),
  });
}, 240_000);

test("a tree deeper than browsers build is read all the same", async () => {
  const text = `<body>${"<span>".repeat(3_000)}inside${"</span>".repeat(3_000)}<p>after`;
  const result = await extract(page(text), AMPLE);
  expect(result.outcome === "text" && result.text.split("\n\n").sort()).toEqual(["after", "inside"]);
}, 120_000);

test("a process that has read its pages ends", async () => {
  const script = `
    import { extract } from ${JSON.stringify(new URL("./extract.ts", import.meta.url).href)};
    const { outcome } = await extract({ ...${JSON.stringify(page("<p>It is closed."))}, body: new Uint8Array() });
    process.stdout.write(outcome);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect(stdout).toBe("text");
}, 60_000);
