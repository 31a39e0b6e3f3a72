import type { Locator } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { rowOf } from "@/e2e/running-order";
import { hearNothing, stateOf, workOn } from "@/e2e/work";
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

/** What somebody was told of a story. A review that is asked for elsewhere is told to every editor too. */
const toldTo = async (database: PrismaClient, recipientId: string, storyId: string) =>
  (await database.notification.findMany({ where: { recipientId, storyId }, orderBy: { id: "asc" } })).map(
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
    expect(await toldTo(database, editor.contributorId, story)).toEqual(["reviewAsked"]);

    await editor.page.reload();
    await press(workOn(editor.page, "story").getByRole("button", { name: "Approve" }), hand);
    await expect(workOn(editor.page, "story")).toContainText(`by ${editor.name}`);
    // The button is gone; the next step has the focus.
    await expect(workOn(editor.page, "story").locator("button:focus")).toHaveCount(1);
    await expect(rowOf(editor.page, 1)).toContainText("Approved");
    expect(await toldTo(database, author.contributorId, story)).toEqual(["approved"]);

    await author.page.reload();
    await expect(workOn(author.page, "story").getByRole("status")).toHaveText("●Approved");
    await author.page.getByRole("textbox", { name: "Text" }).first().click();
    await author.page.keyboard.type("And one more thing. ");
    await expect(workOn(author.page, "story").getByRole("status")).toHaveText("◐In review");
    await expect(rowOf(author.page, 1)).toContainText("In review");
    await expect.poll(() => stateOf(database, story)).toBe("inReview");
    expect(await toldTo(database, editor.contributorId, story)).toEqual(["reviewAsked", "approvalLost"]);

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
    expect(await toldTo(database, helper.contributorId, story)).toEqual(["assigned"]);

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
