import fc from "fast-check";
import { expect, test } from "vitest";
import { pdfPage, writePdf } from "@/bench/pages/pdf";
import type { Extraction, Page } from "@/lib/extraction/extract";
import { readPage } from "@/lib/extraction/read-page";

const URL = "https://paper.example/a/page";
const read = (text: string, rest: Partial<Page> = {}): Promise<Extraction> =>
  readPage({ url: URL, mediaType: "text/html", text, body: new Uint8Array(), ...rest });

async function textOf(html: string): Promise<string> {
  const result = await read(html);
  return result.outcome === "text" ? result.text : result.outcome;
}

const HEADLINES = fc.constantFrom(
  "<title>",
  "<h1>",
  "<meta property=og:title content='",
  "'>",
  "<script type=application/ld+json>",
);
const TAGS = fc.constantFrom(
  "<p>",
  "</p>",
  "<div hidden>",
  "</div>",
  "<table>",
  "<td>",
  "<li>",
  "<br>",
  "<pre>",
  "<q>",
  "<svg>",
  "<template>",
  "<!--",
  "&#0;",
  "&#xd800;",
  "&amp;",
  "<a href=x",
  ">",
  "{",
  '"',
  "<frameset>",
  "<article>",
);
const html = fc
  .array(fc.oneof(HEADLINES, TAGS, fc.string({ unit: "binary" })))
  .map((parts) => parts.join(""));

test("whatever a page holds, its text and metadata can be stored", async () => {
  await fc.assert(
    fc.asyncProperty(
      html,
      fc.constantFrom("text/html", "application/xhtml+xml", "text/plain", "text/markdown"),
      async (text, mediaType) => {
        const result = await read(text, { mediaType });
        const said =
          JSON.stringify(Object.values(result.metadata)) + (result.outcome === "text" ? result.text : "");
        expect(said.isWellFormed()).toBe(true);
        expect(said).not.toContain("\0");
        expect(said).not.toContain("\\u0000");
        expect(said).not.toMatch(/\\ud[89a-f]/i);
      },
    ),
    { numRuns: 200 },
  );
});

test("words are divided where a reader sees them divided, and only there", async () => {
  expect(await textOf("<h1>One</h1><p>two<br>three <b>fo</b>ur</p><div>five<div>six</div></div>")).toBe(
    "One\n\ntwo\nthree four\n\nfive\n\nsix",
  );
  expect(await textOf("<ul><li>a<ul><li>b</ul><li><p>c</p><p>d</p></ul><p>e")).toBe("a\nb\nc\nd\n\ne");
  expect(await textOf("<table><tr><th>a<th>b<tr><td><b>c</b><br>d<td>e</table>")).toBe("a\tb\nc d\te");
  expect(await textOf("<p>x</p><pre>if (a)\n  b();\n</pre><p>y &nbsp; z</p>")).toBe(
    "x\n\nif (a)\n  b();\n\ny \u00a0 z",
  );
  expect(await textOf("<p>She said <q>no</q>.</p><p>one<br><br>two</p>")).toBe(
    "She said “no”.\n\none\n\ntwo",
  );
  expect(await textOf("<p><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>町</p>")).toBe("港町");
});

test("what nobody sees is no text", async () => {
  const hidden =
    "<p hidden>a</p><p style='display: none'>b</p><p aria-hidden=true>c</p><template>d</template><noscript>e</noscript><script>f</script><dialog>g</dialog>";
  expect(await textOf(`${hidden}<p>seen</p>`)).toBe("seen");
  const empty = await read(`<div id="root"></div>${hidden}`);
  expect(empty).toMatchObject({
    outcome: "unreadable",
    sentence: expect.stringContaining("no words of its own"),
  });
});

test("where the article is a small part of the page, everything that can be seen is kept", async () => {
  const entry = (n: number) =>
    `<div class="comment"><div>Keeper of light ${n} is named in the register, first under his own name, and then under another one.</div></div>`;
  const register = Array.from({ length: 40 }, (_, n) => entry(n)).join("");
  const text = await textOf(
    `<nav>Home</nav><div class="intro"><p>${"This register, begun in 1871, lists keepers, lights, and years. ".repeat(9)}</p></div><div>${register}</div>`,
  );
  expect(text).toContain("Keeper of light 0 ");
  expect(text).toContain("Keeper of light 39 ");
  expect(text).not.toContain("Home");
});

test("a page may name another address as its own only on its own domain, and not the front page", async () => {
  const canonical = async (href: string) =>
    (await read(`<link rel=canonical href="${href}"><p>x`)).metadata.canonicalUrl;
  expect(await canonical("/a/page-1")).toBe("https://paper.example/a/page-1");
  expect(await canonical("https://www.paper.example/b")).toBe("https://www.paper.example/b");
  for (const foreign of [
    "https://other.example/a",
    "https://paper.example/",
    "javascript:alert(1)",
    "http://[",
  ])
    expect(await canonical(foreign)).toBeNull();
});

test("a PDF is read page by page, with divided words joined", async () => {
  const page = pdfPage("https://port.example/report.pdf");
  const result = await readPage({ ...page, mediaType: "application/octet-stream" });
  if (result.outcome !== "text") throw new Error(result.sentence);
  expect(result.text.split("\n\n")[1]).toBe(
    "The port handled 4,212 ships in the year, nine per cent fewer than before, and stays grew longer.",
  );
  expect(result.pages?.map(({ start, end }) => result.text.slice(start, end).split("\n\n").at(-1))).toEqual([
    "A second berth would cost 88 million.",
    "The board approved the budget in March.",
  ]);
});

test("a PDF without words, locked or damaged says so", async () => {
  const sentence = async (body: Uint8Array<ArrayBuffer>) => {
    const result = await readPage({ url: URL, mediaType: "application/pdf", body });
    return result.outcome === "unreadable" ? result.sentence : result.outcome;
  };
  expect(await sentence(writePdf([[]], { Title: "Scan" }))).toContain("no text layer");
  const key = `<${"00".repeat(32)}>`;
  const locked = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [<00> <00>]`;
  expect(await sentence(writePdf([[["Secret", 0]]], {}, locked))).toContain("locked with a password");
  expect(await sentence(new TextEncoder().encode("%PDF-1.7 and then nothing"))).toContain("damaged");
});

test("what is no text is not read", async () => {
  const result = await read("", { mediaType: "image/png" });
  expect(result).toMatchObject({
    outcome: "unreadable",
    sentence: expect.stringContaining("neither a page"),
  });
});
