import { axeFaults } from "@/e2e/axe";
import { drag, dropLine, handle, lift, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { inTheNews, LINES, linesOf } from "@/e2e/highlights";
import { openOrder, rowOf, TREES } from "@/e2e/running-order";

// Real drags take their time, more so on a machine that does other things too.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("highlights by mouse, by keyboard and by menu, saved as they stand", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({
    title: "News",
    sections: TREES,
    highlights: LINES.map((text) => ({ text, stories: [1] })),
  });
  const { page } = await signInAs("editor");
  await openOrder(page, issue.id, 5);
  const status = inTheNews(page).getByRole("status");
  const saved = async () => {
    const rows = await database.highlight.findMany({
      where: { issueId: issue.id },
      orderBy: { position: "asc" },
      include: { stories: true },
    });
    return rows.map(({ text, stories }) => `${text} ${stories.length}`);
  };
  const third = inTheNews(page).getByRole("listitem").nth(2);
  await inTheNews(page).evaluate((part) => part.scrollIntoView({ block: "center" }));
  await inTheNews(page).getByRole("textbox", { name: "Line 1" }).hover();
  await lift(
    page,
    handle(page, "“Ferries are late.”"),
    await pointOf(inTheNews(page).getByRole("listitem").first(), 0.1),
  );
  await expect(dropLine(page)).toBeVisible();
  await expect(third.getByRole("textbox", { name: "Line 1" })).toHaveValue("Ferries are late.");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  expect(await linesOf(page)).toEqual(LINES);
  await drag(
    page,
    handle(page, "“Ferries are late.”"),
    await pointOf(inTheNews(page).getByRole("listitem").first(), 0.1),
  );
  await expect
    .poll(() => linesOf(page))
    .toEqual(["Ferries are late.", "Bridges are closed.", "Canals are open."]);
  await expect(status).toHaveText("“Ferries are late.” moved to place 1 of 3.");

  await handle(page, "“Bridges are closed.”").focus();
  await page.keyboard.press("Space");
  await expect(status).toContainText("Grabbed “Bridges are closed.”, place 2 of 3.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page), `a highlight in hand, ${colorScheme}`).toEqual([]);
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(status).toHaveText("Cancelled. “Bridges are closed.” stays at place 2 of 3.");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await expect
    .poll(() => linesOf(page))
    .toEqual(["Bridges are closed.", "Ferries are late.", "Canals are open."]);
  await expect(handle(page, "“Bridges are closed.”")).toBeFocused();
  await inTheNews(page).getByRole("textbox", { name: "Line 1" }).press("Alt+ArrowDown");
  await expect
    .poll(() => linesOf(page))
    .toEqual(["Ferries are late.", "Bridges are closed.", "Canals are open."]);
  await expect(inTheNews(page).getByRole("textbox", { name: "Line 2" })).toBeFocused();

  await inTheNews(page).getByRole("button", { name: "Actions for line 3" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move to the top" }).press("Enter");
  const wanted = ["Canals are open.", "Ferries are late.", "Bridges are closed."];
  await expect.poll(() => linesOf(page)).toEqual(wanted);
  await expect.poll(saved).toEqual(wanted.map((text) => `${text} 1`));

  // By hand: a line by mouse, and one more by Enter at its end.
  await inTheNews(page).getByRole("button", { name: "Add a line" }).click();
  await expect(inTheNews(page).getByRole("textbox", { name: "Line 4" })).toBeFocused();
  await page.keyboard.type("Locks are stuck.");
  await page.keyboard.press("Enter");
  await expect(inTheNews(page).getByRole("textbox", { name: "Line 5" })).toBeFocused();
  await page.keyboard.type("Weirs are dry.");
  const written = ["Locks are stuck.", "Weirs are dry."];
  await expect
    .poll(saved)
    .toEqual([...wanted.map((text) => `${text} 1`), ...written.map((text) => `${text} 0`)]);
  await inTheNews(page).getByRole("textbox", { name: "Line 4" }).hover();
  await inTheNews(page).getByRole("button", { name: "Remove line 4" }).click();
  await inTheNews(page).getByRole("button", { name: "Remove line 4" }).press("Enter");
  await expect.poll(saved).toEqual(wanted.map((text) => `${text} 1`));
});

test("a highlight whose story left the issue says so, leads to it, and lets go of it", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({
    title: "News",
    sections: TREES,
    highlights: [{ text: "Trees grow.", stories: [1, 2] }],
  });
  const { page } = await signInAs("editor");
  await openOrder(page, issue.id, 5);
  await rowOf(page, 2).hover();
  await page.getByRole("button", { name: "Actions for Birch" }).click();
  await page.getByRole("menuitem", { name: "Put into the backlog" }).click();
  const left = inTheNews(page).getByText("Story “Birch” left the issue.");
  await expect(left).toBeVisible();
  await expect(
    page.getByText("“What matters this week” points at “Birch”, which left the issue.").first(),
  ).toBeAttached();
  expect(await axeFaults(page)).toEqual([]);
  const find = inTheNews(page).getByRole("link", { name: "Find it in the backlog: Birch" });
  await expect(find).toHaveAttribute("href", `/desk/stories/${issue.stories[1]?.id}`);
  await page.reload();
  await expect(left).toBeVisible();
  await inTheNews(page).getByRole("button", { name: "Unlink Birch" }).press("Enter");
  await expect(left).toHaveCount(0);
  const links = () => database.highlightStory.findMany({ where: { highlight: { issueId: issue.id } } });
  await expect
    .poll(async () => (await links()).map(({ storyId }) => storyId))
    .toEqual([issue.stories[0]?.id]);
});
