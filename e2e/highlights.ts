import type { Locator, Page } from "@playwright/test";

/** Lines of "What matters this week", to be put in order. */
export const LINES = ["Bridges are closed.", "Canals are open.", "Ferries are late."];

/** The part of an issue's page with its highlights. */
export function inTheNews(page: Page): Locator {
  return page.locator("[data-part=highlights]");
}

/** The words of the highlights, in the order on screen. */
export function linesOf(page: Page): Promise<string[]> {
  return inTheNews(page)
    .getByRole("textbox")
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : "")),
    );
}
