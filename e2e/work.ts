import type { Locator, Page } from "@playwright/test";
import type { PrismaClient } from "@/lib/generated/prisma/client";

/** The panel of the work: a state, its steps, and who sees it through. */
export function workOn(page: Page, what: "story" | "issue"): Locator {
  return page.getByRole("group", { name: `Work on the ${what}` });
}

/** The state of a story that is saved. */
export async function stateOf(database: PrismaClient, storyId: string): Promise<string> {
  return (await database.story.findUniqueOrThrow({ where: { id: storyId } })).workflowState;
}

/** What others change does not reach this page: it shows what it read. */
export async function hearNothing(page: Page): Promise<void> {
  await page.route("**/api/desk/events**", (route) => route.abort());
}
