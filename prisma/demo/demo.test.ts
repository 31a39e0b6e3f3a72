import { expect, test } from "vitest";
import { matches } from "@/lib/contributors/password";
import { db } from "@/lib/db";
import { edition as editionSchema } from "@/lib/editions/schema";
import { stateOf } from "@/lib/ledger/entry";
import { readLedger } from "@/lib/ledger/public";
import { COMMAND_LINE } from "@/lib/policy";
import { getPreflight } from "@/lib/preflight/queries";
import { seedDemo } from "@/prisma/demo/seed-demo";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

async function published() {
  const rows = await db().edition.findMany({ orderBy: { publishedAt: "asc" } });
  return rows.map((row) => editionSchema.parse(row.document));
}

test("an empty database gets the whole demo, and three people who can sign in", async () => {
  const signIns = (await seedDemo()) ?? [];
  expect(signIns.map(({ role, email }) => [role, email])).toEqual([
    ["admin", "admin@example.org"],
    ["editor", "editor@example.org"],
    ["contributor", "contributor@example.org"],
  ]);
  for (const { email, role, password } of signIns) {
    const person = await db().contributor.findUniqueOrThrow({ where: { email } });
    expect(person.role).toBe(role);
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await matches(person.passwordHash, password)).toBe(true);
  }
  expect({
    issues: await db().issue.count(),
    editions: await db().edition.count(),
    stories: await db().story.count(),
    backlog: await db().story.count({ where: { sectionId: null } }),
    sources: await db().source.count(),
    snapshots: await db().sourceSnapshot.count({ where: { origin: "demoExcerpt", failure: null } }),
    evidence: await db().evidence.count({ where: { matchStatus: "verified" } }),
    unanchored: await db().claim.count({ where: { anchored: false } }),
  }).toEqual({
    issues: 3,
    editions: 2,
    stories: 16,
    backlog: 2,
    sources: 12,
    snapshots: 2,
    evidence: 2,
    unanchored: 0,
  });
});

test("issues 11 and 12 are published on their days, 13 is a draft", async () => {
  const editions = await published();
  expect(editions.map(({ number, edition, publishedAt }) => [number, edition, publishedAt])).toEqual([
    [11, 1, "2026-03-14T07:00:00.000Z"],
    [12, 1, "2026-03-21T07:00:00.000Z"],
  ]);
  const states = await db().issue.findMany({
    orderBy: { number: "asc" },
    select: { publicationState: true, workflowState: true },
  });
  expect(states.map((state) => [state.publicationState, state.workflowState])).toEqual([
    ["published", "approved"],
    ["published", "approved"],
    ["unpublished", "drafting"],
  ]);
});

test("the edition of issue 12 is whole", async () => {
  const [, whole] = await published();
  if (!whole) throw new Error("Issue 12 has no edition.");
  const stories = whole.sections.flatMap((section) => section.stories);
  expect(stories.map((story) => story.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(stories.flatMap((story) => story.sources)).toHaveLength(9);
  expect(whole.highlights.map((highlight) => highlight.stories.length)).toEqual([2, 1, 1, 2, 1]);
  const claims = stories.flatMap((story) => story.claims);
  expect(new Set(claims.map((claim) => claim.kind)).size).toBe(5);
  expect(claims.flatMap((claim) => claim.evidence).map((passage) => passage.origin)).toEqual(["demoExcerpt"]);
  const foretold = claims.find((claim) => claim.kind === "forecast");
  expect(foretold?.due).toMatchObject({ at: "2027-12-31", outcome: "open", probability: null });
  const analyses = stories.flatMap((story) => story.analyses);
  expect(analyses.filter(({ scope }) => scope === "whyItMatters")).toHaveLength(7);
  expect(analyses.every(({ premises }) => premises.length > 0)).toBe(true);
  expect(stories[6]?.sources.map(({ publisher }) => publisher)).toEqual(["Rakuten Group"]);
});

test("the ledger has something that was settled, something due and something open", async () => {
  const ledger = await readLedger();
  const states = Map.groupBy(ledger, (entry) => stateOf(entry, "2026-07-01"));
  expect(states.get("yes")?.map(({ claim }) => [claim.due.resolvedAt, claim.evidence.length])).toEqual([
    ["2026-03-21T00:00:00.000Z", 1],
  ]);
  expect(states.get("due")?.map(({ claim }) => claim.due.at)).toEqual(["2026-06-24"]);
  expect(states.get("open")?.length).toBeGreaterThan(3);
});

test("preflight of the demo: what it lacks is told, and no figure, day or name wrongly", async () => {
  const issues = await db().issue.findMany({ orderBy: { number: "asc" }, select: { id: true } });
  const found = [];
  for (const { id } of issues) {
    const lines = await getPreflight(COMMAND_LINE, { issueId: id });
    const speakers = lines.filter(({ rule }) => rule.endsWith("speaker-without-source"));
    found.push({
      rules: [...new Set(lines.map(({ rule }) => rule))],
      speakers: speakers.map(({ sentence }) => sentence),
    });
  }
  expect(found).toEqual([
    {
      rules: [
        "statement-without-evidence",
        "fact-without-evidence",
        "forecast-without-horizon",
        "story-without-source",
        "source-unfetched",
      ],
      speakers: [],
    },
    {
      rules: [
        "statement-without-evidence",
        "quotation-without-evidence",
        "speaker-without-source",
        "fact-without-evidence",
        "forecast-without-horizon",
        "source-unfetched",
      ],
      speakers: ["Story 7 reports Xiaomi in 3 places and cites no Xiaomi source."],
    },
    {
      rules: [
        "statement-without-evidence",
        "story-without-why",
        "story-without-source",
        "source-unfetched",
        "not-approved",
      ],
      speakers: [],
    },
  ]);
});

test("what was overridden stays with its edition and in the audit log", async () => {
  const editions = await db().edition.findMany({ select: { issueId: true, overrides: true } });
  const events = await db().auditEvent.findMany({ where: { action: "issue.publish" } });
  expect(editions).toHaveLength(2);
  for (const { issueId, overrides } of editions) {
    expect(overrides).toContainEqual({
      rule: expect.any(String),
      key: expect.any(String),
      sentence: expect.any(String),
      reason: expect.stringMatching(/^A demonstration/),
    });
    expect(events.find(({ targetId }) => targetId === issueId)?.detail).toMatchObject({ overrides });
  }
});

test("a database with anything in it stays as it is", async () => {
  const before = await db().edition.findMany();
  expect(await seedDemo()).toBeNull();
  expect(await db().edition.findMany()).toEqual(before);
  expect(await db().contributor.count()).toBe(3);
});
