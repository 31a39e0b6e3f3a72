import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";

const RULE = "An issue has an introduction.";
const FOUND = "It has no introduction.";

const before = (page: Page) =>
  page
    .getByRole("region", { name: "Details" })
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: /^Before publishing/ }) });

test("an admin sets a rule by keyboard, preflight follows, somebody else's change is shown, and editors read", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  test.setTimeout(120_000);
  await database.publication.updateMany({ data: { preflight: {}, version: { increment: 1 } } });
  const issue = await insertIssue({
    title: `Settings ${crypto.randomUUID().slice(0, 6)}`,
    sections: [{ stories: [{ headline: "Harbour — bare" }] }],
  });
  const { page } = await signInAs("admin");
  // Notes are folded away until they are asked for.
  const preflight = before(page).locator("li", { hasText: FOUND });
  await page.goto(`/desk/issues/${issue.id}`);
  await expect(before(page).getByRole("heading")).toContainText("open");
  await expect(preflight).toHaveCount(1);

  await page.getByRole("button", { name: /account and sign out/ }).press("Enter");
  await page.getByRole("menuitem", { name: "Settings" }).press("Enter");
  const rule = page.getByRole("combobox", { name: RULE });
  await expect(rule).toHaveValue("note");
  await expect(page.getByText("Every rule is as usual.")).toBeVisible();
  await rule.focus();
  await page.keyboard.press("End");
  await expect(rule).toHaveValue("off");
  await expect(page.getByText("1 rule differs from what is usual.")).toBeVisible();
  await expect(page.getByText("Differs: usually a note")).toBeVisible();
  await expect
    .poll(() => database.publication.findFirst({ select: { preflight: true } }))
    .toEqual({
      preflight: { "introduction-missing": "off" },
    });
  await expectAccessible(page, "settings, one rule off");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1440, height: 900 });

  const editor = await signInAs("editor");
  await editor.page.goto("/desk/settings");
  const line = editor.page.getByRole("listitem").filter({ hasText: RULE });
  await expect(line).toContainText("Off");
  await expect(editor.page.getByRole("combobox")).toHaveCount(0);
  await expect(editor.page.getByRole("button", { name: "Save the name" })).toHaveCount(0);
  await editor.page.goto(`/desk/issues/${issue.id}`);
  await expect(before(editor.page).getByRole("heading")).toContainText("open");
  await expect(before(editor.page).locator("li", { hasText: FOUND })).toHaveCount(0);

  await database.publication.updateMany({ data: { tagline: "Meanwhile", version: { increment: 1 } } });
  await page.getByRole("button", { name: "Set all as usual" }).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else" })).toBeVisible();
  await expect(page.getByLabel("Tagline")).toHaveValue("Meanwhile");
  await page.getByRole("button", { name: "Set all as usual" }).press("Enter");
  await expect(page.getByText("Every rule is as usual.")).toBeVisible();
  await page.goto(`/desk/issues/${issue.id}`);
  await expect(preflight).toHaveCount(1);
});
