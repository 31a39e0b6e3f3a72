import type { RichText, RichTextNode } from "@/lib/rich-text/document";

// Sentences for an issue of any length: made of parts, the same ones each time, so that runs can be compared.

const WHO = [
  "The port authority",
  "A group of river pilots",
  "The ministry of works",
  "Two of the larger shipyards",
  "An inspector who asked not to be named",
  "The council of the lower town",
  "A study of eleven harbours",
  "The ferry company",
  "Residents of the north quay",
  "The insurer’s own report",
];
const DID = [
  "said on Tuesday that it had measured",
  "published figures that put in doubt",
  "asked once more for a review of",
  "agreed after nine hours of talks to",
  "refused to comment on",
  "will from next spring pay for",
  "found no trace of",
  "compared the last four years with",
  "has quietly given up",
  "expects to finish by the autumn",
];
const WHAT = [
  "the dredging of the eastern channel",
  "a second lock beside the old one",
  "every crossing made at night",
  "the price of a berth by the hour",
  "the silt that comes down with the spring floods",
  "a tariff that nobody remembers asking for",
  "the repair of the swing bridge",
  "the count of barges that wait longer than a day",
  "a loan of forty million over twelve years",
  "the timetable that was drawn up in winter",
];
const END = [
  "although the numbers do not add up yet.",
  "which is a third more than last year.",
  "and three other ports are watching.",
  "but the contract has not been signed.",
  "according to the minutes of the meeting.",
  "as the law has required since 2019.",
  "if the water stays where it is.",
  "and that is where the argument begins.",
];

/** The sentence with this number; a different one for each of the first few thousand. */
function sentence(number: number): string {
  const of = (parts: string[], step: number) => parts[Math.floor(number / step + number * 7) % parts.length];
  return `${of(WHO, 1)} ${of(DID, 3)} ${of(WHAT, 11)}, ${of(END, 5)}`;
}

const textOf = (text: string): RichTextNode => ({ type: "text", text });
const paragraph = (...content: RichTextNode[]): RichTextNode => ({ type: "paragraph", content });

function run(from: number, count: number): string {
  return Array.from({ length: count }, (_, index) => sentence(from + index)).join(" ");
}

/** Three sentences, of which the first two are claims. */
function claims(from: number): RichTextNode {
  const claim = (number: number): RichTextNode => ({
    ...textOf(sentence(number)),
    marks: [{ type: "claim", attrs: { id: crypto.randomUUID() } }],
  });
  return paragraph(claim(from), textOf(" "), claim(from + 1), textOf(` ${sentence(from + 2)}`));
}

function table(story: number): RichTextNode {
  const rows = [
    ["Harbour", "Berths", "Waiting, hours", "Fee"],
    ...Array.from({ length: 5 }, (_, row) => [
      `Basin ${row + 1}`,
      String(12 + ((story * 5 + row * 3) % 40)),
      String(1 + ((story + row) % 9)),
      `€${140 + ((story * 11 + row * 17) % 300)}`,
    ]),
  ];
  return {
    type: "table",
    content: rows.map((cells, row) => ({
      type: "tableRow",
      content: cells.map((cell) => ({
        type: row === 0 ? "tableHeader" : "tableCell",
        content: [paragraph(textOf(cell))],
      })),
    })),
  };
}

function list(from: number): RichTextNode {
  const items = [0, 1, 2].map((index) => ({
    type: "listItem",
    content: [paragraph(textOf(sentence(from + index)))],
  }));
  return { type: "bulletList", content: items };
}

/** The text of a story: paragraphs with bold words, a link and eight claims, a list, and in every third one a table. */
export function body(story: number): RichText {
  const from = story * 40;
  const lead = paragraph(
    { type: "text", text: "In short:", marks: [{ type: "bold" }] },
    textOf(` ${run(from, 2)} `),
    {
      type: "text",
      text: "Read the report",
      marks: [{ type: "link", attrs: { href: `https://example.org/report-${story}` } }],
    },
    textOf("."),
  );
  const rest = [3, 7, 11, 15].map((offset) => claims(from + offset));
  const extra = story % 3 === 0 ? [table(story)] : [];
  return { type: "doc", content: [lead, ...rest, list(from + 19), ...extra] };
}

/** The text of a box. */
export function box(story: number): RichText {
  return { type: "doc", content: [paragraph(textOf(run(story * 40 + 23, 3)))] };
}

/** "Basin 12 — the silt that comes down with the spring floods" */
export function headline(story: number): string {
  return `Basin ${story} — ${WHAT[story % WHAT.length]}`;
}

export const line = sentence;
