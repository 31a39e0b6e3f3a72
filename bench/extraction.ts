// npx tsx bench/extraction.ts: how long lib/extraction takes over an ordinary page and over pages made to hurt it. "cpu"
// is what the whole process spent, "wall" what passed: on a busy machine they are far apart.
import { withWords } from "@/bench/pages/words";
import { extract, type Page } from "@/lib/extraction/extract";
import { readPage } from "@/lib/extraction/read-page";

const page = (text: string): Page => ({
  url: "https://paper.example/news/berth",
  mediaType: "text/html",
  text,
  body: new Uint8Array(),
});

/** About 100 kB, as a newspaper sends them: a third words, the rest menus, scripts and other stories. */
function article(): string {
  const menu = '<li class="nav-item"><a class="nav-link" href="/section/economy">Economy</a></li>'.repeat(
    150,
  );
  const teaser =
    '<div class="teaser"><a href="/x"><span class="title">Another story of the day</span></a></div>';
  const script = `<script>window.__state=${JSON.stringify("x".repeat(36_000))}</script>`;
  return `<!doctype html><html lang="en"><head><title>Berth | Paper</title></head><body><nav><ul>${menu}</ul></nav>
    <article><h1>Berth</h1>${withWords("[[120 en]]")}</article><aside>${teaser.repeat(180)}</aside>${script}</body></html>`;
}

const HOSTILE: Record<string, string> = {
  "100,000 nested div": `<body>${"<div>".repeat(100_000)}x`,
  "100,000 nested b, i": `<body>${"<b><i>".repeat(50_000)}x`,
  "100,000 nested tables": `<body>${"<table><tr><td>".repeat(100_000)}x`,
  "misnested b and p": `<body>${"<b><p>".repeat(3_000)}x`,
  "100,000 attributes": `<div ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(" ")}>x`,
  "600,000 elements": `<body>${"<b>x</b>".repeat(600_000)}`,
  "300,000 h1": `<body>${"<h1>a</h1>".repeat(300_000)}`,
  "200,000 meta": `<head>${"<meta name=a content=b>".repeat(200_000)}</head>x`,
  "JSON-LD, 2,000,000 deep": `<script type="application/ld+json">${"[".repeat(2_000_000)}</script>x`,
  "JSON-LD, 200,000 articles": `<script type="application/ld+json">[${'{"@type":"Article"},'.repeat(200_000)}1]</script>x`,
  "a title of 4 MB": `<title>${"a | ".repeat(1_000_000)}</title>x`,
  "5 MB of <": "<".repeat(5_000_000),
  "an article of 5 MB": `<article>${withWords("[[30000 en]]")}</article>`,
};

async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const outcome = String(await work());
  const { user, system } = process.cpuUsage(before);
  const times = [(user + system) / 1000, performance.now() - started].map((time) =>
    time.toFixed(0).padStart(8),
  );
  console.log(`${name.padEnd(28)}${times.join("")}   ${outcome}`);
}

console.log(`${"page".padEnd(28)}${"cpu ms".padStart(8)}${"wall ms".padStart(8)}`);
const ordinary = page(article());
const size = `${((ordinary.text?.length ?? 0) / 1000).toFixed(0)} kB`;
await measure(`article of ${size}, in a thread`, async () => (await extract(ordinary)).outcome);
await measure("the same, here, cold", async () => (await readPage(ordinary)).outcome);
for (let round = 0; round < 3; round++)
  await measure("the same, here, again", async () => (await readPage(ordinary)).outcome);
for (const [name, text] of Object.entries(HOSTILE))
  await measure(name, async () => {
    const result = await extract(page(text));
    return result.outcome === "unreadable" ? result.sentence : result.outcome;
  });
