import type { Page } from "@playwright/test";
import { axeFaults } from "@/e2e/axe";
import { drag, dropLine, lift, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import {
  FOREST,
  openOrder,
  placesOf,
  rowOf,
  rowsOf,
  runningOrder,
  saidOf,
  savedPlaces,
  savesUnanswered,
  TREES,
} from "@/e2e/running-order";

// Real drags take their time, more so on a machine that does other things too.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

/** The stories' parts, in the order of the list and in that of the page. */
const parts = (page: Page) =>
  Promise.all([
    rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("href")?.split("part=")[1])),
    page
      .locator("[data-part^='story:']")
      .evaluateAll((stories) => stories.map((story) => story.getAttribute("data-part"))),
  ]);

test("stories by mouse: the line shows the place, numbers count at once, empty sections take them, Escape and outside change nothing", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await openOrder(page, issue.id, 5);

  await lift(page, rowOf(page, 5), await pointOf(rowOf(page, 1), 0.2));
  await expect(dropLine(page)).toHaveCount(1);
  const [line, first] = [await dropLine(page).boundingBox(), await rowOf(page, 1).boundingBox()];
  expect(Math.abs((line?.y ?? 0) - (first?.y ?? 0))).toBeLessThan(4);
  await expect(rowOf(page, 1)).toContainText("2.Alder");
  await expect(rowOf(page, 5)).toContainText("1.Elm");
  await page.keyboard.press("Escape");
  await expect(dropLine(page)).toHaveCount(0);
  await page.mouse.up();
  expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(rowOf(page, 1)).toContainText("1.Alder");

  await lift(page, rowOf(page, 2), { x: 900, y: 500 });
  await expect(dropLine(page)).toHaveCount(0);
  await page.mouse.up();
  expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);

  await drag(page, rowOf(page, 1), await pointOf(rowOf(page, 5), 0.8));
  await expect.poll(() => placesOf(page)).toEqual(["Birch", "Cedar", "Dogwood", "Elm", "Alder"]);
  await expect(saidOf(page)).toHaveText(
    "Story 1, Alder, moved to place 3 of 3 in South; it is now number 5.",
  );
  await expect(rowOf(page, 5)).toBeFocused();
  await drag(
    page,
    rowOf(page, 2),
    await pointOf(page.getByRole("button", { name: "Add story to Clearing" }).last()),
  );
  await expect.poll(() => placesOf(page)).toEqual(["Birch", "Dogwood", "Elm", "Alder", "Cedar"]);
  await expect(saidOf(page)).toContainText("Cedar, moved to place 1 of 1 in Clearing");
  await drag(page, rowOf(page, 4), await pointOf(rowOf(page, 1), 0.2));
  const wanted = ["Alder", "Birch", "Dogwood", "Elm", "Cedar"];
  await expect.poll(() => placesOf(page)).toEqual(wanted);
  const [inList, onPage] = await parts(page);
  expect(onPage).toEqual(inList);
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(wanted);
});

test("stories by keyboard: grabbed, put back, dropped across sections, and moved at once, many times in a row", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await openOrder(page, issue.id, 5);
  await rowOf(page, 3).focus();
  await page.keyboard.press("Space");
  await expect(saidOf(page)).toContainText("Grabbed story 3, Cedar.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page), `a story in hand, ${colorScheme}`).toEqual([]);
  }
  await page.keyboard.press("ArrowDown");
  await expect(saidOf(page)).toContainText("moved to place 1 of 3 in South; it stays number 3.");
  await page.keyboard.press("ArrowDown");
  await expect(rowOf(page, 4)).toContainText("4.Cedar");
  await page.keyboard.press("Escape");
  await expect(saidOf(page)).toHaveText("Cancelled. Story 3, Cedar, stays where it was.");
  expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(rowOf(page, 3)).toBeFocused();

  await page.keyboard.press("Space");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(saidOf(page)).toContainText("Dropped. Story 3, Cedar, moved to place 3 of 3 in South");
  await expect.poll(() => placesOf(page)).toEqual(["Alder", "Birch", "Dogwood", "Elm", "Cedar"]);
  await expect(rowOf(page, 5)).toBeFocused();

  for (let press = 0; press < 6; press += 1) await page.keyboard.press("Alt+ArrowUp");
  const wanted = ["Cedar", "Alder", "Birch", "Dogwood", "Elm"];
  await expect.poll(() => placesOf(page)).toEqual(wanted);
  await expect(rowOf(page, 1)).toBeFocused();
  await expect(saidOf(page)).toContainText("Cedar, is already first.");
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(wanted);
  await expect(runningOrder(page).getByText(/Someone else/)).toHaveCount(0);
});

test("a list longer than the window scrolls under what is dragged, both ways", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Forest", sections: FOREST });
  const { page } = await signInAs("editor");
  await page.setViewportSize({ width: 1280, height: 600 });
  await openOrder(page, issue.id, 60);
  await lift(page, rowOf(page, 1), { x: 100, y: 580 });
  await expect(rowOf(page, 60)).toBeInViewport({ timeout: 60_000 });
  const bottom = await pointOf(rowOf(page, 60), 0.8);
  await page.mouse.move(bottom.x, bottom.y, { steps: 4 });
  await page.mouse.up();
  await expect(rowOf(page, 60)).toContainText("60.Tree 1");
  await lift(page, rowOf(page, 60), { x: 100, y: 110 });
  await expect(rowOf(page, 1)).toBeInViewport({ timeout: 60_000 });
  const top = await pointOf(rowOf(page, 1), 0.2);
  await page.mouse.move(top.x, top.y, { steps: 4 });
  await page.mouse.up();
  await expect(rowOf(page, 1)).toContainText("1.Tree 1");
});

test("a move that cannot be saved is taken back, said, and made again on request", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await openOrder(page, issue.id, 5);
  const answerAgain = await savesUnanswered(page);
  await rowOf(page, 3).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(
    runningOrder(page)
      .getByText(/could not be saved: no answer from the server/)
      .first(),
  ).toBeVisible();
  await expect(runningOrder(page).getByText("Yours: “Cedar” to place 1 in South")).toBeVisible();
  expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(rowOf(page, 3)).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  await answerAgain();
  await runningOrder(page).getByRole("button", { name: "Try again" }).click();
  await expect(saidOf(page)).toHaveText("Made again: “Cedar” to place 1 in South.");
  await expect(rowOf(page, 3)).toBeFocused();
  await expect
    .poll(() =>
      database.story.findFirst({ where: { id: issue.stories[2]?.id }, select: { sectionId: true } }),
    )
    .toEqual({ sectionId: issue.sections[1]?.id });
});
