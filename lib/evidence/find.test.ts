import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { closestSentence } from "@/lib/evidence/closest";
import { findEvidence } from "@/lib/evidence/find";
import { getSnapshotText, listReadableSources } from "@/lib/evidence/queries";
import { claimOf, PAGE, story } from "@/lib/evidence/test-story";
import { keepTypedSnapshot } from "@/lib/evidence/typed";
import { send } from "@/lib/inbox/send";
import { makeSnapshot, makeSource } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const QUOTE = "The harbour will not raise the fee of its neighbours before 2027";

async function withSources(storyId: string, ...texts: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, text] of texts.entries()) {
    const source = await makeSource(db(), { title: `Source ${index}` });
    await db().storySource.create({ data: { storyId, sourceId: source.id, position: index + 2 } });
    ids.push((await makeSnapshot(db(), { sourceId: source.id, text })).id);
  }
  return ids;
}

it("finds a quotation in the story's sources, word for word first, and nothing that says something else", async () => {
  const { author, storyId, snapshotId } = await story();
  const [nearly] = await withSources(
    storyId,
    QUOTE.replace("neighbours", "neighbors"),
    QUOTE.replace("2027", "2028"),
  );
  const found = await findEvidence(author, { storyId, quote: `"${QUOTE}"` });
  const start = PAGE.indexOf(QUOTE);
  expect(found).toMatchObject([
    { snapshotId, matchStatus: "verified", start, end: start + QUOTE.length },
    { snapshotId: nearly, matchStatus: "near" },
  ]);
  const claimId = await claimOf(author, storyId, `She said “${QUOTE}”.`, "quotation");
  expect(await findEvidence(author, { storyId, claimId })).toEqual(found);
  const other = await findEvidence(author, { storyId, quote: QUOTE.replace("fee of", "tax on") });
  expect(other).toMatchObject([{ matchStatus: "closest", snapshotId }]);
  expect(other[0]?.diff?.filter(({ kind }) => kind !== "same").map(({ text }) => text.trim())).toEqual([
    "tax",
    "fee",
    "on",
    "of",
  ]);
  expect(await findEvidence(author, { storyId, quote: "Nobody ever said this in so many words" })).toEqual(
    [],
  );
});

it("looks in the newest text that was fetched and in all that was typed", async () => {
  const { author, storyId, sourceId, snapshotId: old } = await story();
  const newer = await makeSnapshot(db(), { sourceId, text: "A page that says nothing any more." });
  const typed = await keepTypedSnapshot(author, { storyId, sourceId, text: `She said: ${QUOTE}.` });
  const [source] = await listReadableSources(author, storyId);
  expect(source?.snapshots.map(({ id }) => id)).toEqual([newer.id, typed.id]);
  expect(source?.snapshots.map(({ id }) => id)).not.toContain(old);
  expect(await findEvidence(author, { storyId, quote: QUOTE })).toMatchObject([{ snapshotId: typed.id }]);
});

it("offers what was selected on a source's page when it was sent, and finds it there", async () => {
  const { editor, author, storyId } = await story();
  const url = "https://quay.example/sent?utm_source=x";
  const selectedText = QUOTE.replaceAll(" ", "\n ");
  const to = { kind: "story", storyId } as const;
  await send(author, { pages: [{ url, selectedText }], to });
  await send(editor, { pages: [{ url, selectedText }], to: { kind: "inbox" } });
  const dismissed = {
    externalId: "other",
    url,
    canonicalUrl: "https://quay.example/sent",
    title: "Sent",
    decidedAt: new Date(),
  };
  await db().inboxItem.create({ data: { ...dismissed, selectedText: "Dismissed.", state: "dismissed" } });
  const [first, source] = await listReadableSources(author, storyId);
  expect(first?.sent).toEqual([]);
  expect(source).toMatchObject({ snapshots: [], sent: [{ text: selectedText, sentBy: editor.name }] });
  const { id: snapshotId } = await makeSnapshot(db(), { sourceId: source?.id ?? "", text: PAGE });
  const start = PAGE.indexOf(QUOTE);
  const found = await findEvidence(author, { storyId, quote: source?.sent[0]?.text ?? "" });
  expect(found.find((each) => each.snapshotId === snapshotId)).toMatchObject({
    start,
    end: start + QUOTE.length,
  });
});

it("says why a source cannot be read", async () => {
  const { author, storyId } = await story();
  const blocked = await makeSource(db(), { url: "https://harbour.example/fees" });
  await db().storySource.create({ data: { storyId, sourceId: blocked.id, position: 2 } });
  await db().sourceSnapshot.create({
    data: {
      sourceId: blocked.id,
      origin: "fetched",
      fetchedAt: new Date(),
      failure: "login",
      remark: "The page asks for a login.",
    },
  });
  const [read, unread] = await listReadableSources(author, storyId);
  expect(read?.why).toBeNull();
  expect(unread).toMatchObject({
    why: "The page asks for a login. Type the passage by hand.",
    snapshots: [],
  });
});

it("opens a text at the quotation, at what comes closest to it, or at the sentence that a claim is likeliest from", async () => {
  const { author, storyId, snapshotId } = await story();
  const suggested = async (asked: { claimId?: string; quote?: string }) => {
    const { suggested: span, text } = await getSnapshotText(author, { id: snapshotId, ...asked });
    return span && text.slice(span.start, span.end);
  };
  expect(await suggested({ quote: QUOTE })).toBe(QUOTE);
  expect(await suggested({ quote: QUOTE.replace("2027", "2028") })).toBe(QUOTE);
  const claimId = await claimOf(author, storyId, "Building the second berth cost 31 million");
  expect(await suggested({ claimId })).toContain("31 million crowns");
  expect(await suggested({})).toBeNull();
});

it("shows no sentence as the closest one that has little of the claim", () => {
  expect(closestSentence(PAGE, "Trains in the north were late on Tuesday")).toBeNull();
  expect(closestSentence(PAGE, "The berth is full of neighbours who complain about noise")).toBeNull();
  expect(closestSentence("", "Anything")).toBeNull();
});
