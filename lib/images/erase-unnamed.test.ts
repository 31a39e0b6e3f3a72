import { addDays } from "date-fns";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { addImage } from "@/lib/images/commands";
import { eraseUnnamed } from "@/lib/images/erase-unnamed";
import { halves } from "@/lib/images/test-pictures";
import { environmentOf, startS3 } from "@/lib/images/test-s3";
import { COMMAND_LINE } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { doc, p } from "@/lib/rich-text/test-words";
import { removeStory } from "@/lib/stories/commands";
import { saveStory } from "@/lib/stories/save";
import { makeIssue, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let s3: Awaited<ReturnType<typeof startS3>>;
beforeAll(async () => {
  s3 = await startS3();
  const setting = await import("@/lib/env");
  const settings = setting.parseEnv({ ...environmentOf(s3.settings), IMAGE_STORE: "s3" });
  vi.spyOn(setting, "env").mockReturnValue(settings);
});
afterAll(() => s3.stop());

const picture = async (width: number) => {
  const bytes = await halves(width, 20).png().toBuffer();
  return (await addImage(COMMAND_LINE, { fileName: `${width}.png`, bytes })).id;
};

/** A text in which a picture stands, inside something else. */
const naming = (imageId: string) => {
  const figure = { type: "figure", attrs: { imageId, alt: "A depot", credit: "", width: 30, height: 20 } };
  return doc(p("Words."), { ...figure, content: [{ type: "text", text: "A caption." }] });
};
const rewrite = async (id: string) => {
  const { version } = await db().story.findUniqueOrThrow({ where: { id } });
  return saveStory(COMMAND_LINE, { id, version, body: doc(p("No picture any more.")) });
};

const NIGHT = new Date("2027-01-01T03:40:00Z");
const kept = async () => (await db().image.findMany({ orderBy: { width: "asc" } })).map(({ width }) => width);

test("a picture goes when nothing has named it for thirty days, and not while anything does", async () => {
  const [body, closing, trashed, version, edition] = [
    await picture(41),
    await picture(42),
    await picture(43),
    await picture(44),
    await picture(45),
  ];
  await makeStory(db(), { whyItMatters: naming(body) });
  const issue = await makeIssue(db(), { sections: [{ stories: [{ body: naming(edition) }] }] });
  await db().issue.update({ where: { id: issue.id }, data: { closing: richTextColumn(naming(closing)) } });
  const away = await makeStory(db(), { body: naming(trashed) });
  await removeStory(COMMAND_LINE, { id: away.id });
  const rewritten = await makeStory(db(), {});
  await saveStory(COMMAND_LINE, { id: rewritten.id, version: 1, body: naming(version) });
  await db().revision.updateMany({ data: { reason: "named", name: "Kept" } });
  await rewrite(rewritten.id);
  await publishIssue(COMMAND_LINE, { id: issue.id });
  await db().story.update({
    where: { id: issue.stories[0]?.id ?? "" },
    data: { body: richTextColumn(doc(p("Gone."))) },
  });
  await db().revision.deleteMany({ where: { storyId: issue.stories[0]?.id ?? "" } });
  await picture(46);
  expect(await eraseUnnamed(NIGHT)).toBe(0);
  expect(await eraseUnnamed(addDays(NIGHT, 29))).toBe(0);
  expect(s3.objects.size).toBe(6);
  expect(await eraseUnnamed(addDays(NIGHT, 30))).toBe(1);
  expect(await kept()).toEqual([41, 42, 43, 44, 45]);
  expect(s3.objects.size).toBe(5);
  expect(await db().auditEvent.count({ where: { action: "image.erase" } })).toBe(1);
});

test("what is named or added again begins anew, and what was erased can be added again", async () => {
  const [named, again] = [await picture(51), await picture(52)];
  await eraseUnnamed(NIGHT);
  await makeStory(db(), { body: naming(named) });
  expect(await picture(52)).toBe(again);
  expect(await eraseUnnamed(addDays(NIGHT, 40))).toBe(0);
  expect(await eraseUnnamed(addDays(NIGHT, 80))).toBe(1);
  expect(await picture(52)).not.toBe(again);
  expect(await kept()).toContain(52);
});
