import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = {
  every: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  colours: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
} as const;

/** Colours pass over into others, such as those of the night: axe would read them on their way. */
async function untilStill(page: Page): Promise<void> {
  const isStill = () =>
    document
      .getAnimations()
      .every((each) => !(each instanceof CSSTransition) || each.playState !== "running");
  // Asked again and again: the promise of a transition whose element was made anew is never kept.
  await page.waitForFunction(isStill, undefined, { polling: 50 });
}

/** What axe finds on the page as it stands, a line for each element. */
export async function axeFaults(page: Page, rules: keyof typeof RULES = "every"): Promise<string[]> {
  const { type, values } = RULES[rules];
  // A page's title may come in a later part of its answer.
  await expect(page).toHaveTitle(/./);
  await untilStill(page);
  // Axe is half a megabyte, which takes the page as long to read as to be looked through: once for each page is enough.
  const isThere = await page.evaluate(() => "axe" in window);
  const { violations } = await new AxeBuilder({ page, ...(isThere && { axeSource: "/* It is there. */" }) })
    // Pages here have no frames of other hosts, so axe need not open a page of its own each time.
    .setLegacyMode()
    .options({ runOnly: { type, values: [...values] }, resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} (${node.target.join(" ")})`),
  );
}

const SETTINGS = [390, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

/**
 * On a phone and on a desk, by day and by night: axe finds nothing on the page as it stands. The night changes colours
 * and nothing else, so only they are looked at again. `arrange` brings about the state where a width needs its own way.
 */
export async function expectAccessible(
  page: Page,
  name: string,
  arrange: (width: number) => Promise<void> = async () => {},
): Promise<void> {
  for (const { width, colorScheme } of SETTINGS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    if (colorScheme === "light") await arrange(width);
    const faults = await axeFaults(page, colorScheme === "light" ? "every" : "colours");
    expect(faults, `${name}, ${width} px, ${colorScheme}`).toEqual([]);
  }
}
