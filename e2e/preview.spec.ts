import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { tabTo } from "@/e2e/tab-to";
import { paragraphs } from "@/prisma/factories";

// The job: look at a draft as readers will, and show it to somebody outside for as long as one likes.
test.describe.configure({ mode: "parallel" });

const draft = () => ({
  title: `Unpublished ${crypto.randomUUID().slice(0, 6)}`,
  introduction: paragraphs("Nobody has read this yet."),
  sections: [{ title: "Only", stories: [{ headline: "Sidings — full", body: paragraphs("Words.") }] }],
});

const frameOf = (page: Page) => page.frameLocator("iframe");
const linkFor = (page: Page, name: string) => page.getByRole("textbox", { name: `Private link for ${name}` });
const lineOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });
const gone = (page: Page) => page.getByRole("heading", { name: "There is no such page" });

/** The width that the page in the frame is set at. */
const pageWidth = (page: Page) =>
  frameOf(page)
    .locator("html")
    .evaluate((html) => html.clientWidth);

test("a draft is looked at in every width, shared, the link revoked and given back, by mouse", async ({
  signInAs,
  insertIssue,
  browser,
  baseURL,
}) => {
  const issue = await insertIssue(draft());
  const { page, name } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}/preview`);
  await expect(frameOf(page).getByRole("heading", { level: 1, name: issue.title })).toBeVisible();
  for (const [device, width] of [
    ["Phone", 390],
    ["Tablet", 820],
    ["Desk", 1280],
  ] as const) {
    await page.getByRole("radio", { name: device }).click();
    await expect(page.locator(`iframe[title*="${width} pixels wide"]`)).toBeVisible();
    // Where a scroll bar takes room, it is a reader's too.
    expect(await pageWidth(page)).toBeGreaterThan(width - 20);
    expect(await pageWidth(page)).toBeLessThanOrEqual(width);
  }

  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("nobody outside the desk can read this draft")).toBeVisible();
  await page.getByLabel("For whom").fill("Legal");
  await page.getByLabel("It works for").selectOption("30 days");
  await page.getByRole("button", { name: "Make a link" }).click();
  const address = await linkFor(page, "Legal").inputValue();
  await expect(lineOf(page, "Legal")).toContainText(`Made by ${name}`);
  await expect(lineOf(page, "Legal")).toContainText("not opened yet");

  const outside = await browser.newContext({ baseURL });
  const reader = await outside.newPage();
  expect((await reader.goto(address))?.status()).toBe(200);
  await expect(reader.getByText(`Draft, not published. Shared by ${name}.`)).toBeVisible();
  await expect(reader.getByText("Nobody has read this yet.")).toBeVisible();
  await expectAccessible(reader, "a draft behind a private link");

  await page.getByRole("button", { name: "Revoke the link for Legal" }).click();
  await expect(lineOf(page, "Legal")).toContainText("Revoked");
  await expect(lineOf(page, "Legal")).toContainText("last opened");
  expect((await reader.reload())?.status()).toBe(404);
  await expect(gone(reader)).toBeVisible();
  await page.getByRole("button", { name: "Undo: the link for Legal works again" }).click();
  await expect(lineOf(page, "Legal")).toContainText("works until");
  expect((await reader.reload())?.status()).toBe(200);
  await outside.close();
});

test("a draft is looked at in every width, shared, the link revoked and given back, by keyboard, on a phone's window", async ({
  signInAs,
  insertIssue,
  browser,
  baseURL,
}) => {
  const issue = await insertIssue(draft());
  const { page } = await signInAs("editor", { viewport: { width: 390, height: 844 } });
  await page.goto(`/desk/issues/${issue.id}/preview`);
  await expect(page.locator('iframe[title*="390 pixels wide"]')).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: "Phone" }));
  for (const [device, width] of [
    ["Tablet", 820],
    ["Desk", 1280],
  ] as const) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: device })).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.locator(`iframe[title*="${width} pixels wide"]`)).toBeVisible();
  }
  // Into the page itself, which scrolls by the keys then.
  await tabTo(page, frameOf(page).getByRole("link", { name: "Skip to the text" }));
  await page.keyboard.press("Enter");
  await page.keyboard.press("End");
  await expect
    .poll(() =>
      frameOf(page)
        .locator("html")
        .evaluate((html) => html.scrollTop + html.clientHeight >= html.scrollHeight - 1),
    )
    .toBe(true);

  await page.getByRole("button", { name: "Share" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("For whom")).toBeFocused();
  await page.keyboard.type("Ines");
  await page.keyboard.press("Enter");
  await expect(linkFor(page, "Ines")).toBeFocused();
  const address = await linkFor(page, "Ines").inputValue();
  await tabTo(page, page.getByRole("button", { name: "Revoke the link for Ines" }));

  const outside = await browser.newContext({ baseURL, viewport: { width: 390, height: 844 } });
  const reader = await outside.newPage();
  expect((await reader.goto(address))?.status()).toBe(200);
  await expect(reader.getByText("Draft, not published.")).toBeVisible();
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Undo: the link for Ines works again" })).toBeFocused();
  expect((await reader.reload())?.status()).toBe(404);
  await page.keyboard.press("Enter");
  await expect(lineOf(page, "Ines")).toContainText("works until");
  expect((await reader.reload())?.status()).toBe(200);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
  await outside.close();
});

test("every state of the preview is open to everybody", async ({ signInAs, insertIssue, database }) => {
  const issue = await insertIssue(draft());
  const { page, contributorId } = await signInAs("editor");
  const tokenHash = () => crypto.randomUUID();
  await database.previewLink.createMany({
    data: [
      { issueId: issue.id, label: "Open", tokenHash: tokenHash(), createdById: contributorId },
      { issueId: issue.id, label: "", tokenHash: tokenHash(), revokedAt: new Date() },
      { issueId: issue.id, label: "Old", tokenHash: tokenHash(), expiresAt: new Date(0) },
    ],
  });
  await page.goto(`/desk/issues/${issue.id}/preview`);
  await expect(frameOf(page).getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, "preview on a phone", async () => {
    await page.getByRole("radio", { name: "Phone" }).click();
  });
  await page.getByRole("button", { name: "Share" }).click();
  await page.getByLabel("For whom").fill("Vold");
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(linkFor(page, "Vold")).toBeVisible();
  await expect(page.getByText("Expired")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Revoke/ })).toHaveCount(2);
  await expectAccessible(page, "preview, sharing");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("a contributor looks and does not share", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue(draft());
  const { page } = await signInAs("contributor");
  await page.goto(`/desk/issues/${issue.id}/preview`);
  await expect(frameOf(page).getByRole("heading", { level: 1, name: issue.title })).toBeVisible();
  await expect(page.getByRole("button", { name: "Share" })).toHaveCount(0);
});
