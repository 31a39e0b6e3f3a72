import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { COMMAND_LINE } from "@/lib/policy";
import { getPreflight } from "@/lib/preflight/queries";
import { readPreflight } from "@/lib/preflight/read";
import { makeIssue, makeSnapshot, makeSource, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const ofRule = async (issueId: string, rule: string) =>
  (await getPreflight(COMMAND_LINE, { issueId })).filter((line) => line.rule === rule);

test("a story that an earlier published one covered is told in the later issue only, unless it follows that one", async () => {
  const url = "https://castell.example/mill";
  const source = await makeSource(db(), { title: "The mill", url, canonicalUrl: url });
  const cite = (headline: string, more = {}) => ({
    sections: [{ stories: [{ headline, sources: [{ existing: source.id }], ...more }] }],
  });
  const earlier = await makeIssue(db(), { number: 11, ...cite("The mill opens") });
  const later = await makeIssue(db(), cite("The mill again"));
  expect(await ofRule(later.id, "covered-before")).toEqual([]);
  await publishIssue(COMMAND_LINE, { id: earlier.id });
  expect((await ofRule(later.id, "covered-before")).map(({ sentence }) => sentence)).toEqual([
    "Story 1: “The mill opens” of issue 11 already cites one of its sources.",
  ]);
  await publishIssue(COMMAND_LINE, { id: later.id });
  expect(await ofRule(earlier.id, "covered-before")).toEqual([]);
  const following = await makeIssue(db(), cite("Third", { followsId: earlier.stories[0]?.id }));
  const told = await ofRule(following.id, "covered-before");
  expect(told.map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining("“The mill again” of issue 12"),
  ]);
});

test("the text that was kept last is read, and names whoever it reports", async () => {
  const source = await makeSource(db(), { title: "Weekly notes", url: "https://notes.example/1" });
  await makeSnapshot(db(), {
    sourceId: source.id,
    text: "Castell says so.",
    fetchedAt: new Date("2026-03-01"),
  });
  const body = paragraphs("Castell says the mill is open.");
  const issue = await makeIssue(db(), {
    sections: [{ stories: [{ body, sources: [{ existing: source.id }] }] }],
  });
  const rule = "unmarked-speaker-without-source";
  expect(await ofRule(issue.id, rule)).toEqual([]);
  await makeSnapshot(db(), { sourceId: source.id, text: "Nobody.", fetchedAt: new Date("2026-03-02") });
  expect(await ofRule(issue.id, rule)).toHaveLength(1);
  const { stories } = await readPreflight(db(), issue.id);
  expect(stories[0]?.sources).toMatchObject([{ hasText: true, text: "Nobody." }]);
});

test("an issue that is not there is not found", async () => {
  const issueId = "0190a000-0000-7000-8000-000000000001";
  await expect(getPreflight(COMMAND_LINE, { issueId })).rejects.toMatchObject({ code: "not-found" });
});
