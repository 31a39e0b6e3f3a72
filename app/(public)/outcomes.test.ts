import { parseAtomFeed } from "feedsmith";
import { beforeAll, expect, test } from "vitest";
import { GET as getPassage } from "@/app/(public)/issues/[slug]/passages/[id]/route";
import { GET as getIssue } from "@/app/(public)/issues/[slug]/route";
import { GET as getFeed } from "@/app/(public)/ledger/feed.xml/route";
import { GET as getLedger } from "@/app/(public)/ledger/route";
import { GET as getTopic } from "@/app/(public)/topics/[slug]/route";
import { htmlFaults } from "@/components/edition/test-html";
import { db } from "@/lib/db";
import { reopenForecast, resolveForecast } from "@/lib/forecasts/commands";
import { FORETOLD, published } from "@/lib/forecasts/test-forecast";
import { COMMAND_LINE } from "@/lib/policy";
import { mergeSources } from "@/lib/sources/merge";
import { makeSource } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { buildAssets } from "@/scripts/assets.mjs";

useFreshDatabase();

const SITE = "https://plumbline.example";
const ask = (path: string) => new Request(`${SITE}${path}`);

beforeAll(async () => {
  process.env.PLUMBLINE_URL = SITE;
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  await buildAssets();
});

/** The text of a page without its tags. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/gu, "").replaceAll(/\s+/gu, " ");

test("what is settled reaches issue, ledger, topic and feed at the next request, and goes when it is opened again", async () => {
  const { editor, claimId, version, snapshotId, slug } = await published({ due: "2020-03-25" });
  const issue = async (form = "") => {
    const params = Promise.resolve({ slug: `${slug}${form}` });
    return (await getIssue(ask(`/issues/${slug}${form}`), { params })).text();
  };
  const ledger = async (query = "") => (await getLedger(ask(`/ledger${query}`))).text();
  const feed = async () => parseAtomFeed(await (await getFeed(ask("/ledger/feed.xml"))).text());
  const topic = async () => {
    const params = Promise.resolve({ slug: "ida-holm" });
    return wordsOf(await (await getTopic(ask("/topics/ida-holm"), { params })).text());
  };
  const data = [await issue(".json"), await issue(".md")];
  expect(await topic()).toContain("due, not settled yet");
  expect(wordsOf(await issue())).toContain("due Mar 2020 · open");
  expect(wordsOf(await ledger())).toContain("due, not settled yet");
  expect((await feed()).entries ?? []).toEqual([]);

  const resolution = "Hourly fees began <on time> & hold.";
  const passages = [{ snapshotId, start: 0, end: 33 }];
  const words = { outcome: "yes", resolution, resolvedOn: "2020-03-24" } as const;
  const settled = await resolveForecast(editor, { id: claimId, version, ...words, passages });
  const page = await issue();
  expect(await htmlFaults(page)).toEqual([]);
  expect(wordsOf(page)).toContain("due Mar 2020 · came true");
  expect(wordsOf(page)).toContain(
    "Came true on 24 March 2020. Hourly fees began &lt;on time&gt; &amp; hold.",
  );
  expect(wordsOf(page)).toContain("What settled it");
  const [, archived = ""] = /href="(\/issues\/[^"]+\/passages\/[0-9a-f]+)"/u.exec(page) ?? [];
  const params = Promise.resolve({ slug, id: archived.split("/").at(-1) ?? "" });
  expect(await (await getPassage(ask(archived), { params })).text()).toContain(
    "The harbour opens a second berth",
  );
  expect(await topic()).toContain("came true");
  const told = await ledger("?state=yes&year=2020");
  expect(await htmlFaults(told)).toEqual([]);
  expect(wordsOf(told)).toContain(FORETOLD);
  expect(wordsOf(told)).toContain("Settled by");
  expect((await getLedger(ask("/ledger?year=1999"))).status).toBe(404);
  // A speaker has one page, however the name is spelt: else anybody could fill the memory with copies of it.
  const { plumblineCache } = globalThis as typeof globalThis & {
    plumblineCache: { entries: { size: number } };
  };
  const spoken = await ledger("?speaker=Ida%20Holm");
  const { size } = plumblineCache.entries;
  for (const spelling of ["the the IDA HOLM’s", "ida  holm", "Ida Holm Inc."])
    expect(await ledger(`?speaker=${encodeURIComponent(spelling)}`)).toBe(spoken);
  expect(plumblineCache.entries.size).toBe(size);
  expect((await getLedger(ask("/ledger?speaker=Nobody"))).status).toBe(404);
  const [entry] = (await feed()).entries ?? [];
  expect(entry).toMatchObject({
    id: `${SITE}/ledger#c-${claimId}-yes`,
    title: { value: `Forecast by Ida Holm came true: ${FORETOLD}` },
    updated: "2020-03-24T00:00:00.000Z",
    summary: { value: expect.stringContaining(resolution) },
  });
  // What was published stays what was published.
  expect([await issue(".json"), await issue(".md")]).toEqual(data);

  await reopenForecast(editor, { id: claimId, version: settled.version });
  expect(wordsOf(await issue())).toContain("due Mar 2020 · open");
  expect((await feed()).entries ?? []).toEqual([]);
});

/** Puts a source together with another, as somebody does who looks at both now. */
async function together(id: string, into: string): Promise<void> {
  const seen = (source: string) =>
    db().source.findUniqueOrThrow({ where: { id: source }, select: { id: true, version: true } });
  await mergeSources(COMMAND_LINE, { ...(await seen(id)), into: await seen(into) });
}

test("the archived passage that settled it answers at its old addresses, however its source is put together", async () => {
  const { editor, claimId, version, snapshotId, slug } = await published({ due: "2020-03-25" });
  const words = { outcome: "yes", resolution: "It did.", resolvedOn: "2020-03-24" } as const;
  const passages = [{ snapshotId, start: 0, end: 33 }];
  await resolveForecast(editor, { id: claimId, version, ...words, passages });
  const address = async () => {
    const page = await (await getIssue(ask(`/issues/${slug}`), { params: Promise.resolve({ slug }) })).text();
    return /What settled it.*?href="(\/issues\/[^"]+\/passages\/[0-9a-f]+)"/su.exec(page)?.[1] ?? "";
  };
  const answer = (path: string) => {
    const params = Promise.resolve({ slug, id: path.split("/").at(-1) ?? "" });
    return getPassage(ask(path), { params });
  };
  const read = await db().sourceSnapshot.findUniqueOrThrow({ where: { id: snapshotId } });
  const { id: _, sourceId, pages: __, headers: ___, redirects: ____, ...text } = read;
  const addresses = [await address()];
  // The same words, read at another moment.
  const { id: other } = await makeSource(db(), { title: "The same" });
  const fetchedAt = new Date(read.fetchedAt.getTime() + 60_000);
  await db().sourceSnapshot.create({ data: { ...text, sourceId: other, fetchedAt } });
  const { id: last } = await makeSource(db(), { title: "The same again" });
  for (const [from, into] of [
    [sourceId, other],
    [other, last],
    [last, sourceId],
  ] as const) {
    await together(from, into);
    const now = await address();
    for (const old of addresses.filter((each) => each !== now)) {
      const moved = await answer(old);
      expect([moved.status, moved.headers.get("Location")]).toEqual([308, now]);
    }
    expect((await answer(now)).status).toBe(200);
    addresses.push(now);
  }
  expect(new Set(addresses).size).toBeGreaterThan(2);
  expect((await answer(`/issues/${slug}/passages/0123456789abcdef`)).status).toBe(404);
});
