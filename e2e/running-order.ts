import type { Locator, Page } from "@playwright/test";
import { subjectOf } from "@/components/desk/running-order-words";
import type { PrismaClient } from "@/lib/generated/prisma/client";

/** The stories' rows of the desk's running order, in sequence. */
export function rowsOf(page: Page): Locator {
  return page.getByRole("navigation", { name: "Running order" }).locator("[data-order-row]");
}

/** The row of the story that has this number now. */
export function rowOf(page: Page, number: number): Locator {
  return rowsOf(page).nth(number - 1);
}

/** The subjects of all stories, in the order on screen. */
export function placesOf(page: Page): Promise<string[]> {
  return rowsOf(page).evaluateAll((rows) =>
    rows.map((row) => row.querySelector(".truncate")?.textContent ?? ""),
  );
}

/** The subjects of all stories in the order that is saved: the screen shows a move before it is. */
export async function savedPlaces(database: PrismaClient, issueId: string): Promise<string[]> {
  const stories = await database.story.findMany({
    where: { section: { issueId } },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
  });
  return stories.map((story) => subjectOf(story.headline));
}
