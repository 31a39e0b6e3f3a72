import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { dismissSuggestions, restoreSuggestions } from "@/lib/dismissals/commands";
import { listIssueDismissals, listStoryDismissals } from "@/lib/dismissals/queries";
import { story } from "@/lib/evidence/test-story";
import { refusal } from "@/lib/workflow/test-people";
import { makeContributor } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

it("remembers a sentence by its words, whatever white space is between them, and forgets it again", async () => {
  const { author, editor, issue, storyId } = await story();
  const [hash] = await dismissSuggestions(author, { storyId, sentences: ["It rains.", " It\nrains. "] });
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  await dismissSuggestions(editor, { storyId, sentences: ["It rains.", "It pours."] });
  const [dismissed] = await listStoryDismissals(author, storyId);
  expect(dismissed).toMatchObject({ storyId, hashes: [hash, expect.any(String)] });
  expect(await listIssueDismissals(editor, issue.id)).toEqual([dismissed]);
  expect(await restoreSuggestions(editor, { storyId, sentences: ["It  rains."] })).toEqual([hash]);
  expect((await listStoryDismissals(author, storyId))[0]?.hashes).not.toContain(hash);
  expect(await db().story.findUniqueOrThrow({ where: { id: storyId } })).toMatchObject({ version: 1 });
});

it("is refused in other people's stories, and where there is none", async () => {
  const { storyId } = await story();
  const other = await makeContributor(db(), { role: "contributor" });
  const asked = { storyId, sentences: ["It rains."] };
  expect((await refusal(dismissSuggestions(other, asked))).code).toBe("forbidden");
  expect((await refusal(restoreSuggestions(other, asked))).code).toBe("forbidden");
  const nowhere = { ...asked, storyId: crypto.randomUUID() };
  expect((await refusal(dismissSuggestions(other, nowhere))).code).toBe("not-found");
});
