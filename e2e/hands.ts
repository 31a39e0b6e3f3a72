import { expect, type Locator, type Page } from "@playwright/test";

/** What a job is done with. */
export type Hand = "mouse" | "keyboard";
export const HANDS: readonly Hand[] = ["mouse", "keyboard"];

/** Presses a button, a link or an item of a menu. */
export async function press(target: Locator, hand: Hand): Promise<void> {
  if (hand === "mouse") await target.click();
  else await target.press("Enter");
}

/** Types at the end of a field or a text. */
export async function typeInto(page: Page, field: Locator, words: string, hand: Hand): Promise<void> {
  if (hand === "mouse") await field.click();
  else await field.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(words);
}

/** Chooses from a list of the browser's own. What the mouse would press there is drawn outside the page, where no test can. */
export async function choose(list: Locator, label: string, hand: Hand): Promise<void> {
  if (hand === "mouse") return void (await list.selectOption({ label }));
  const steps = await list.evaluate((element, wanted) => {
    const { options, selectedIndex } = element as HTMLSelectElement;
    return [...options].findIndex(({ label: words }) => words === wanted) - selectedIndex;
  }, label);
  await list.focus();
  for (let step = 0; step < Math.abs(steps); step += 1) await list.press(steps > 0 ? "ArrowDown" : "ArrowUp");
  await expect(list.locator("option:checked")).toHaveText(label);
}
