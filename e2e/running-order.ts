import { expect, type Locator, type Page, type Route } from "@playwright/test";
import { subjectOf } from "@/components/desk/running-order-words";
import type { PrismaClient } from "@/lib/generated/prisma/client";

/** Sections of an issue with five stories: three, two, and none. */
export const TREES = [
  { title: "North", stories: [{ headline: "Alder" }, { headline: "Birch" }, { headline: "Cedar" }] },
  { title: "South", stories: [{ headline: "Dogwood" }, { headline: "Elm" }] },
  { title: "Clearing", stories: [] },
];

/** Sections of an issue with sixty stories, "Tree 1" to "Tree 60": more than a window holds. */
export const FOREST = Array.from({ length: 4 }, (_, section) => ({
  title: `Wood ${section + 1}`,
  stories: Array.from({ length: 15 }, (_, tree) => ({ headline: `Tree ${section * 15 + tree + 1}` })),
}));

/** The desk's running order of an issue. */
export function runningOrder(page: Page): Locator {
  return page.getByRole("navigation", { name: "Running order" });
}

/** What the running order said last, for who does not see it. */
export function saidOf(page: Page): Locator {
  return runningOrder(page).getByRole("status");
}

/** A section's heading in the running order. */
export function sectionHeading(page: Page, title: string): Locator {
  return runningOrder(page).getByRole("button", { name: title, exact: true });
}

/** The sections' titles, in the order on screen. */
export function sectionsOf(page: Page): Promise<string[]> {
  return runningOrder(page).getByRole("heading", { level: 2 }).allTextContents();
}

/** Opens an issue on the desk and waits until it shows so many stories. */
export async function openOrder(page: Page, issueId: string, stories: number): Promise<void> {
  await page.goto(`/desk/issues/${issueId}`);
  await expect(rowsOf(page)).toHaveCount(stories);
}

/** From now on nothing that an issue's desk sends is answered; what comes back ends that. */
export async function savesUnanswered(page: Page): Promise<() => Promise<void>> {
  const address = "**/desk/issues/**";
  const cut = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.continue());
  await page.route(address, cut);
  return () => page.unroute(address, cut);
}

/** The stories' rows of the desk's running order, in sequence. */
export function rowsOf(page: Page): Locator {
  return runningOrder(page).locator("[data-order-row]");
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
