import { existsSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const SEED = path.join(import.meta.dirname, "../../shared/seed/weekly-digest.txt");
const OWN = path.join(import.meta.dirname, "fixtures/seven-stories.txt");

const order = (page: Page) => page.getByRole("navigation", { name: "Running order" });
const rows = (page: Page) => order(page).locator("[data-order-row]");
const row = (page: Page, number: number) => rows(page).nth(number - 1);

/** The numbers and anchors of the stories, as a reader's page shows them. */
async function storiesRead(page: Page) {
  return page
    .locator("article[id^='s-']")
    .evaluateAll((stories) =>
      stories.map((story) => ({
        anchor: story.id,
        heading: story.querySelector("h2, h3")?.textContent?.trim() ?? "",
      })),
    );
}

test("a digest goes in, is arranged by keyboard and by drag, is published and read", async ({
  signInAs,
  browser,
  baseURL,
}) => {
  const { page } = await signInAs("editor");
  await page.goto("/desk/import");
  await page.locator("input[type=file]").setInputFiles(existsSync(SEED) ? SEED : OWN);
  const title = `Concrete ${crypto.randomUUID().slice(0, 6)}`;
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByRole("button", { name: /^Accept/ }).click();
  await page.waitForURL(/\/desk\/issues\/[0-9a-f-]{36}/);
  await expect(rows(page)).toHaveCount(7);
  const names = await rows(page).evaluateAll((all) =>
    all.map((one) => one.querySelector(".truncate")?.textContent ?? ""),
  );
  const [first, second, third, fourth, fifth, sixth, seventh] = names;

  await page.goto(`${page.url().split("?")[0]}/preview`);
  const before = await storiesRead(page);
  await page.goBack();

  await row(page, 6).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect(row(page, 5)).toContainText(sixth ?? "");
  await expect(page.getByRole("status").filter({ hasText: /now number 5/ })).toHaveCount(1);

  await row(page, 7).dragTo(row(page, 4), { targetPosition: { x: 60, y: 4 } });
  const expected = [first, second, third, seventh, fourth, sixth, fifth];
  for (const [index, name] of expected.entries())
    await expect(row(page, index + 1)).toContainText(name ?? "");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
  await page.reload();
  for (const [index, name] of expected.entries())
    await expect(row(page, index + 1)).toContainText(name ?? "");

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("button", { name: "Publish edition 1" }).click();
  await expect(page.getByText("Edition 1 is what readers get now.")).toBeVisible();
  const address = await page.getByRole("link", { name: "Read it as readers do" }).getAttribute("href");

  const anonymous = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const reader = await anonymous.newPage();
  await reader.goto(address ?? "");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(title);
  const after = await storiesRead(reader);
  expect(
    after.map((story, index) => story.heading.startsWith(String(index + 1)) || story.heading.length > 0),
  ).not.toContain(false);
  const anchorOf = new Map(before.map((story, index) => [names[index], story.anchor]));
  expect(after.map((story) => story.anchor)).toEqual(expected.map((name) => anchorOf.get(name)));
  const json = await (await reader.request.get(`${address}.json`)).json();
  const stories = json.sections.flatMap(
    (section: { stories: { number: number; headline: string }[] }) => section.stories,
  );
  expect(stories.map((story: { number: number }) => story.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  await anonymous.close();
});
