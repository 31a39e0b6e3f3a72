import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { Finger, middleOf, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { rowOf } from "@/e2e/running-order";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { COMMAND_LINE } from "@/lib/policy";
import { addSource } from "@/lib/sources/commands";
import { paragraphs } from "@/prisma/factories";

type Hand = "mouse" | "keyboard";
const HANDS: Hand[] = ["mouse", "keyboard"];

/** Presses a button, a link or an item of a menu. */
async function press(target: Locator, hand: Hand): Promise<void> {
  if (hand === "mouse") await target.click();
  else await target.press("Enter");
}

/** The panel of the work: a state, its steps, and who sees it through. */
const workOn = (page: Page, what: "story" | "issue") =>
  page.getByRole("group", { name: `Work on the ${what}` });
const column = (page: Page, name: string) => page.getByRole("region", { name });
const card = (page: Page, name: string) => page.getByRole("link", { name, exact: true });

const stateOf = async (database: PrismaClient, id: string) =>
  (await database.story.findUniqueOrThrow({ where: { id } })).workflowState;

const toldTo = async (database: PrismaClient, recipientId: string) =>
  (await database.notification.findMany({ where: { recipientId }, orderBy: { id: "asc" } })).map(
    ({ kind }) => kind,
  );

for (const hand of HANDS) {
  test(`by ${hand}: a contributor asks for review, an editor approves, a change asks for approval again`, async ({
    signInAs,
    insertIssue,
    database,
  }) => {
    const [author, editor] = await Promise.all([signInAs("contributor"), signInAs("editor")]);
    const issue = await insertIssue({
      title: "Trees",
      sections: [
        { stories: [{ headline: "Alder", authorId: author.contributorId, body: paragraphs("As it is.") }] },
      ],
    });
    const story = issue.stories[0]?.id ?? "";
    const address = `/desk/issues/${issue.id}?part=story:${story}`;
    await Promise.all([author, editor].map(({ page }) => page.goto(address)));

    await expect(workOn(author.page, "story")).toContainText("Drafting");
    await press(workOn(author.page, "story").getByRole("button", { name: "Ask for review" }), hand);
    await expect(workOn(author.page, "story").getByRole("status")).toHaveText("◐In review");
    await expect.poll(() => stateOf(database, story)).toBe("inReview");
    // Approving is an editor's ability: the author may only take the question back.
    await expect(workOn(author.page, "story").getByRole("button", { name: "Approve" })).toHaveCount(0);
    expect(await toldTo(database, editor.contributorId)).toEqual(["reviewAsked"]);

    await editor.page.reload();
    await press(workOn(editor.page, "story").getByRole("button", { name: "Approve" }), hand);
    await expect(workOn(editor.page, "story")).toContainText(`by ${editor.name}`);
    await expect(rowOf(editor.page, 1)).toContainText("Approved");
    expect(await toldTo(database, author.contributorId)).toEqual(["approved"]);

    await author.page.reload();
    await expect(workOn(author.page, "story").getByRole("status")).toHaveText("●Approved");
    await author.page.getByRole("textbox", { name: "Text" }).first().click();
    await author.page.keyboard.type("And one more thing. ");
    await expect(workOn(author.page, "story").getByRole("status")).toHaveText("◐In review");
    await expect(rowOf(author.page, 1)).toContainText("In review");
    await expect.poll(() => stateOf(database, story)).toBe("inReview");
    expect(await toldTo(database, editor.contributorId)).toEqual(["reviewAsked", "approvalLost"]);

    // The editor's page hears of it by itself, with the words that are to be approved now.
    await expect(workOn(editor.page, "story").getByRole("status")).toHaveText("◐In review");
    await expect(editor.page.getByRole("textbox", { name: "Text" }).first()).toContainText("one more thing");
    await press(workOn(editor.page, "story").getByRole("button", { name: "Approve" }), hand);
    await expect.poll(() => stateOf(database, story)).toBe("approved");
    await expect(workOn(author.page, "story").getByRole("status")).toHaveText("●Approved");
  });

  test(`by ${hand}: work is given to somebody by a day, and stands on their first page`, async ({
    signInAs,
    insertIssue,
    database,
  }) => {
    const [editor, helper] = await Promise.all([signInAs("editor"), signInAs("contributor")]);
    // One letter finds it in a list of names: several count as one search only when they come fast enough.
    if (hand === "keyboard") {
      helper.name = `Zora ${helper.name}`;
      await database.contributor.update({ where: { id: helper.contributorId }, data: { name: helper.name } });
    }
    const issue = await insertIssue({
      title: "Trees",
      sections: [{ stories: [{ headline: "Birch", authorId: helper.contributorId }] }],
    });
    const story = issue.stories[0]?.id ?? "";
    await helper.page.goto("/desk");
    await expect(helper.page.getByRole("heading", { name: "Issues" })).toBeVisible();
    await expect(helper.page.getByRole("heading", { name: "My work" })).toHaveCount(0);

    await editor.page.goto(`/desk/issues/${issue.id}?part=story:${story}`);
    const work = workOn(editor.page, "story");
    const due = work.getByLabel("Due");
    await expect(work.getByLabel("Assignee")).toBeEnabled();
    if (hand === "mouse") {
      await work.getByLabel("Assignee").selectOption({ label: helper.name });
      await due.fill("2020-03-14");
      await work.getByText("Assignee").click();
    } else {
      await work.getByLabel("Assignee").focus();
      await editor.page.keyboard.press("z");
      await due.focus();
      await editor.page.keyboard.type("03142020");
      await editor.page.keyboard.press("Enter");
    }
    await expect(work).toContainText("Overdue: Due 14 Mar 2020");
    const saved = () => database.story.findUniqueOrThrow({ where: { id: story } });
    await expect.poll(async () => (await saved()).dueOn?.toISOString().slice(0, 10)).toBe("2020-03-14");
    await expect.poll(async () => (await saved()).assigneeId).toBe(helper.contributorId);
    expect(await toldTo(database, helper.contributorId)).toEqual(["assigned"]);

    await helper.page.reload();
    const mine = helper.page.getByRole("region", { name: "My work" });
    await expect(mine.getByRole("listitem")).toContainText("Due 14 Mar 2020");
    await press(mine.getByRole("link", { name: "Birch" }), hand);
    await expect(workOn(helper.page, "story")).toContainText(helper.name);
    await press(workOn(helper.page, "story").getByRole("button", { name: "Give it back" }), hand);
    await expect(workOn(helper.page, "story")).toContainText("Nobody yet");
    await expect.poll(async () => (await saved()).assigneeId).toBeNull();
  });

  test(`by ${hand}: an issue with a story that is not approved is approved after a question`, async ({
    signInAs,
    insertIssue,
    database,
  }) => {
    const { page } = await signInAs("editor");
    const issue = await insertIssue({ title: "Trees", sections: [{ stories: [{ headline: "Cedar" }] }] });
    await page.goto(`/desk/issues/${issue.id}`);
    const work = workOn(page, "issue");
    await press(work.getByRole("button", { name: "Ask for review" }), hand);
    await press(work.getByRole("button", { name: "Approve" }), hand);
    const dialog = page.getByRole("dialog", { name: "Approve with stories that are not?" });
    await expect(dialog).toContainText("Cedar");
    await press(dialog.getByRole("button", { name: "Approve all the same" }), hand);
    await expect(work.getByRole("status")).toHaveText("●Approved");
    const saved = () => database.issue.findUniqueOrThrow({ where: { id: issue.id } });
    await expect.poll(async () => (await saved()).workflowState).toBe("approved");
  });
}

/** What others change does not reach this page: it shows what it read. */
const hearNothing = (page: Page) => page.route("**/api/desk/events**", (route) => route.abort());

test("who was second is told who was first, and nobody approves words they have not read", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const [author, editor] = await Promise.all([signInAs("contributor"), signInAs("editor")]);
  const person = { authorId: author.contributorId, body: paragraphs("As it is.") };
  const issue = await insertIssue({
    title: "Trees",
    sections: [{ stories: [{ headline: "Alder", workflowState: "approved", ...person }] }],
  });
  const story = issue.stories[0]?.id ?? "";
  const address = `/desk/issues/${issue.id}?part=story:${story}`;
  await hearNothing(editor.page);
  await Promise.all([author, editor].map(({ page }) => page.goto(address)));
  const work = workOn(editor.page, "story");
  await expect(work.getByRole("status")).toHaveText("●Approved");
  await author.page.getByRole("textbox", { name: "Text" }).first().click();
  await author.page.keyboard.type("And one more thing. ");
  await expect.poll(() => stateOf(database, story)).toBe("inReview");

  await work.getByRole("button", { name: "Other steps of the story" }).click();
  await editor.page.getByRole("menuitem", { name: "Send back to drafting" }).click();
  await expect(work).toContainText(`${author.name} changed this story meanwhile`);
  await expect(work.getByRole("status")).toHaveText("◐In review");
  await work.getByRole("button", { name: "Approve" }).click();
  await expect(work).toContainText("read them before you approve them");
  await work.getByRole("button", { name: "Read it again" }).click();
  await expect(editor.page.getByRole("textbox", { name: "Text" }).first()).toContainText("one more thing");
  await addSource(COMMAND_LINE, { storyId: story, title: "A page", byline: "", publisher: "", url: null });
  await work.getByRole("button", { name: "Approve" }).click();
  await expect(work).toContainText("The sources of this story changed meanwhile");
  await work.getByRole("button", { name: "Read it again" }).click();
  await expect(editor.page.getByRole("list", { name: "Sources" })).toContainText("A page");
  await work.getByRole("button", { name: "Approve" }).click();
  await expect.poll(() => stateOf(database, story)).toBe("approved");
});

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
