import { describe, expect, test } from "vitest";
import { tagVersions } from "@/lib/cache";
import { setClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { differsFromEdition } from "@/lib/editions/build";
import { getEdition } from "@/lib/editions/public";
import { attachEvidence, detachEvidence } from "@/lib/evidence/commands";
import { claimOf, PAGE, story } from "@/lib/evidence/test-story";
import { reopenForecast, resolveForecast } from "@/lib/forecasts/commands";
import { findSettlingPassage, findSources } from "@/lib/forecasts/passages";
import { countDueForecasts, listOpenForecasts, listSettledForecasts } from "@/lib/forecasts/queries";
import { FORETOLD, publish, published } from "@/lib/forecasts/test-forecast";
import { readLedger, withOutcomes } from "@/lib/ledger/public";
import { refusal, someone } from "@/lib/workflow/test-people";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const TODAY = "2026-09-15";
const SETTLED = {
  outcome: "yes",
  resolution: "The harbour has charged by the hour since August.",
  resolvedOn: "2026-08-31",
} as const;

const now = async (claimId: string) => (await readLedger()).find(({ claim }) => claim.id === claimId)?.claim;

describe("settling", () => {
  test("is told to readers at once, beside an edition that stays as it is", async () => {
    const { editor, claimId, version, slug, issue } = await published();
    const before = await getEdition(slug);
    const outcomes = async () => (await tagVersions(["outcomes"])).outcomes ?? 0;
    const raised = await outcomes();
    const passage = await findSettlingPassage(editor, {
      source: {
        id: (
          await db().storySource.findFirstOrThrow({ where: { story: { claims: { some: { id: claimId } } } } })
        ).sourceId,
      },
      quote: "From May the harbour charges ferries by the hour.",
    });
    expect(passage).toMatchObject({
      found: "verified",
      exact: "From May the harbour charges ferries by the hour.",
    });
    const { snapshotId, start, end } = passage;
    await resolveForecast(
      editor,
      { id: claimId, version, ...SETTLED, passages: [{ snapshotId, start, end }] },
      { today: TODAY },
    );
    expect(await outcomes()).toBe(raised + 1);

    const claim = await now(claimId);
    expect(claim?.due).toMatchObject({
      at: "2026-09-01",
      outcome: "yes",
      resolvedAt: "2026-08-31T00:00:00.000Z",
      resolution: SETTLED.resolution,
    });
    expect(claim?.evidence).toMatchObject([
      { relation: "resolves", exact: passage.exact, matchStatus: "verified", origin: "fetched" },
    ]);
    const after = await getEdition(slug);
    expect(after?.edition).toEqual(before?.edition);
    const shown = after && (await withOutcomes(after.edition));
    expect(shown?.sections[0]?.stories[0]?.claims[0]?.due?.outcome).toBe("yes");
    // Readers have it already: the draft is no newer for it.
    expect(await differsFromEdition(db(), issue.id)).toBe(false);
    const events = await db().auditEvent.findMany({
      where: { action: "forecast.resolve", targetId: claimId },
    });
    expect(events).toMatchObject([
      { actorId: editor.id, detail: { outcome: "yes", resolvedOn: "2026-08-31" } },
    ]);
  });

  test("a passage that settles what quotes somebody need not hold the quoted words", async () => {
    const { editor, claimId, version, snapshotId } = await published();
    await setClaim(editor, { id: claimId, version, attribution: "quoted" });
    const passages = [{ snapshotId, start: 0, end: 11 }];
    await resolveForecast(
      editor,
      { id: claimId, version: version + 1, ...SETTLED, passages },
      { today: TODAY },
    );
    const row = await db().evidence.findFirstOrThrow({ where: { claimId } });
    expect(row).toMatchObject({ exact: PAGE.slice(0, 11), matchStatus: "verified", relation: "resolves" });
  });

  test("is refused to contributors, for days to come, for drafts, and on an older version", async () => {
    const { editor, author, claimId, version } = await published();
    const input = { id: claimId, version, ...SETTLED };
    const at = { today: TODAY };
    expect((await refusal(resolveForecast(author, input, at))).code).toBe("forbidden");
    expect((await refusal(reopenForecast(author, { id: claimId, version }))).code).toBe("forbidden");
    const tomorrow = { ...input, resolvedOn: "2026-09-16" };
    expect(await refusal(resolveForecast(editor, tomorrow, at))).toMatchObject({
      code: "invalid",
      details: { fieldErrors: { resolvedOn: [expect.any(String)] } },
    });
    const silent = await refusal(resolveForecast(editor, { ...input, resolution: "  " }, at));
    expect(silent.message).toContain("sentence");
    const draft = await story();
    const unpublished = await claimOf(draft.author, draft.storyId, "It will rain", "forecast");
    const early = await refusal(resolveForecast(editor, { ...input, id: unpublished, version: 1 }, at));
    expect(early.message).toContain("Readers do not have this forecast");
    const old = await refusal(resolveForecast(editor, { ...input, version: version - 1 }, at));
    expect(old).toMatchObject({ code: "conflict", details: { id: claimId, version } });
    expect((await now(claimId))?.due.outcome).toBe("open");
  });

  test("of two who settle it at once, one is told that it is settled", async () => {
    const { editor, claimId, version } = await published();
    const settle = (outcome: "yes" | "no") =>
      resolveForecast(editor, { id: claimId, version, ...SETTLED, outcome }, { today: TODAY });
    const answers = await Promise.allSettled([settle("yes"), settle("no")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = await refusal(
      resolveForecast(editor, { id: claimId, version: version + 1, ...SETTLED }, { today: TODAY }),
    );
    expect(again).toMatchObject({ code: "conflict", message: expect.stringContaining("settled already") });
  });

  test("opened again it is open for readers, without what settled it; settled anew it is so shown", async () => {
    const { editor, claimId, version, snapshotId } = await published();
    const passages = [{ snapshotId, start: 0, end: 11 }];
    const settled = await resolveForecast(
      editor,
      { id: claimId, version, ...SETTLED, passages },
      { today: TODAY },
    );
    const opened = await reopenForecast(editor, { id: claimId, version: settled.version });
    expect(await reopenForecast(editor, { id: claimId, version: opened.version })).toEqual(opened);
    const claim = await now(claimId);
    expect(claim).toMatchObject({ due: { outcome: "open", resolvedAt: null }, evidence: [] });
    expect(claim?.due).not.toHaveProperty("resolution");
    await resolveForecast(
      editor,
      { id: claimId, version: opened.version, ...SETTLED, outcome: "no" },
      { today: TODAY },
    );
    expect(await now(claimId)).toMatchObject({
      due: { outcome: "no" },
      evidence: [{ relation: "resolves" }],
    });
  });

  test("what settles it is changed afterwards only by those who may settle", async () => {
    const { editor, author, claimId, version, snapshotId } = await published();
    const words = { claimId, snapshotId, start: 0, end: 11, relation: "resolves" } as const;
    const { id } = await attachEvidence(author, words);
    expect((await now(claimId))?.evidence).toEqual([]);
    await resolveForecast(editor, { id: claimId, version, ...SETTLED }, { today: TODAY });
    expect((await refusal(attachEvidence(author, { ...words, start: 4 }))).code).toBe("forbidden");
    expect((await refusal(detachEvidence(author, { id }))).code).toBe("forbidden");
    await detachEvidence(editor, { id });
    expect((await now(claimId))?.evidence).toEqual([]);
  });
});

test("a day that is moved stays in sight, and reaches readers with the next edition", async () => {
  const { editor, claimId, version, issue } = await published({ due: "2026-09-01" });
  await setClaim(editor, { id: claimId, version, horizonAt: "2026-12-01" });
  const entry = async () => (await readLedger()).find(({ claim }) => claim.id === claimId);
  expect(await entry()).toMatchObject({
    claim: { due: { at: "2026-09-01" } },
    publishedDays: ["2026-09-01"],
  });
  await publish(issue.id);
  expect(await entry()).toMatchObject({
    claim: { due: { at: "2026-12-01" } },
    publishedDays: ["2026-09-01", "2026-12-01"],
  });
});

test("what is due is what readers have, by the day it was published with", async () => {
  const { editor, claimId, version } = await published({ due: "2026-09-20" });
  const ids = async (today: string) => {
    const { due, soon, later } = await listOpenForecasts(editor, today);
    const has = (lines: { id: string }[]) => lines.some(({ id }) => id === claimId);
    return [has(due), has(soon), has(later)];
  };
  expect(await ids("2026-08-22")).toEqual([false, false, true]);
  expect(await ids("2026-08-23")).toEqual([false, true, false]);
  expect(await ids("2026-09-19")).toEqual([false, true, false]);
  const count = await countDueForecasts(editor, "2026-09-19");
  expect(await ids("2026-09-20")).toEqual([true, false, false]);
  expect(await countDueForecasts(editor, "2026-09-20")).toBe(count + 1);
  await resolveForecast(editor, { id: claimId, version, ...SETTLED }, { today: "2026-09-20" });
  expect(await ids("2026-09-20")).toEqual([false, false, false]);
  expect(await countDueForecasts(editor, "2026-09-20")).toBe(count);
  expect(await listSettledForecasts(editor)).toContainEqual(
    expect.objectContaining({ id: claimId, text: FORETOLD, outcome: "yes", resolvedOn: "2026-08-31" }),
  );
});

describe("the passage that settles it", () => {
  test("is found nearly, or kept as typed where it is not there, and says which", async () => {
    const { editor, author, sourceId, claimId } = await published();
    const source = { id: sourceId };
    const near = await findSettlingPassage(editor, {
      source,
      quote: "From May the harbor charges ferries by the hour",
    });
    expect(near).toMatchObject({ found: "near", exact: "From May the harbour charges ferries by the hour" });
    const quote = "Nobody pays by the hour.";
    expect(await refusal(findSettlingPassage(editor, { source, quote }))).toMatchObject({
      code: "invalid",
      details: { mayType: true },
    });
    expect((await refusal(findSettlingPassage(author, { source, quote, typed: true }))).code).toBe(
      "forbidden",
    );
    const typed = await findSettlingPassage(editor, { source, quote, typed: true });
    expect(typed).toMatchObject({ found: "typed", exact: quote, start: 0, end: quote.length });
    expect(await findSettlingPassage(editor, { source, quote })).toEqual(typed);
    expect(await findSources(editor, { claimId, words: "" })).toMatchObject([{ id: sourceId }]);
  });

  test("may stand on a page that nobody has collected yet", async () => {
    const editor = await someone("editor");
    const url = "https://harbour.example/by-the-hour";
    const quote = "By the hour since August.";
    const refused = await refusal(findSettlingPassage(editor, { source: { url }, quote }));
    expect(refused.message).toContain("No text of this page is kept yet");
    const typed = await findSettlingPassage(editor, { source: { url }, quote, typed: true });
    const rows = await db().source.findMany({ where: { url }, select: { id: true, fetchAskedAt: true } });
    expect(rows).toEqual([{ id: typed.source.id, fetchAskedAt: expect.any(Date) }]);
  });
});
