import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { Finger, middleOf, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { hearNothing, stateOf, workOn } from "@/e2e/work";

const column = (page: Page, name: string) => page.getByRole("region", { name });
const card = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

const BOARD = {
  title: "Trees",
  sections: [
    { title: "North", stories: [{ headline: "Alder" }, { headline: "Birch" }] },
    { title: "South", stories: [{ headline: "Cedar", workflowState: "inReview" as const }] },
  ],
};

/** Takes the card by the pointer and holds it over the column. */
async function dragOver(page: Page, name: string, to: string): Promise<void> {
  const from = await card(page, name).boundingBox();
  const target = await column(page, to).boundingBox();
  if (!from || !target) throw new Error("The card and the column are on the screen.");
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 4 });
  await page.mouse.move(target.x + target.width / 2, target.y + 60, { steps: 8 });
}

test("by mouse: cards move between the columns of the board; what a role may not do goes back and says why", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const [editor, author] = await Promise.all([signInAs("editor"), signInAs("contributor")]);
  const issue = await insertIssue(BOARD);
  const [alder = "", birch = ""] = issue.stories.map(({ id }) => id);
  await database.story.update({ where: { id: birch }, data: { authorId: author.contributorId } });
  await author.page.goto(`/desk/issues/${issue.id}/board`);
  await expect(column(author.page, "Drafting")).toContainText("Alder");
  const { page } = editor;
  await hearNothing(page);
  await page.goto(`/desk/issues/${issue.id}`);
  await page.getByRole("link", { name: "Board" }).click();
  await expect(column(page, "Drafting").getByRole("listitem")).toHaveCount(2);
  await expect(column(page, "Drafting")).toContainText("No source");

  await dragOver(page, "Alder", "In review");
  await expect(column(page, "In review")).toContainText("Alder");
  await page.mouse.up();
  await expect(column(page, "In review").getByRole("listitem")).toHaveCount(2);
  await expect.poll(() => stateOf(database, alder)).toBe("inReview");
  await page.getByRole("button", { name: "Move Alder to…" }).click();
  await page.getByRole("menuitem", { name: "Approved" }).click();
  await expect(column(page, "Approved")).toContainText("Alder");
  await expect.poll(() => stateOf(database, alder)).toBe("approved");

  // The author's board has followed by itself.
  await expect(column(author.page, "Approved")).toContainText("Alder");
  await dragOver(author.page, "Birch", "Approved");
  await expect(column(author.page, "Approved")).toContainText("An editor approves a story.");
  await author.page.mouse.up();
  await expect(author.page.getByRole("alert").filter({ hasText: "stays in" })).toContainText(
    "Story 2, Birch, stays in “Drafting”. An editor approves a story.",
  );
  await expect(column(author.page, "Drafting")).toContainText("Birch");
  await dragOver(author.page, "Birch", "In review");
  await author.page.mouse.up();
  await expect.poll(() => stateOf(database, birch)).toBe("inReview");

  // The editor's board is older: the author's own move is in the way, and the board shows it.
  await dragOver(page, "Birch", "Approved");
  await page.mouse.up();
  await expect(page.getByRole("alert").filter({ hasText: "stays in" })).toContainText(
    `${author.name} asked for a review of this story meanwhile`,
  );
  await expect(column(page, "In review")).toContainText("Birch");
});

test("by keyboard: a card is grabbed, carried, dropped and left; arrows walk; the filter is in the address", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const { page, contributorId } = await signInAs("editor");
  const issue = await insertIssue(BOARD);
  const [alder = ""] = issue.stories.map(({ id }) => id);
  await database.story.update({ where: { id: alder }, data: { assigneeId: contributorId } });
  await page.goto(`/desk/issues/${issue.id}/board`);
  const said = page.locator('[aria-live="assertive"][role="status"]');

  await card(page, "Alder").focus();
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "Birch")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(card(page, "Cedar")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(card(page, "Alder")).toBeFocused();

  await page.keyboard.press("Space");
  await expect(said).toContainText("Grabbed Story 1, Alder, in Drafting, column 1 of 3.");
  await page.keyboard.press("ArrowRight");
  await expect(said).toHaveText("Over In review, column 2 of 3.");
  await page.keyboard.press("Escape");
  await expect(said).toHaveText("Cancelled. Story 1, Alder, stays in Drafting.");
  expect(await stateOf(database, alder)).toBe("drafting");

  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  await expect(said).toHaveText("Story 1, Alder, moved to Approved, column 3 of 3.");
  await expect(column(page, "Approved")).toContainText("Alder");
  await expect(card(page, "Alder")).toBeFocused();
  await expect.poll(() => stateOf(database, alder)).toBe("approved");

  await page.getByRole("button", { name: "Move Alder to…" }).press("Enter");
  await page.getByRole("menuitem", { name: "Drafting" }).press("Enter");
  await expect(column(page, "Drafting")).toContainText("Alder");
  await expect(card(page, "Alder")).toBeFocused();
  await expect.poll(() => stateOf(database, alder)).toBe("drafting");

  await page.getByLabel("Assignee").focus();
  await page.keyboard.type("Mine");
  await expect(card(page, "Birch")).toHaveCount(0);
  await expect(page).toHaveURL(/who=me/);
  await page.reload();
  await expect(card(page, "Alder")).toBeVisible();
  await expect(card(page, "Birch")).toHaveCount(0);
  await page.getByRole("button", { name: "Show everything" }).press("Enter");
  await expect(card(page, "Birch")).toBeVisible();
});

test("by touch: a card that a finger rests on is carried to another column, or sent there by its menu", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const { page } = await signInAs("editor", {
    viewport: { width: 820, height: 1000 },
    hasTouch: true,
    isMobile: true,
  });
  const issue = await insertIssue(BOARD);
  const [alder = "", birch = ""] = issue.stories.map(({ id }) => id);
  await page.goto(`/desk/issues/${issue.id}/board`);
  await expect(card(page, "Alder")).toBeVisible();
  const finger = await Finger.on(page);
  await finger.down(await middleOf(card(page, "Alder")));
  await expect(page.locator("[data-drag-copy]")).toContainText("Alder");
  await finger.moveTo(await pointOf(column(page, "In review"), 0.2));
  await expect(column(page, "In review")).toContainText("Alder");
  await finger.up();
  await expect.poll(() => stateOf(database, alder)).toBe("inReview");
  await page.getByRole("button", { name: "Move Birch to…" }).tap();
  await page.getByRole("menuitem", { name: "Approved" }).tap();
  await expect.poll(() => stateOf(database, birch)).toBe("approved");
});

test("the board, its menu and the panels are accessible, and nothing scrolls sideways on a phone", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  test.setTimeout(120_000);
  const { page, contributorId } = await signInAs("editor");
  const issue = await insertIssue(BOARD);
  const [alder = "", birch = ""] = issue.stories.map(({ id }) => id);
  const day = new Date("2020-03-14");
  await database.story.update({ where: { id: alder }, data: { assigneeId: contributorId, dueOn: day } });
  const approval = { approvedById: contributorId, approvedAt: day };
  await database.story.update({ where: { id: birch }, data: { workflowState: "approved", ...approval } });

  await page.goto(`/desk/issues/${issue.id}/board`);
  await expect(card(page, "Alder")).toBeVisible();
  await expectAccessible(page, "board of an issue");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.getByRole("button", { name: "Move Alder to…" }).click();
  await expect(page.getByRole("menuitem", { name: "Approved" })).toBeVisible();
  await expectAccessible(page, "board, moving a card");
  await page.keyboard.press("Escape");

  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("/desk/board?who=me");
  await expect(card(page, "Alder")).toBeVisible();
  await expectAccessible(page, "board of everything");
  await page.goto("/desk/board?who=me&group=none");
  await expect(page.getByRole("heading", { name: "No story matches" })).toBeVisible();
  await expectAccessible(page, "board without a match");
  await page.goto("/desk");
  await expect(page.getByRole("heading", { name: "My work" })).toBeVisible();
  await expectAccessible(page, "issues with my work");

  await page.goto(`/desk/issues/${issue.id}?part=story:${alder}`);
  await expect(workOn(page, "story")).toContainText("Overdue");
  await expectAccessible(page, "panels of the work", async (width) => {
    const details = page.getByRole("button", { name: "Details" });
    if (width < 1280 && (await details.getAttribute("aria-pressed")) === "false") await details.click();
  });
  await page.setViewportSize({ width: 1280, height: 900 });
  await workOn(page, "issue").getByRole("button", { name: "Other steps of the issue" }).click();
  await page.getByRole("menuitem", { name: "Approve" }).click();
  await expect(page.getByRole("dialog")).toContainText("Alder");
  await expectAccessible(page, "approving an issue with open stories");
});

test("an issue without a story has a board that says what to do", async ({ signInAs, insertIssue }) => {
  const { page } = await signInAs("editor");
  const issue = await insertIssue({ title: "Empty", sections: [{ title: "One" }] });
  await page.goto(`/desk/issues/${issue.id}/board`);
  await expect(page.getByRole("heading", { name: "No story in this issue yet" })).toBeVisible();
  await page.getByRole("link", { name: "To the issue" }).click();
  await expect(page.getByRole("navigation", { name: "Running order" })).toBeVisible();
});
