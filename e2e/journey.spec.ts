import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator, Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { placesOf, rowOf, rowsOf, savedPlaces } from "@/e2e/running-order";
import type { Edition } from "@/lib/editions/schema";

const SEED = path.join(import.meta.dirname, "../../shared/seed/weekly-digest.txt");

const STORY = (number: number, subject: string) => `${number}. ${subject} — what it means
A page about ${subject} — Example Press
Something happened to ${subject} this week, and somebody wrote it down.
Why This Matters
It would not be here otherwise.`;

/** A digest of the seed's shape, for where the seed is not at hand. */
const OWN = `Introduction
Seven things, in an order that can be argued with.
What matters this week
- Bridges and Canals went first.
The order is the argument.
First Section
${STORY(1, "Bridges")}
${STORY(2, "Canals")}
${STORY(3, "Ferries")}
Second Section
${STORY(4, "Harbours")}
Third Section
${STORY(5, "Locks")}
${STORY(6, "Piers")}
Fourth Section
${STORY(7, "Weirs")}
Closing Thoughts
That was all of it.
`;

/** The real digest; white space at its end makes it a file of its own each time. */
function digest(): Buffer {
  const text = existsSync(SEED) ? readFileSync(SEED, "utf8") : OWN;
  return Buffer.from(text + " ".repeat(Math.ceil(Math.random() * 100_000)));
}

const anchorsOn = (page: Page | FrameLocator) =>
  page.locator("article[id^='s-']").evaluateAll((articles) => articles.map((article) => article.id));

test("a digest goes in, is arranged by keyboard and by drag, is published and read", async ({
  signInAs,
  browser,
  baseURL,
  database,
}) => {
  const { page } = await signInAs("editor");
  await page.goto("/desk/import");
  const file = { name: "weekly-digest.txt", mimeType: "text/plain", buffer: digest() };
  await page.locator("input[type=file]").setInputFiles(file);
  const title = `The week ${crypto.randomUUID().slice(0, 6)}`;
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByRole("button", { name: "Make it an issue" }).click();
  await page.waitForURL(/\/desk\/issues\/[0-9a-f-]{36}/);
  await expect(rowsOf(page)).toHaveCount(7);
  const names = await placesOf(page);
  const issueAddress = page.url().replace(/\?.*/, "");

  await page.goto(`${issueAddress}/preview`);
  const draft = page.frameLocator("iframe");
  await expect(draft.locator("article[id^='s-']")).toHaveCount(7);
  const anchors = new Map((await anchorsOn(draft)).map((anchor, index) => [names[index], anchor]));
  expect(anchors.size).toBe(7);
  await page.goto(issueAddress);

  await rowOf(page, 6).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: /now number 5/ })).toHaveCount(1);
  await rowOf(page, 7).dragTo(rowOf(page, 4), { targetPosition: { x: 60, y: 4 } });
  const [first, second, third, fourth, fifth, sixth, seventh] = names;
  const wanted = [first, second, third, seventh, fourth, sixth, fifth];
  await expect.poll(() => placesOf(page)).toEqual(wanted);
  const issueId = new URL(issueAddress).pathname.split("/").at(-1) ?? "";
  await expect.poll(() => savedPlaces(database, issueId)).toEqual(wanted);
  await page.reload();
  await expect.poll(() => placesOf(page)).toEqual(wanted);

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish edition 1" }).click();
  await expect(page.getByText("Edition 1 is what readers get now.")).toBeVisible();
  const address = await page.getByRole("link", { name: "Read it as readers do" }).getAttribute("href");

  const anonymous = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const reader = await anonymous.newPage();
  await reader.goto(address ?? "");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(await anchorsOn(reader)).toEqual(wanted.map((name) => anchors.get(name)));
  const edition: Edition = await (await reader.request.get(`${address}.json`)).json();
  const stories = edition.sections.flatMap((section) => section.stories);
  expect(stories.map((story) => story.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(stories.map((story) => story.anchor)).toEqual(wanted.map((name) => anchors.get(name)));
  await anonymous.close();
});
