import fc from "fast-check";
import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { type RichText, type RichTextNode, richText } from "@/lib/rich-text/document";
import { fromMdast } from "@/lib/rich-text/from-mdast";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";
import { resolveMdast } from "@/lib/rich-text/resolve-mdast";
import { bold, captioned, doc, link, PICTURE, p, picture, table } from "@/lib/rich-text/test-words";
import { toMdast } from "@/lib/rich-text/to-mdast";

const parser = unified().use(remarkParse).use(remarkGfm);
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: "-", rule: "-" });

function read(markdown: string): RichText {
  return richText.parse(fromMdast(resolveMdast(parser.parse(markdown)).root.children));
}

function write(document: RichText): string {
  const root: Root = { type: "root", children: toMdast(document) };
  return writer.stringify(root);
}

function links(node: RichTextNode): string[] {
  const own =
    node.marks?.filter((mark) => mark.type === "link").map((mark) => String(mark.attrs?.href)) ?? [];
  return [...own, ...(node.content ?? []).flatMap(links)];
}

describe("reading Markdown into rich text", () => {
  it("keeps emphasis, strength, code, strike, breaks and links", () => {
    const document = read("A *b* **c** `d` ~~e~~ [f](https://example.org/f)\\\ng");
    const marks = document.content[0]?.content?.map((node) => [node.text, node.marks?.[0]?.type]);
    expect(marks).toEqual([
      ["A ", undefined],
      ["b", "italic"],
      [" ", undefined],
      ["c", "bold"],
      [" ", undefined],
      ["d", "code"],
      [" ", undefined],
      ["e", "strike"],
      [" ", undefined],
      ["f", "link"],
      [undefined, undefined],
      ["g", undefined],
    ]);
  });

  it("resolves references, keeps unused definitions and footnotes in place", () => {
    const document = read(
      "See [one][a] and [two].[^n]\n\n[^n]: A note.\n\n[a]: https://example.org/a\n[two]: https://example.org/two\n[three]: https://example.org/three 'Third'",
    );
    expect(plainText(document)).toBe("See one and two.[^n]\n\n[^n]: A note.\n\nthree Third");
    expect(links(document)).toEqual([
      "https://example.org/a",
      "https://example.org/two",
      "https://example.org/three",
    ]);
  });

  it("turns an image into a link and never interprets HTML", () => {
    const document = read(
      "![A chart](https://example.org/c.png)\n\n<script>alert(1)</script>\n\nText <b>bold</b>",
    );
    expect(plainText(document)).toBe("A chart\n\n<script>alert(1)</script>\n\nText <b>bold</b>");
    expect(links(document)).toEqual(["https://example.org/c.png"]);
  });

  it("keeps the words of links it cannot keep", () => {
    const markdown =
      "[the feed](/feed.atom), [mail](info@example.org), [bad](javascript:alert), [top](#top) [![alt](https://example.org/i.png)](https://example.org)";
    const { root, refused } = resolveMdast(parser.parse(markdown));
    const document = richText.parse(fromMdast(root.children));
    expect(plainText(document)).toBe("the feed (/feed.atom), mail, bad, top alt (https://example.org/i.png)");
    expect(links(document)).toEqual(["mailto:info@example.org", "https://example.org"]);
    expect(refused).toEqual([{ text: "bad", address: "javascript:alert", line: 1 }]);
  });

  it("keeps nested, ordered and task lists, quotes, code, rules and headings", () => {
    const document = read(
      "# One\n\n#### Four\n\n3. c\n   - d\n4. e\n\n- [x] done\n- [ ] open\n\n> Quoted\n\n---\n\n```js\nlet a\n```",
    );
    expect(document.content.map((node) => node.type)).toEqual([
      "heading",
      "heading",
      "orderedList",
      "bulletList",
      "blockquote",
      "horizontalRule",
      "codeBlock",
    ]);
    expect(document.content[0]?.attrs?.level).toBe(3);
    expect(document.content[1]?.attrs?.level).toBe(4);
    expect(document.content[2]?.attrs?.start).toBe(3);
    expect(plainText({ type: "doc", content: document.content.slice(3, 4) })).toBe("☑ done\n☐ open");
  });

  it("fills up table rows and keeps surplus cells", () => {
    const tables = plainTables(read("| a | b |\n|---|:-:|\n| 1 | 2 | 3 |\n| 4 |"));
    expect(tables).toEqual([
      {
        header: ["a", "b", ""],
        rows: [
          ["1", "2", "3"],
          ["4", "", ""],
        ],
      },
    ]);
  });

  it("lays flat what is nested beyond reading", () => {
    expect(plainText(read(`${">".repeat(60)} deep`))).toBe("deep");
  });
});

describe("pictures and captions", () => {
  it("comes back from Markdown as it was", () => {
    const document = richText.parse(
      doc(
        picture(
          { alt: "A [quay]", credit: 'Jo "J" Doe' },
          "The ",
          ...bold("quay"),
          " at ",
          ...link("https://example.org/", "noon"),
        ),
        p("Between."),
        picture({ alt: "Alone" }),
      ),
    );
    const markdown = write(document);
    expect(markdown).toContain(`![A \\[quay\\]](/images/${PICTURE}/1280#1600x900`);
    expect(read(markdown)).toEqual(document);
  });

  it("leaves a picture from elsewhere a link, and ours in a sentence its address", () => {
    const ours = `/images/${PICTURE}/1280#1600x900`;
    expect(plainText(read(`See ![a](${ours}) here`))).toBe(`See a (${ours}) here`);
    expect(links(read("![A chart](https://example.org/images/c.png)"))).toEqual([
      "https://example.org/images/c.png",
    ]);
  });

  it("writes a table's caption as a line of its own", () => {
    const document = doc(captioned("Fees in May", table(["Berth"], ["12"])));
    expect(write(document)).toMatch(/\| 12 +\|\n\n\*Fees in May\*/);
  });
});

const phrase = fc
  .array(fc.stringMatching(/^[a-zA-Z0-9.,!?*_`~<>[\]()#&|\\:é-]{1,8}$/), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));
const marks = fc.constantFrom<RichTextNode["marks"][]>(
  undefined,
  [{ type: "bold" }],
  [{ type: "italic" }],
  [{ type: "bold" }, { type: "italic" }],
  [{ type: "strike" }],
  [{ type: "link", attrs: { href: "https://example.org/a_(b)?c=d&e" } }],
);
const run = fc
  .tuple(phrase, marks)
  .map(([text, own]): RichTextNode => (own ? { type: "text", text, marks: own } : { type: "text", text }));
const space: RichTextNode = { type: "text", text: " " };
const inline = fc
  .array(run, { minLength: 1, maxLength: 4 })
  .map((runs) => runs.flatMap((node, index) => (index === 0 ? [node] : [space, node])));
const paragraph = inline.map((content): RichTextNode => ({ type: "paragraph", content }));
const item = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((content): RichTextNode => ({ type: "listItem", content }));
const items = fc.array(item, { minLength: 1, maxLength: 3 });
function row(type: string) {
  return fc.tuple(paragraph, paragraph).map(
    (cells): RichTextNode => ({
      type: "tableRow",
      content: cells.map((cell) => ({ type, content: [cell] })),
    }),
  );
}
const block: fc.Arbitrary<RichTextNode> = fc.oneof(
  paragraph,
  fc
    .tuple(inline, fc.constantFrom(3, 4))
    .map(([content, level]) => ({ type: "heading", attrs: { level }, content })),
  items.map((content) => ({ type: "bulletList", content })),
  fc.tuple(items, fc.nat(20)).map(([content, start]) => ({ type: "orderedList", attrs: { start }, content })),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({ type: "blockquote", content })),
  phrase.map((text) => ({ type: "codeBlock", attrs: { language: "js" }, content: [{ type: "text", text }] })),
  fc.tuple(row("tableHeader"), row("tableCell")).map((content) => ({ type: "table", content })),
  fc.constant({ type: "horizontalRule" }),
);

describe("writing rich text as Markdown", () => {
  it("comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
        const document = richText.parse({ type: "doc", content });
        expect(plainText(read(write(document)))).toBe(plainText(document));
        expect(read(write(document))).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });
});
