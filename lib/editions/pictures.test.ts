import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { addImage } from "@/lib/images/commands";
import { isPublished } from "@/lib/images/public";
import { halves } from "@/lib/images/test-pictures";
import { COMMAND_LINE } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import type { RichText } from "@/lib/rich-text/document";
import { imagesOf } from "@/lib/rich-text/images";
import { makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const ids: string[] = [];
beforeAll(async () => {
  process.env.PLUMBLINE_URL = "https://digest.example";
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  for (const width of [30, 40]) {
    const bytes = await halves(width, 20).png().toBuffer();
    ids.push((await addImage(COMMAND_LINE, { fileName: "a.png", bytes })).id);
  }
});

/** A text with pictures after its words: [id, alternative text]. */
function pictured(...pictures: [string | undefined, string][]): RichText {
  const figures = pictures.map(([imageId, alt]) => ({
    type: "figure",
    attrs: { imageId, alt, credit: "Ola", width: 30, height: 20 },
    content: [{ type: "text", text: "A caption." }],
  }));
  return { type: "doc", content: [...paragraphs("Words.").content, ...figures] };
}

const issueWith = (body: RichText, more: Parameters<typeof makeIssue>[1] = {}) =>
  makeIssue(db(), { sections: [{ stories: [{ headline: "Depots — full", body }] }], ...more });

test("pictures are found wherever they stand, without the schema that knows them", () => {
  const [figure] = pictured([ids[0], " A depot "]).content.slice(1);
  const nested: RichText = {
    type: "doc",
    content: [{ type: "blockquote", content: figure ? [figure] : [] }],
  };
  expect(imagesOf(nested)).toEqual([
    { imageId: ids[0], alt: "A depot", credit: "Ola", width: 30, height: 20 },
  ]);
  expect(imagesOf({ type: "doc", content: [{ type: "figure", attrs: { imageId: null } }] })).toEqual([]);
});

test("a picture without alternative text blocks publishing", async () => {
  const issue = await issueWith(pictured([ids[0], "A depot"], [ids[1], "  "]), {
    introduction: pictured([ids[0], ""]),
  });
  await expect(publishIssue(COMMAND_LINE, { id: issue.id })).rejects.toMatchObject({
    code: "invalid",
    message:
      "Preflight blocks this issue. A picture in the introduction has no alternative text. And 1 more.",
    details: {
      lines: [
        { sentence: expect.any(String) },
        { sentence: "A picture in story 1 has no alternative text." },
      ],
    },
  });
  expect(await db().edition.count({ where: { issueId: issue.id } })).toBe(0);
});

test("a picture that is not there blocks publishing too", async () => {
  const gone = "0190a000-0000-7000-8000-000000000001";
  for (const id of [gone, "no id at all"]) {
    const issue = await issueWith(pictured([id, "Something"]));
    const override = { reason: "No reason helps here." };
    await expect(publishIssue(COMMAND_LINE, { id: issue.id, override })).rejects.toThrow(
      "A picture in story 1 cannot be found: take it out, or add it again.",
    );
  }
});

test("a picture is public from its publication on, and no longer once a later edition leaves it out", async () => {
  const issue = await issueWith(pictured([ids[0], "A depot"]));
  expect(await isPublished(ids[0] ?? "")).toBe(false);
  await publishIssue(COMMAND_LINE, { id: issue.id });
  expect([await isPublished(ids[0] ?? ""), await isPublished(ids[1] ?? "")]).toEqual([true, false]);
  const body = richTextColumn(pictured([ids[1], "Another"]));
  await db().story.update({ where: { id: issue.stories[0]?.id ?? "" }, data: { body } });
  expect(await isPublished(ids[1] ?? "")).toBe(false);
  await publishIssue(COMMAND_LINE, { id: issue.id });
  expect([await isPublished(ids[0] ?? ""), await isPublished(ids[1] ?? "")]).toEqual([false, true]);
});
