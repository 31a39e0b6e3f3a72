import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { publishIssue } from "@/lib/editions/commands";
import { fromPhone } from "@/lib/images/test-pictures";
import { COMMAND_LINE } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { paragraphs } from "@/prisma/factories";

// The door that pictures come in by, and when they get out. How an editor adds one to a text is the editor's own spec.
test.describe.configure({ mode: "parallel" });

/** Uploads from within the page, as the desk does. */
async function upload(page: Page, bytes: Buffer) {
  return page.evaluate(async (base64) => {
    const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const response = await fetch("/api/images?name=train.jpg", { method: "POST", body });
    return { status: response.status, answer: await response.json() };
  }, bytes.toString("base64"));
}

function pictured(imageId: string, alt: string) {
  const figure = { type: "figure", attrs: { imageId, alt, credit: "", width: 900, height: 1600 } };
  return { type: "doc" as const, content: [...paragraphs("A sleeping car.").content, figure] };
}

test("a picture is taken in, and what is none is refused", async ({ signInAs, request, baseURL }) => {
  const { page } = await signInAs("contributor");
  await page.goto("/desk");
  const picture = await fromPhone();
  const { status, answer } = await upload(page, picture);
  expect([status, answer]).toEqual([
    200,
    { ok: true, value: { id: answer.value.id, width: 900, height: 1600 } },
  ]);
  expect((await upload(page, picture)).answer.value.id).toBe(answer.value.id);
  const refused = await upload(page, Buffer.from("<svg onload='alert(1)'></svg>"));
  expect([refused.status, refused.answer.error.message]).toEqual([422, expect.stringContaining("SVG")]);
  const shown = await page.request.get(`/images/${answer.value.id}/640`);
  expect([shown.status(), shown.headers()["content-type"]]).toEqual([200, "image/webp"]);
  expect((await shown.body()).toString("latin1")).not.toContain("Secretphone");

  // `request` has no session.
  const outside = { data: picture, headers: { Origin: baseURL ?? "" } };
  expect((await request.post("/api/images", outside)).status()).toBe(401);
  const foreign = { data: picture, headers: { Origin: "https://evil.test" } };
  expect((await page.request.post("/api/images", foreign)).status()).toBe(403);
  expect((await request.get(`/images/${answer.value.id}/640`)).status()).toBe(404);
});

test("without alternative text nothing is published; with it, the picture is everybody's", async ({
  signInAs,
  insertIssue,
  database,
  request,
}) => {
  const { page } = await signInAs("editor");
  await page.goto("/desk");
  const { answer } = await upload(page, await fromPhone());
  const { id } = answer.value;
  const seen = async () => (await request.get(`/images/${id}/1280`)).status();
  const issue = await insertIssue({
    title: `Pictured ${crypto.randomUUID().slice(0, 6)}`,
    sections: [{ stories: [{ headline: "Sleepers — sold", body: pictured(id, "") }] }],
  });
  await expect(publishIssue(COMMAND_LINE, { id: issue.id })).rejects.toThrow(
    "A picture in story 1 has no alternative text.",
  );
  expect(await seen()).toBe(404);

  const storyId = issue.stories[0]?.id ?? "";
  const body = richTextColumn(pictured(id, "A sleeping car"));
  await database.story.update({ where: { id: storyId }, data: { body } });
  await publishIssue(COMMAND_LINE, { id: issue.id });
  const response = await request.get(`/images/${id}/1280`);
  expect([response.status(), response.headers()["cache-control"]]).toEqual([
    200,
    "public, max-age=30, must-revalidate",
  ]);
});
