import { expect, type Locator, type Page } from "@playwright/test";

/** Selects a whole paragraph of a story's text by keyboard, the first being 0. */
export async function selectParagraph(page: Page, text: Locator, index: number): Promise<void> {
  const words = await text.locator("p").nth(index).innerText();
  // Nobody is as quick as these keys: the browser moves the caret, and tells the editor a moment later.
  await expect(async () => {
    await text.focus();
    await page.keyboard.press("Control+Home");
    for (let down = 0; down < index; down += 1) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    expect(await page.evaluate(() => window.getSelection()?.toString().trim())).toBe(words.trim());
  }).toPass();
  await expect(page.getByRole("toolbar", { name: "Selected words: Text" })).toBeVisible();
}
