import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab (or Shift+Tab) until the focus is on it: whoever has no mouse comes there too. */
export async function tabTo(page: Page, target: Locator, way: "on" | "back" = "on"): Promise<void> {
  await expect(target).toBeVisible();
  await expect(async () => {
    await page.keyboard.press(way === "on" ? "Tab" : "Shift+Tab");
    await expect(target).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [1] });
}
