import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/policy";
import { bold, doc, p } from "@/lib/rich-text/test-words";
import { lookUp, search } from "@/lib/search/queries";
import type { SearchHit } from "@/lib/search/schema";
import { queryWords, tsQuery } from "@/lib/search/words";
import { makeContributor, makeEntity, makeIssue, makeStory, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let admin: Actor;
const titles = (hits: SearchHit[]) => hits.map((hit) => hit.title.text);
const marks = (hit: SearchHit | undefined) =>
  (hit?.excerpt?.hits ?? []).map(([from, to]) => hit?.excerpt?.text.slice(from, to));

beforeAll(async () => {
  const person = await makeContributor(db(), { name: "Ines Harbour" });
  const boss = await makeContributor(db(), { name: "Adaeze Quay", role: "admin" });
  editor = { id: person.id, role: "editor", name: person.name };
  admin = { id: boss.id, role: "admin", name: boss.name };
  await makeEntity(db(), { name: "Ida Holm", kind: "person", otherNames: ["Quartermistress"] });
  const published = await makeIssue(db(), {
    title: "The lighthouse issue",
    number: 41,
    introduction: paragraphs("An introduction about dredging."),
    highlights: [{ text: "Pilots went on strike." }],
    sections: [
      {
        title: "Ports",
        stories: [
          {
            headline: "Berths — dearer by the hour",
            body: doc(
              p(
                "The port ",
                bold("Xiao"),
                " raised fees to $4.20 per tonne (source: https://port.example/fees?y=2026).",
              ),
            ),
            sources: [
              {
                title: "Fees from May",
                publisher: "Harbour Bulletin",
                url: "https://bulletin.example/fees-2026",
              },
            ],
          },
          {
            headline: "Cranes",
            body: paragraphs("A crane lifts forty tonnes an hour."),
            whyItMatters: paragraphs("小米发布了新模型。"),
          },
        ],
      },
    ],
  });
  await db().issue.update({ where: { id: published.id }, data: { publicationState: "published" } });
  const waiting = await makeStory(db(), { headline: "Ferries — the hour before dawn", authorId: person.id });
  const gone = await makeStory(db(), { headline: "Removed hour" });
  await db().story.update({ where: { id: gone.id }, data: { trashedAt: new Date() } });
  await db().thread.create({
    data: {
      storyId: waiting.id,
      kind: "comment",
      authorId: person.id,
      comments: { create: [{ text: "Ask the harbourmaster first.", authorId: person.id }] },
    },
  });
});

describe("search", () => {
  it("finds words in headlines first, then in texts, also while the last word is being typed", async () => {
    const { hits } = await search(editor, { query: "hou", kinds: ["story"] });
    expect(titles(hits).slice(-1)).toEqual(["Cranes"]);
    expect(titles(hits).slice(0, 3).sort()).toEqual([
      "Berths — dearer by the hour",
      "Ferries — the hour before dawn",
      "Removed hour",
    ]);
    expect(marks(hits.at(-1))).toEqual(["hou"]);
  });

  it("says where each stands", async () => {
    const { hits } = await search(editor, { query: "hour" });
    const by = new Map(hits.map((hit) => [hit.title.text, hit]));
    expect(by.get("Cranes")).toMatchObject({
      state: "published",
      issue: { number: 41 },
      story: { number: 2 },
    });
    expect(by.get("Ferries — the hour before dawn")).toMatchObject({
      state: "backlog",
      issue: null,
      by: "Ines Harbour",
    });
    expect(by.get("Removed hour")?.state).toBe("trash");
    expect(titles((await search(editor, { query: "hour", state: "backlog" })).hits)).toHaveLength(1);
    expect(titles((await search(editor, { query: "hour", state: "trash" })).hits)).toEqual(["Removed hour"]);
  });

  it.each([
    ["dredging", "issue", "The lighthouse issue"],
    ["pilots strike", "issue", "The lighthouse issue"],
    ["41", "issue", "The lighthouse issue"],
    ["4.20", "story", "Berths — dearer by the hour"],
    ["port.example/fees", "story", "Berths — dearer by the hour"],
    ["小米", "story", "Cranes"],
    ["新模", "story", "Cranes"],
    ["https://bulletin.example/fees-2026", "source", "Fees from May"],
    ["harbour bulletin", "source", "Fees from May"],
    ["harbourm", "comment", "Ferries — the hour before dawn"],
    ["ightho", "issue", "The lighthouse issue"],
    ["quartermi", "entity", "Ida Holm"],
  ] as const)("finds “%s”", async (query, kind, title) => {
    expect(titles((await search(editor, { query, kinds: [kind] })).hits)).toEqual([title]);
  });

  it("leads from a source to the story that uses it, and shows a comment under its story", async () => {
    const [source] = (await search(editor, { query: "bulletin", kinds: ["source"] })).hits;
    expect(source?.story?.headline).toBe("Berths — dearer by the hour");
    const [comment] = (await search(editor, { query: "harbourmaster" })).hits;
    expect(comment).toMatchObject({ kind: "comment", state: "backlog", by: "Ines Harbour" });
    expect(marks(comment)).toEqual(["harbourmaster"]);
  });

  it("shows people to those who manage them only", async () => {
    expect((await search(editor, { query: "Ines" })).hits).toEqual([]);
    expect(titles((await search(admin, { query: "Ines" })).hits)).toEqual(["Ines Harbour"]);
  });

  it("gives pages that join without gap or double", async () => {
    const whole = (await search(editor, { query: "hour" })).hits.map((hit) => hit.id);
    const pages = [];
    for (let offset = 0; offset < whole.length; offset += 2) {
      const page = await search(editor, { query: "hour", limit: 2, offset });
      expect(page.more).toBe(offset + 2 < whole.length);
      pages.push(...page.hits.map((hit) => hit.id));
    }
    expect(pages).toEqual(whole);
  });

  it("answers nothing to nothing, and refuses what cannot be asked in words", async () => {
    expect(await search(editor, { query: "   " })).toEqual({ hits: [], more: false });
    for (const query of ["a\0b", "\ud800", "x".repeat(501)]) {
      await expect(search(editor, { query })).rejects.toBeInstanceOf(AppError);
    }
  });

  it("takes any query without failing", async () => {
    const odd = fc.constantFrom(
      "'",
      '"',
      "\\",
      "%",
      "_",
      "!",
      "&",
      "|",
      "(",
      ")",
      ":*",
      "<->",
      "*",
      "''",
      "--",
      ";",
      "$1",
      "小",
      "é",
      "a",
    );
    const queries = fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.array(odd, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        try {
          await search(editor, { query });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }),
      { numRuns: 120 },
    );
  });

  it("cuts a query into the words that Postgres cuts a text into", async () => {
    const words = [
      "crane",
      "2026",
      "über",
      "小米",
      "café",
      "don't",
      "GTC-2026",
      "a.b/c",
      "“so”",
      "x",
      "Ελλάδα",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }),
        async (picked) => {
          const [row] = await db().$queryRaw<{ found: boolean }[]>`
          SELECT plumbline_words(${picked.join(" ")}) @@ to_tsquery('simple', ${tsQuery(queryWords(picked.toReversed().join(" ")))}) AS "found"`;
          expect(row?.found, picked.join(" ")).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("the palette's look-up", () => {
  it("gives what was changed last for nothing, a few of each kind for something, and nothing from the trash", async () => {
    const recent = await lookUp(editor, { query: "" });
    expect(new Set(recent.map((hit) => hit.kind))).toEqual(new Set(["story", "issue"]));
    expect(titles(recent)).not.toContain("Removed hour");
    expect(titles(await lookUp(editor, { query: "removed" }))).toEqual([]);
    expect(titles(await lookUp(editor, { query: "fees", each: 1 })).sort()).toEqual([
      "Berths — dearer by the hour",
      "Fees from May",
    ]);
  });
});
