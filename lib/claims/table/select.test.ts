import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTRIBUTIONS } from "@/lib/claims/kind";
import { CLAIM_STATES } from "@/lib/claims/state";
import { askedQuery, readAsked, type TableAsked } from "@/lib/claims/table/address";
import { type ClaimRow, ROW_KINDS, STANDINGS } from "@/lib/claims/table/row";
import { ASKED_STATES, SORTS, selectRows, sortRows } from "@/lib/claims/table/select";
import { testRow } from "@/lib/claims/table/test-rows";

const uuid = (last: string) => `00000000-0000-7000-8000-00000000000${last}`;
const ISSUES = [
  { id: uuid("a"), number: 11, title: "Eleven", slug: "eleven" },
  { id: uuid("b"), number: 12, title: "Twelve", slug: "twelve" },
  { id: uuid("c"), number: null, title: "Next", slug: "next" },
  null,
];
const SOURCES = [
  { title: "Sleeper orders", publisher: "Harbour Wire", url: "https://wire.example/orders" },
  { title: "Fares", publisher: "Corvia", url: null },
  { title: "ＦＡＲＥＳ", publisher: "", url: "https://fares.example/" },
];
const NAMES = ["Corvia", "corvia line", "Äther AG", "Nordlicht", "item 9", "item 10"];
const DAYS = ["2025-12-31", "2026-01-01", "2027-06-30"];

const maybe = <const T>(...values: T[]) => fc.constantFrom<T | null>(null, ...values);
const row: fc.Arbitrary<ClaimRow> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom(...ROW_KINDS),
    attribution: maybe(...ATTRIBUTIONS),
    speaker: maybe(...NAMES),
    words: fc.constantFrom("It rains", "it pours", "Fares fall by 9%", ""),
    uttered: maybe(...DAYS),
    state: maybe(...CLAIM_STATES),
    status: maybe("unverified", "supported", "disputed", "retracted"),
    evidence: maybe(0, 1, 2, 10),
    premises: maybe(0, 3),
    sources: fc.subarray(SOURCES),
    due: maybe(...DAYS),
    outcome: maybe("open", "yes", "no", "ambiguous"),
    standing: fc.constantFrom(...STANDINGS),
    issue: fc.constantFrom(...ISSUES),
    story: fc.constantFrom(
      { anchor: "s-aaaaaaaaa1", number: 1, headline: "Rain" },
      { anchor: "s-aaaaaaaaa2", number: null, headline: "Fares — down" },
    ),
  })
  .map((given) => testRow(given));

const asked: fc.Arbitrary<TableAsked> = fc.record({
  words: fc.constantFrom("", "fares", "RAINS it", "äther", "9", "wire.example", "nothing like it"),
  kind: maybe(...ROW_KINDS),
  speaker: fc.constantFrom("", "corvia", " NORD "),
  source: fc.constantFrom("", "wire", "fares", "FARES.example", "example/orders"),
  state: maybe(...ASKED_STATES),
  issue: maybe(uuid("a"), uuid("c"), "backlog"),
  drafts: fc.boolean(),
  sort: maybe(...SORTS),
  descending: fc.boolean(),
  page: fc.integer({ min: 1, max: 9 }),
});

/** Everything open but one choice, so that most rows come through. */
const one = asked.chain((all) =>
  fc
    .constantFrom("words", "kind", "speaker", "source", "state", "issue")
    .map((name) => ({ ...readAsked(new URLSearchParams()), [name]: all[name as keyof TableAsked] })),
);

/** The same filter, said once more and slowly. */
function isWanted(each: ClaimRow, { words, kind, speaker, source, state, issue }: TableAsked): boolean {
  const low = (text: string | null) => (text ?? "").normalize("NFKC").toLowerCase();
  const hosts = each.sources.map(({ url }) => (url === null ? "" : new URL(url).host));
  const cited = [...each.sources.flatMap(({ title, publisher }) => [title, publisher]), ...hosts].map(low);
  const anywhere = [low(each.words), low(each.story.headline), low(each.speaker), ...cited];
  if (kind !== null && each.kind !== kind) return false;
  if (state !== null && ![each.state as string, each.status as string].includes(state)) return false;
  if (issue === "backlog" && each.issue !== null) return false;
  if (issue !== null && issue !== "backlog" && each.issue?.id !== issue) return false;
  if (speaker.trim() !== "" && !low(each.speaker).includes(low(speaker.trim()))) return false;
  if (source.trim() !== "" && !cited.some((text) => text.includes(low(source.trim())))) return false;
  return low(words)
    .split(" ")
    .every((word) => anywhere.some((text) => text.includes(word)));
}

describe("rows that are asked for", () => {
  test("are those that fit every choice, in their order", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.oneof(asked, one), (rows, table) => {
        expect(selectRows(rows, table)).toEqual(rows.filter((each) => isWanted(each, table)));
      }),
      { numRuns: 500 },
    );
  });

  test("in order: nothing is lost, empty cells come last both ways, and what is equal stays as it came", () => {
    const cell: Record<(typeof SORTS)[number], (each: ClaimRow) => string | number | null> = {
      kind: ({ kind }) => ROW_KINDS.indexOf(kind),
      words: ({ words }) => words,
      issue: ({ issue }) => issue?.number ?? null,
      story: ({ story }) => story.number,
      speaker: ({ speaker }) => speaker,
      uttered: ({ uttered }) => uttered,
      state: ({ state }) => state && CLAIM_STATES.indexOf(state),
      evidence: ({ evidence, premises }) => evidence ?? premises,
      source: ({ sources }) => sources[0]?.title ?? null,
      due: ({ due }) => due,
      outcome: ({ outcome }) => outcome && ["open", "yes", "no", "ambiguous"].indexOf(outcome),
    };
    const isBefore = (a: string | number, b: string | number) =>
      typeof a === "string" ? a.localeCompare(String(b), "en", { numeric: true }) < 0 : a < Number(b);
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 20 }),
        fc.constantFrom(...SORTS),
        fc.boolean(),
        (rows, sort, descending) => {
          const sorted = sortRows(rows, { sort, descending });
          expect(new Set(sorted)).toEqual(new Set(rows));
          expect(sorted).toHaveLength(rows.length);
          for (const [at, next] of sorted.slice(1).entries()) {
            const last = sorted[at] as ClaimRow;
            const [a, b] = [cell[sort](last), cell[sort](next)];
            if (a === null) expect(b).toBeNull();
            if (a === null || b === null) continue;
            expect(descending ? isBefore(a, b) : isBefore(b, a)).toBe(false);
            if (!isBefore(a, b) && !isBefore(b, a))
              expect(rows.indexOf(last)).toBeLessThan(rows.indexOf(next));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("numbers in names count as numbers, and capitals do not matter much", () => {
    const rows = ["item 10", "item 9", "äther", "Ather"].map((speaker) => testRow({ speaker }));
    const sorted = sortRows(rows, { sort: "speaker", descending: false });
    expect(sorted.map(({ speaker }) => speaker)).toEqual(["Ather", "äther", "item 9", "item 10"]);
  });
});

describe("the address of a table", () => {
  test("says all that is asked for, and nothing else", () => {
    fc.assert(
      fc.property(asked, (table) => {
        const trimmed = { ...table, speaker: table.speaker.trim(), source: table.source.trim() };
        const descending = table.sort !== null && table.descending;
        expect(readAsked(new URLSearchParams(askedQuery(trimmed)))).toEqual({ ...trimmed, descending });
      }),
    );
    expect(askedQuery(readAsked(new URLSearchParams()))).toBe("");
  });

  test("what is misspelt in it asks for everything", () => {
    const query = new URLSearchParams("kind=poem&state=fine&issue=12&sort=-colour&page=0&q=&speaker=%20");
    expect(readAsked(query)).toEqual({ ...readAsked(new URLSearchParams()), descending: true });
    fc.assert(
      fc.property(fc.webQueryParameters(), (words) => {
        expect(() => readAsked(new URLSearchParams(words))).not.toThrow();
      }),
    );
  });
});
