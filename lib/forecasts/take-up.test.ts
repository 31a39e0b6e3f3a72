import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { listOpenForecasts } from "@/lib/forecasts/queries";
import { takeUpForecast } from "@/lib/forecasts/take-up";
import { FORETOLD, publish, published } from "@/lib/forecasts/test-forecast";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { readFollows } from "@/lib/stories/follows";
import { refusal, someone } from "@/lib/workflow/test-people";
import { makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

test("becomes a story of the next issue that follows up the earlier one and opens with the sentence", async () => {
  const { editor, claimId, storyId } = await published();
  const next = await makeIssue(db(), { sections: [{ title: "Section 1", stories: [{}] }] });
  const { id, made } = await takeUpForecast(editor, { claimId, issueId: next.id });
  expect(made).toBe(true);
  const story = await db().story.findUniqueOrThrow({ where: { id } });
  expect(story).toMatchObject({
    headline: "Harbour — by the hour",
    sectionId: next.sections[0]?.id,
    position: 2,
    followsId: storyId,
    takesUpId: claimId,
    authorId: editor.id,
  });
  const body = storedRichText(story.body);
  expect(body.content[0]?.type).toBe("blockquote");
  expect(plainText(body)).toContain(FORETOLD);
  expect(plainText(body)).toMatch(/Forecast by Ida Holm, issue \d+, 21 March 2026, due 1 September 2026\./u);
  const { orderVersion } = await db().issue.findUniqueOrThrow({ where: { id: next.id } });
  expect(orderVersion).toBe(2);
  expect(await readFollows(editor, { id })).toMatchObject({
    takesUp: { text: FORETOLD, speaker: "Ida Holm", address: expect.stringMatching(/^\/issues\/.+#s-/u) },
    follows: { id: storyId },
  });
  const { due } = await listOpenForecasts(editor, "2026-09-01");
  expect(due.find((line) => line.id === claimId)?.takenUpBy).toMatchObject({ id, issue: next.title });
});

test("is taken up once: by two at once, and again only when that story is in the trash", async () => {
  const { editor, author, claimId } = await published();
  const take = () => takeUpForecast(author, { claimId, issueId: null });
  const both = await Promise.all([take(), takeUpForecast(editor, { claimId, issueId: null })]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  expect(both.filter(({ made }) => made)).toHaveLength(1);
  const id = both[0]?.id ?? "";
  await db().story.update({ where: { id }, data: { trashedAt: new Date() } });
  expect(await take()).toMatchObject({ made: true });
});

test("is refused in issues for who may not arrange, in published ones, and for what readers do not have", async () => {
  const { editor, author, claimId, issue } = await published();
  const next = await makeIssue(db(), {});
  expect((await refusal(takeUpForecast(author, { claimId, issueId: next.id }))).code).toBe("forbidden");
  expect((await refusal(takeUpForecast(editor, { claimId, issueId: issue.id }))).code).toBe("conflict");
  const nobody = await someone("contributor");
  const claim = crypto.randomUUID();
  expect((await refusal(takeUpForecast(nobody, { claimId: claim, issueId: null }))).code).toBe("invalid");
  // Published again, it is still one forecast.
  await publish(issue.id);
  expect(await takeUpForecast(nobody, { claimId, issueId: null })).toMatchObject({ made: true });
});
