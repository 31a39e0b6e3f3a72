import type { Locator, Page } from "@playwright/test";

/** A story on the page of its issue, by the subject of its headline (or the beginning of it). */
export function storyOn(page: Page, subject: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^Story( \\d+)?: ${RegExp.escape(subject)}`) });
}
