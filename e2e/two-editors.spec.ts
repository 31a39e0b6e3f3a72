import type { Page } from "@playwright/test";
import { drag, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { placesOf, rowOf, savedPlaces } from "@/e2e/running-order";

const SECTIONS = [
  { title: "North", stories: [{ headline: "Alder" }, { headline: "Birch" }, { headline: "Cedar" }] },
  { title: "South", stories: [{ headline: "Dogwood" }, { headline: "Elm" }] },
];

/** Without the stream of changes a screen is behind, as in the moment before a change arrives. */
async function behind(page: Page): Promise<void> {
  await page.route("**/api/desk/events*", (route) => route.abort());
}

/** Moves the story with this number one place up, by keyboard. */
async function moveUp(page: Page, number: number): Promise<void> {
  await rowOf(page, number).focus();
  await page.keyboard.press("Alt+ArrowUp");
}

test("two editors reorder one issue at once, by keyboard and by mouse: the loser is told, sees the new order, and can move again", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: SECTIONS });
  const [{ page: winner }, { page: loser }] = await Promise.all([signInAs("editor"), signInAs("editor")]);
  await behind(loser);
  for (const page of [winner, loser]) {
    await page.goto(`/desk/issues/${issue.id}`);
    await expect.poll(() => placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  }
  await moveUp(winner, 2);
  const saved = () => savedPlaces(database, issue.id);
  await expect.poll(saved).toEqual(["Birch", "Alder", "Cedar", "Dogwood", "Elm"]);
  await expect.poll(() => placesOf(winner)).toEqual(["Birch", "Alder", "Cedar", "Dogwood", "Elm"]);

  await drag(loser, rowOf(loser, 5), await pointOf(rowOf(loser, 4), 0.2));
  await expect(loser.getByText(/Someone else changed the order/).first()).toBeVisible();
  await expect.poll(() => placesOf(loser)).toEqual(["Birch", "Alder", "Cedar", "Dogwood", "Elm"]);
  await loser.getByRole("button", { name: "Apply my move again" }).click();
  await expect.poll(() => placesOf(loser)).toEqual(["Birch", "Alder", "Cedar", "Elm", "Dogwood"]);
  await expect.poll(saved).toEqual(["Birch", "Alder", "Cedar", "Elm", "Dogwood"]);

  // The other has the stream, and sees it without doing anything; the caret stays in the story that others are moved over.
  await expect.poll(() => placesOf(winner)).toEqual(["Birch", "Alder", "Cedar", "Elm", "Dogwood"]);
  const text = storyOn(winner, "Cedar").getByRole("textbox", { name: "Text" });
  await text.click();
  await winner.keyboard.type("Needles ");
  await rowOf(loser, 5).focus();
  for (let press = 0; press < 6; press += 1) await loser.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => placesOf(winner)).toEqual(["Dogwood", "Birch", "Alder", "Cedar", "Elm"]);
  await winner.keyboard.type("stay.");
  await expect(text).toHaveText("Needles stay.");
});
