import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { claimsCsv, claimsJson, claimsJsonSchema } from "@/lib/claims/table/export";
import { testRow } from "@/lib/claims/table/test-rows";

const SITE = "https://plumbline.example";

/** The fields of a CSV file, by the grammar of RFC 4180. */
function fieldsOf(csv: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gu)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}

function cellsOf(csv: string): Record<string, string>[] {
  const [head = [], ...lines] = fieldsOf(csv.replace("\uFEFF", ""));
  return lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] ?? ""])));
}

describe("claims as CSV", () => {
  test("has a byte order mark, a head and a line for each row, with words for what is stored", () => {
    const csv = claimsCsv([
      testRow({
        kind: "commitment",
        attribution: "reported",
        speaker: "Corvia",
        state: "nearToSign",
        due: "2026-11-30",
        outcome: "no",
        evidence: 2,
        sources: [
          { title: "Fares, spring", publisher: "Corvia", url: null },
          { title: "Works", publisher: "", url: "https://wire.example/works" },
        ],
      }),
      testRow({ issue: null, standing: "unmarked" }),
    ]);
    expect(csv.startsWith("\uFEFFIssue,Issue title,Story,Headline,Kind,")).toBe(true);
    const [one, other] = cellsOf(csv);
    expect(one).toMatchObject({
      ...{ Issue: "1", Kind: "Commitment", State: "Nearly the same, to be signed", Due: "2026-11-30" },
      ...{ Outcome: "not kept", Evidence: "2", Standing: "Draft" },
      Sources: "Fares, spring, Corvia\nWorks",
      Addresses: "https://wire.example/works",
    });
    expect(other).toMatchObject({ "Issue title": "Backlog", Issue: "", Standing: "No longer in the text" });
  });

  const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", '=HYPERLINK("https://x.example","y")'];
  // Line ends, tab, spaces, zero-width signs, a soft hyphen, a filler.
  const before = ["\t", "\r", "\n", " ", "\u00A0", "\u200B", "\uFEFF", "\u00AD", "\u3164", " \u2060\n "];
  test.each([...formulas, ...before.map((hidden) => `${hidden}=1`), "\tplain"])(
    "no spreadsheet runs %j",
    (words) => {
      const [cells] = cellsOf(
        claimsCsv([
          testRow({ words, speaker: words, sources: [{ title: words, publisher: "", url: null }] }),
        ]),
      );
      expect([cells?.Words, cells?.Speaker, cells?.Sources]).toEqual(Array(3).fill(`'${words}`));
    },
  );

  test("words with commas, quotation marks and lines come back as they were", () => {
    const words = 'He said: “no”, "never",\r\nand\nleft; it’s ‘over’';
    expect(cellsOf(claimsCsv([testRow({ words }), testRow()])).map((cells) => cells.Words)).toEqual([
      words,
      "It rains",
    ]);
  });
});

test("claims as JSON fit the schema that they name", () => {
  const rows = [
    testRow({ kind: "forecast", attribution: "quoted", due: "2027-12-31", outcome: "open" }),
    testRow({ kind: "analysis", attribution: null, state: null, status: null, evidence: null, premises: 2 }),
  ];
  const file = JSON.parse(claimsJson(rows, SITE));
  const schema = claimsJsonSchema(SITE);
  expect(file.$schema).toBe(schema.$id);
  expect(file.claims).toEqual(rows);
  const ajv = addFormats(new Ajv2020({ strict: false }));
  const validate = ajv.compile(schema);
  expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
  expect(validate({ ...file, claims: [{ ...rows[0], kind: "poem" }] })).toBe(false);
});
