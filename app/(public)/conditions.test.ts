import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { GET as getIssue } from "@/app/(public)/issues/[slug]/route";
import { htmlFaults } from "@/components/edition/test-html";
import { raise, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { testEdition } from "@/lib/editions/test-edition";
import { testClaim, testEvidence, testSource, testStory } from "@/lib/editions/test-parts";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import { mergeSources } from "@/lib/sources/merge";
import { conditionsOf } from "@/lib/sources/public";
import type { SourceState } from "@/lib/sources/state";
import { makeContributor, makeSnapshot, makeSource, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { insertPublished } from "@/prisma/test-published";
import { buildAssets } from "@/scripts/assets.mjs";

useFreshDatabase();

const PASSAGE = "forty sleepers by the autumn";
const source = testSource(1, { title: "Forty sleepers ordered" });
const claim = testClaim(2, "Forty sleepers are ordered", { evidence: [testEvidence(source, PASSAGE)] });
const body = doc(p(claimMark(claim.id, claim.text), "."));
const edition = testEdition({
  slug: "the-week",
  edition: 1,
  highlights: [],
  corrections: [],
  sections: [
    {
      title: "Rails",
      stories: [testStory(1, { headline: "Sleepers", body, sources: [source], claims: [claim] })],
    },
  ],
});

const SEEN = new Date("2026-11-28T04:00:00.000Z");
let evidenceId: string;

/** As a check would write it down. */
async function become(state: SourceState, passageGone = false, url = source.url): Promise<void> {
  const canonical = url === null ? null : canonicalUrl(url);
  await db().source.update({
    where: { id: source.id },
    data: { state, stateSince: SEEN, url, canonicalUrl: canonical },
  });
  await db().evidence.update({ where: { id: evidenceId }, data: { goneSince: passageGone ? SEEN : null } });
  await raise(db(), [TAGS.sources]);
}

async function page(form = ""): Promise<string> {
  const slug = `the-week${form}`;
  const request = new Request(`http://plumbline.example/issues/${slug}`);
  return (await getIssue(request, { params: Promise.resolve({ slug }) })).text();
}

const wordsOf = (html: string) =>
  [...html.matchAll(/class="now">(.*?)<\/p>/gu)].map(([, words = ""]) =>
    words.replaceAll(/<[^>]*>/gu, "").trim(),
  );

beforeAll(async () => {
  process.env.PLUMBLINE_URL = "https://plumbline.example";
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  await buildAssets();
  const { url } = source;
  await makeSource(db(), { id: source.id, title: source.title, url, canonicalUrl: canonicalUrl(url ?? "") });
  const snapshot = await makeSnapshot(db(), { sourceId: source.id, text: `We order ${PASSAGE}.` });
  const story = await makeStory(db());
  await db().claim.create({ data: { id: claim.id, storyId: story.id, text: claim.text } });
  const place = { prefix: "", suffix: "", start: 9, end: 9 + PASSAGE.length, position: 1 };
  const rest = { claimId: claim.id, snapshotId: snapshot.id, matchStatus: "verified" } as const;
  evidenceId = (await db().evidence.create({ data: { ...rest, ...place, exact: PASSAGE } })).id;
  await insertPublished(edition);
});
beforeEach(() => become("live"));

describe("what became of a source since", () => {
  test("is nothing while all is well", async () => {
    for (const state of ["live", "unchecked"] as const) {
      await become(state);
      expect(wordsOf(await page()), state).toEqual([]);
    }
  });

  test.each([
    ["dead", "✕ The page has been gone from this address since 28 November 2026."],
    ["moved", "➜ The page has been at another address since 28 November 2026."],
    ["drifted", "± The page was found changed on 28 November 2026."],
    ["blocked", "⊘ The page could not be read on 28 November 2026."],
  ] as const)(
    "%s stands at the source and at its passages, dated, at the next request",
    async (state, sentence) => {
      await page();
      await become(state);
      const html = await page();
      expect(wordsOf(html)).toEqual([sentence, sentence]);
      expect(html).toContain('<time dateTime="2026-11-28T04:00:00.000Z">');
      // Nobody is led to where there is nothing any more.
      expect(html.includes("at the passage</a>")).toBe(state !== "dead");
      expect(await htmlFaults(html)).toEqual([]);
    },
  );

  test("a passage that is gone is said at the passage, without a way to where it was", async () => {
    expect(await page()).toContain("at the passage</a>");
    await become("quotationGone", true);
    const html = await page();
    expect(wordsOf(html)).toEqual([
      "± The page was found changed on 28 November 2026.",
      "△ This passage has been gone from the page since 28 November 2026.",
    ]);
    expect(html).not.toContain("at the passage</a>");
    expect(html.replaceAll(/<[^>]*>/gu, "")).toContain("Passage gone since 28 November 2026");
  });

  test("nothing is said of an address that the edition does not give, nor of passages it does not have", async () => {
    await become("dead", false, "https://nordlicht.example/elsewhere");
    expect(wordsOf(await page())).toEqual([]);
    await become("quotationGone", true);
    const another = testEdition({
      sections: [
        {
          title: "Rails",
          stories: [
            testStory(1, {
              headline: "Sleepers",
              body,
              sources: [source],
              claims: [{ ...claim, evidence: [testEvidence(source, "other words")] }],
            }),
          ],
        },
      ],
    });
    expect((await conditionsOf(another)).gonePassages.size).toBe(0);
  });

  test("a source that was merged into another is told of as the other is, and so are its passages", async () => {
    const { id: role } = await makeContributor(db());
    const editor = { id: role, role: "editor", name: "Somebody" } as const;
    const url = "https://nordlicht.example/the-same";
    const other = await makeSource(db(), { title: "The same", url, canonicalUrl: canonicalUrl(url) });
    await become("live");
    const seen = (id: string) =>
      db().source.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
    await mergeSources(editor, { ...(await seen(source.id)), into: await seen(other.id) });
    await db().source.update({ where: { id: other.id }, data: { state: "dead", stateSince: SEEN } });
    await db().evidence.update({ where: { id: evidenceId }, data: { goneSince: SEEN } });
    const told = await conditionsOf(edition);
    expect([...told.sources]).toEqual([[source.id, { condition: "gone", since: SEEN.toISOString() }]]);
    expect(told.gonePassages.size).toBe(1);
    await mergeSources(editor, { ...(await seen(other.id)), into: await seen(source.id) });
    expect((await conditionsOf(edition)).sources.size).toBe(0);
  });

  test("the edition's data stays the edition", async () => {
    const before = [await page(".json"), await page(".md")];
    await become("dead", true);
    expect([await page(".json"), await page(".md")]).toEqual(before);
    expect(JSON.parse(await page(".json"))).toEqual(edition);
  });
});
