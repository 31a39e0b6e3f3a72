import { expect, test } from "@playwright/test";

test("the app says that it and its database are well", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain('"ok"');
});

test("the home page answers with a whole document", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole("main")).toBeVisible();
});
