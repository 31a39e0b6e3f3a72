import { expect, it } from "vitest";
import { markAnalyses } from "@/lib/analyses/commands";
import { db } from "@/lib/db";
import { story, write } from "@/lib/evidence/test-story";
import { analysisMark, doc, p } from "@/lib/rich-text/test-words";
import { refusal } from "@/lib/workflow/test-people";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

it("makes the rows of many marks, once, and none where one is another story's", async () => {
  const { author, storyId } = await story();
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  await write(author, storyId, doc(p(analysisMark(one, "It will hold"))));
  const analyses = [
    { id: one, text: "" },
    { id: other, text: "It may not" },
  ];
  const marked = await markAnalyses(author, { storyId, analyses });
  expect(marked.map(({ id, text, anchored }) => [id, text, anchored]).toSorted()).toEqual(
    [
      [one, "It will hold", true],
      [other, "It may not", false],
    ].toSorted(),
  );
  expect(await markAnalyses(author, { storyId, analyses })).toHaveLength(2);
  const second = await story();
  const asked = { storyId: second.storyId, analyses: [{ id: crypto.randomUUID(), text: "So" }, ...analyses] };
  expect((await refusal(markAnalyses(second.author, asked))).code).toBe("conflict");
  expect(await db().analysis.count()).toBe(2);
});
