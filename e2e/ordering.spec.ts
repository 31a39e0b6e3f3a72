import type { Locator, Page, Route } from "@playwright/test";
import { axeFaults } from "@/e2e/axe";
import { drag, dropLine, Finger, lift, middleOf, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { placesOf, rowOf, rowsOf, savedPlaces } from "@/e2e/running-order";

// Real drags take their time, more so on a machine that does other things too.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

const TREES = [
  { title: "North", stories: [{ headline: "Alder" }, { headline: "Birch" }, { headline: "Cedar" }] },
  { title: "South", stories: [{ headline: "Dogwood" }, { headline: "Elm" }] },
  { title: "Clearing", stories: [] },
];
const FOREST = Array.from({ length: 4 }, (_, section) => ({
  title: `Wood ${section + 1}`,
  stories: Array.from({ length: 15 }, (_, tree) => ({ headline: `Tree ${section * 15 + tree + 1}` })),
}));

const order = (page: Page) => page.getByRole("navigation", { name: "Running order" });
const heading = (page: Page, title: string) => order(page).getByRole("button", { name: title, exact: true });
const said = (page: Page) => order(page).getByRole("status");
const sectionsOf = (page: Page) => order(page).getByRole("heading", { level: 2 }).allTextContents();
/** The stories' parts, in the order of the list and in that of the page. */
const parts = (page: Page) =>
  Promise.all([
    rowsOf(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("href")?.split("part=")[1])),
    page
      .locator("[data-part^='story:']")
      .evaluateAll((stories) => stories.map((story) => story.getAttribute("data-part"))),
  ]);
const open = async (page: Page, issueId: string, stories: number) => {
  await page.goto(`/desk/issues/${issueId}`);
  await expect(rowsOf(page)).toHaveCount(stories);
};

const LINES = ["Bridges are closed.", "Canals are open.", "Ferries are late."];
const inTheNews = (page: Page) => page.locator("[data-part=highlights]");
const linesOf = (page: Page) =>
  inTheNews(page)
    .getByRole("textbox")
    .evaluateAll((fields) =>
      fields.map((field) => (field instanceof HTMLTextAreaElement ? field.value : "")),
    );
const handle = (page: Page, name: string) => page.getByRole("button", { name: `Reorder: ${name}` });

test("stories by mouse: the line shows the place, numbers count at once, empty sections take them, Escape and outside change nothing", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await open(page, issue.id, 5);

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
  await expect(said(page)).toHaveText("Story 1, Alder, moved to place 3 of 3 in South; it is now number 5.");
  await expect(rowOf(page, 5)).toBeFocused();
  await drag(
    page,
    rowOf(page, 2),
    await pointOf(page.getByRole("button", { name: "Add story to Clearing" }).last()),
  );
  await expect.poll(() => placesOf(page)).toEqual(["Birch", "Dogwood", "Elm", "Alder", "Cedar"]);
  await expect(said(page)).toContainText("Cedar, moved to place 1 of 1 in Clearing");
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
  await open(page, issue.id, 5);
  await rowOf(page, 3).focus();
  await page.keyboard.press("Space");
  await expect(said(page)).toContainText("Grabbed story 3, Cedar.");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeFaults(page), `a story in hand, ${colorScheme}`).toEqual([]);
  }
  await page.keyboard.press("ArrowDown");
  await expect(said(page)).toContainText("moved to place 1 of 3 in South; it stays number 3.");
  await page.keyboard.press("ArrowDown");
  await expect(rowOf(page, 4)).toContainText("4.Cedar");
  await page.keyboard.press("Escape");
  await expect(said(page)).toHaveText("Cancelled. Story 3, Cedar, stays where it was.");
  expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(rowOf(page, 3)).toBeFocused();

  await page.keyboard.press("Space");
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(said(page)).toContainText("Dropped. Story 3, Cedar, moved to place 3 of 3 in South");
  await expect.poll(() => placesOf(page)).toEqual(["Alder", "Birch", "Dogwood", "Elm", "Cedar"]);
  await expect(rowOf(page, 5)).toBeFocused();

  for (let press = 0; press < 6; press += 1) await page.keyboard.press("Alt+ArrowUp");
  const wanted = ["Cedar", "Alder", "Birch", "Dogwood", "Elm"];
  await expect.poll(() => placesOf(page)).toEqual(wanted);
  await expect(rowOf(page, 1)).toBeFocused();
  await expect(said(page)).toContainText("Cedar, is already first.");
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(wanted);
  await expect(order(page).getByText(/Someone else/)).toHaveCount(0);
});

test("sections by mouse, by keyboard and by menu; stories by menu; the focus stays with what was moved", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await open(page, issue.id, 5);
  await drag(page, heading(page, "South"), await pointOf(heading(page, "North"), 0.2));
  await expect.poll(() => sectionsOf(page)).toEqual(["South", "North", "Clearing"]);
  await expect(said(page)).toHaveText("Section South moved to place 1 of 3; its stories are numbers 1 to 2.");
  await expect.poll(() => placesOf(page)).toEqual(["Dogwood", "Elm", "Alder", "Birch", "Cedar"]);

  await heading(page, "Clearing").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect.poll(() => sectionsOf(page)).toEqual(["Clearing", "South", "North"]);
  await expect(heading(page, "Clearing")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => sectionsOf(page)).toEqual(["South", "Clearing", "North"]);

  await heading(page, "South").focus();
  await page.getByRole("button", { name: "Actions for South" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move section South" });
  await expect(dialog.getByLabel("Place")).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByLabel("Place").selectOption({ label: "3, last" });
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => sectionsOf(page)).toEqual(["Clearing", "North", "South"]);
  await expect(heading(page, "South")).toBeFocused();

  await rowOf(page, 1).hover();
  await page.getByRole("button", { name: "Actions for Alder" }).click();
  await page.getByRole("menuitem", { name: "Move to…" }).click();
  const place = page.getByRole("dialog", { name: "Move “Alder”" });
  await place.getByLabel("Section").selectOption("Clearing");
  await place.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(said(page)).toContainText("Alder, moved to place 1 of 1 in Clearing");
  await expect(rowOf(page, 1)).toBeFocused();
});

test("a list longer than the window scrolls under what is dragged, both ways", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Forest", sections: FOREST });
  const { page } = await signInAs("editor");
  await page.setViewportSize({ width: 1280, height: 600 });
  await open(page, issue.id, 60);
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

test("by touch: a finger that rests lifts a story, one that moves scrolls the list", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Forest", sections: FOREST });
  const { page } = await signInAs("editor", {
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/desk/issues/${issue.id}`);
  await page.getByRole("button", { name: "Order", exact: true }).tap();
  await expect(rowOf(page, 1)).toBeVisible();
  const finger = await Finger.on(page);
  await finger.down(await pointOf(rowOf(page, 8)));
  await finger.moveTo(await pointOf(rowOf(page, 2)));
  await finger.up();
  await expect(rowOf(page, 1)).not.toBeInViewport();
  expect((await placesOf(page))[7]).toBe("Tree 8");

  await rowOf(page, 1).scrollIntoViewIfNeeded();
  await expect(rowOf(page, 4)).toBeInViewport();
  await finger.down(await pointOf(rowOf(page, 4)));
  // What hangs on the finger once it has rested long enough.
  await expect(page.locator("[data-drag-copy]")).toContainText("Tree 4");
  await finger.moveTo(await pointOf(rowOf(page, 2), 0.2));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect
    .poll(async () => (await placesOf(page)).slice(0, 4))
    .toEqual(["Tree 1", "Tree 4", "Tree 2", "Tree 3"]);
});

test("by touch: a section, a highlight and a source, each by the first finger that takes hold of it", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const titles = ["Minutes", "Tide tables", "Fees from May"];
  const sources = titles.map((title) => ({ title }));
  const issue = await insertIssue({
    title: "Trees",
    sections: [{ title: "North", stories: [{ headline: "Alder", sources }] }, ...TREES.slice(1)],
    highlights: LINES.map((text) => ({ text, stories: [1] })),
  });
  const { page } = await signInAs("editor", {
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/desk/issues/${issue.id}`);
  const finger = await Finger.on(page);
  await page.getByRole("button", { name: "Order", exact: true }).tap();
  await expect(heading(page, "South")).toBeVisible();
  await finger.down(await pointOf(heading(page, "South")));
  await expect(page.locator("[data-drag-copy]")).toContainText("South");
  await finger.moveTo(await pointOf(heading(page, "North"), 0.2));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect.poll(() => sectionsOf(page)).toEqual(["South", "North", "Clearing"]);
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(["Dogwood", "Elm", "Alder"]);

  await page.getByRole("button", { name: "Text", exact: true }).tap();
  await inTheNews(page).evaluate((part) => part.scrollIntoView({ block: "center" }));
  await finger.down(await middleOf(handle(page, "“Ferries are late.”")));
  await finger.moveTo(await pointOf(inTheNews(page).getByRole("listitem").first(), 0.1));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect
    .poll(() => linesOf(page))
    .toEqual(["Ferries are late.", "Bridges are closed.", "Canals are open."]);

  const list = page.getByRole("list", { name: "Sources" }).filter({ hasText: "Minutes" });
  await list.evaluate((part) => part.scrollIntoView({ block: "center" }));
  await finger.down(await middleOf(handle(page, "Fees from May")));
  await finger.moveTo(await pointOf(list.getByRole("listitem").first(), 0.1));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  const saved = async () => {
    const rows = await database.storySource.findMany({
      where: { storyId: issue.stories[0]?.id ?? "" },
      orderBy: { position: "asc" },
      include: { source: true },
    });
    return rows.map(({ source }) => source.title);
  };
  await expect.poll(saved).toEqual(["Fees from May", "Minutes", "Tide tables"]);
});

for (const hand of ["mouse", "keyboard"] as const) {
  test(`by ${hand}: a section is added, named anew, removed with its stories taken in next door, and brought back`, async ({
    signInAs,
    insertIssue,
  }) => {
    const issue = await insertIssue({ title: "Trees", sections: TREES });
    const { page } = await signInAs("editor");
    await open(page, issue.id, 5);
    const press = async (button: Locator) => {
      if (hand === "mouse") await button.click();
      else await button.press("Enter");
    };
    await press(order(page).getByRole("button", { name: "Add section" }));
    await expect(order(page).getByRole("textbox", { name: "Title of the new section" })).toBeFocused();
    await page.keyboard.type("East");
    // The mouse leaves the field for elsewhere; the keyboard ends the line.
    if (hand === "mouse") await page.getByRole("textbox", { name: "Standfirst" }).click();
    else await page.keyboard.press("Enter");
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "South", "Clearing", "East"]);

    if (hand === "mouse") await heading(page, "South").dblclick();
    else await heading(page, "South").press("F2");
    const name = order(page).getByRole("textbox", { name: "Section's title" });
    await expect(name).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("West");
    await page.keyboard.press("Enter");
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "West", "Clearing", "East"]);
    await expect(page.getByRole("textbox", { name: "Section's title" }).nth(1)).toHaveValue("West");

    await heading(page, "West").hover();
    await press(page.getByRole("button", { name: "Actions for West" }));
    await press(page.getByRole("menuitem", { name: "Remove section" }));
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "Clearing", "East"]);
    expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
    const messages = page.getByRole("region", { name: /Messages/ });
    await expect(messages).toContainText("“West” removed.");
    await press(messages.getByRole("button", { name: "Undo" }));
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "West", "Clearing", "East"]);
  });
}

test("a move that cannot be saved is taken back, said, and made again on request", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await open(page, issue.id, 5);
  const cut = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.continue());
  await page.route("**/desk/issues/**", cut);
  await rowOf(page, 3).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(
    order(page)
      .getByText(/could not be saved: no answer from the server/)
      .first(),
  ).toBeVisible();
  await expect(order(page).getByText("Yours: “Cedar” to place 1 in South")).toBeVisible();
  expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(rowOf(page, 3)).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  await page.unroute("**/desk/issues/**", cut);
  await order(page).getByRole("button", { name: "Try again" }).click();
  await expect(said(page)).toHaveText("Made again: “Cedar” to place 1 in South.");
  await expect(rowOf(page, 3)).toBeFocused();
  await expect
    .poll(() =>
      database.story.findFirst({ where: { id: issue.stories[2]?.id }, select: { sectionId: true } }),
    )
    .toEqual({ sectionId: issue.sections[1]?.id });
});

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
  await open(page, issue.id, 5);
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
  await open(page, issue.id, 5);
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

test("sources by mouse, by keyboard, by menu and by touch; refused moves are taken back", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const titles = ["Minutes", "Tide tables", "Fees from May"];
  const issue = await insertIssue({
    title: "Sourced",
    sections: [{ stories: [{ headline: "Harbour", sources: titles.map((title) => ({ title })) }] }],
  });
  const storyId = issue.stories[0]?.id;
  const saved = async () => {
    const rows = await database.storySource.findMany({
      where: { storyId },
      orderBy: { position: "asc" },
      include: { source: true },
    });
    return rows.map(({ source }) => source.title);
  };
  const { page } = await signInAs("editor", { hasTouch: true, viewport: { width: 1280, height: 800 } });
  await open(page, issue.id, 1);
  const sources = page.getByRole("list", { name: "Sources" });
  const items = sources.getByRole("listitem");
  const shown = () =>
    items.evaluateAll((rows) => rows.map((row) => row.querySelector("span > *")?.textContent));
  await items.first().hover();
  await drag(page, handle(page, "Minutes"), await pointOf(items.nth(2), 0.9));
  await expect.poll(shown).toEqual(["Tide tables", "Fees from May", "Minutes"]);
  await expect(page.getByText("Minutes moved to place 3 of 3.")).toBeAttached();
  await expect.poll(saved).toEqual(["Tide tables", "Fees from May", "Minutes"]);

  await handle(page, "Minutes").focus();
  for (const key of ["Space", "ArrowUp", "ArrowUp", "Space"]) await page.keyboard.press(key);
  await expect.poll(shown).toEqual(["Minutes", "Tide tables", "Fees from May"]);
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(saved).toEqual(["Tide tables", "Fees from May", "Minutes"]);
  await page.getByRole("button", { name: "Actions for Minutes" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move up" }).press("Enter");
  await expect.poll(saved).toEqual(["Tide tables", "Minutes", "Fees from May"]);

  const finger = await Finger.on(page);
  await finger.down(await middleOf(handle(page, "Fees from May")));
  await finger.moveTo(await pointOf(items.first(), 0.1));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect.poll(saved).toEqual(["Fees from May", "Tide tables", "Minutes"]);

  const cut = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.continue());
  await page.route("**/desk/issues/**", cut);
  await handle(page, "Minutes").press("Alt+ArrowUp");
  await expect(page.getByText(/The sources stay in their old order/)).toBeVisible();
  await expect.poll(shown).toEqual(["Fees from May", "Tide tables", "Minutes"]);
  await page.unroute("**/desk/issues/**", cut);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(saved).toEqual(["Fees from May", "Minutes", "Tide tables"]);
});
