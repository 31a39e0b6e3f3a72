import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildPreview, readsTheSame } from "@/lib/editions/build";
import { publishIssue } from "@/lib/editions/commands";
import { hashEdition } from "@/lib/editions/hash";
import { readPublishable } from "@/lib/editions/read-issue";
import { type Edition, edition } from "@/lib/editions/schema";
import { testEdition } from "@/lib/editions/test-edition";
import { signNear } from "@/lib/evidence/sign";
import { attach, claimOf, PAGE, story } from "@/lib/evidence/test-story";
import type { Prisma } from "@/lib/generated/prisma/client";
import { readPublication } from "@/lib/issues/read-draft";
import { makeSnapshot } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

it("readers get the passage and whether an editor accepted it, and nothing else of the desk's work", async () => {
  const { author, editor, issue, storyId, snapshotId } = await story();
  const words = "“The harbor will not raise the fee of its neighbours before 2027”";
  const claimId = await claimOf(author, storyId, words, "quotation");
  const said = "The harbour will not raise the fee of its neighbours before 2027";
  const { id, claim } = await attach(author, claimId, snapshotId, said);
  const evidence = async () => {
    const document = await buildPreview(db(), issue.id);
    expect(edition.parse(document)).toEqual(document);
    const [line] = document.sections[0]?.stories[0]?.claims[0]?.evidence ?? [];
    return line;
  };
  const unsigned = await evidence();
  expect(unsigned).toMatchObject({ exact: said, matchStatus: "near" });
  expect(unsigned).not.toHaveProperty("signed");
  await signNear(editor, { id, claimVersion: claim.version });
  await db().evidence.update({ where: { id }, data: { goneSince: new Date() } });
  expect(await evidence()).toEqual({ ...unsigned, signed: true });
});

it("readers get the sentence around a passage; an edition from before that is still the same edition", async () => {
  const { author, editor, issue, storyId, snapshotId } = await story();
  const claimId = await claimOf(author, storyId, "It cost 31 million crowns");
  await attach(author, claimId, snapshotId, "31 million crowns");
  const published = await publishIssue(editor, { id: issue.id, override: { reason: "For the test." } });
  const row = await db().edition.findFirstOrThrow({ where: { issueId: issue.id } });
  const document = edition.parse(row.document);
  const [item] = document.sections[0]?.stories[0]?.claims[0]?.evidence ?? [];
  expect(item?.around).toEqual({
    before: "The second berth took 14 months to build and cost ",
    after: ". It may close again in winter.",
  });
  expect(item?.prefix.length).toBeLessThanOrEqual(32);

  const old = structuredClone(document);
  for (const one of old.sections[0]?.stories[0]?.claims[0]?.evidence ?? []) delete one.around;
  old.hash = hashEdition(old);
  expect(edition.parse(old)).toEqual(old);
  const readable = await readPublishable(db(), issue.id);
  const publication = await readPublication(db());
  const latest = { ...row, document: old as Edition & Prisma.JsonObject, hash: old.hash };
  expect(readsTheSame(readable, publication, latest)).toBe(true);
  const other = structuredClone(old);
  other.title = "Another";
  const changed = { ...latest, document: other as Edition & Prisma.JsonObject, hash: "0".repeat(64) };
  expect(readsTheSame(readable, publication, changed)).toBe(false);
  expect(await publishIssue(editor, { id: issue.id })).toEqual(published);
});

it("readers get the page of a PDF on which a passage begins", async () => {
  const { author, issue, storyId, sourceId } = await story();
  const second = PAGE.indexOf("The second berth");
  const pages = [
    { number: 1, start: 0, end: second },
    { number: 4, start: second, end: PAGE.length },
  ];
  const { id } = await makeSnapshot(db(), { sourceId, text: PAGE, pages });
  const claimId = await claimOf(author, storyId, "It cost 31 million crowns");
  await attach(author, claimId, id, "31 million crowns");
  await attach(author, claimId, id, "charges ferries by the hour");
  const document = await buildPreview(db(), issue.id);
  expect(document.sections[0]?.stories[0]?.claims[0]?.evidence.map(({ page }) => page)).toEqual([4, 1]);
});

it("editions from before there were signatures are still editions, with the same hash", () => {
  const old = testEdition();
  expect(JSON.stringify(old)).not.toContain('"signed"');
  expect(edition.parse(old)).toEqual(old);
});
