import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { choose, HANDS, press, typeInto } from "@/e2e/hands";
import { storyOn } from "@/e2e/issue-page";
import { placesOf, rowsOf } from "@/e2e/running-order";
import { tabTo } from "@/e2e/tab-to";
import type { RichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { makeContributor } from "@/prisma/factories";

// An issue from its first line on, by one hand alone: the jobs that no other spec does with both.
test.describe.configure({ mode: "parallel", timeout: 120_000 });

const order = (page: Page) => page.getByRole("navigation", { name: "Running order" });
const sectionsOf = (page: Page) => order(page).getByRole("heading", { level: 2 }).allTextContents();
const words = (document: unknown) => plainText(document as RichText);

for (const hand of HANDS) {
  test(`an issue is begun, its own words and highlights written, its stories added, moved by menu, let go and talked about, by ${hand}`, async ({
    signInAs,
    database,
  }) => {
    const mark = crypto.randomUUID().slice(0, 6);
    for (const name of ["Ana", "Ben"]) await makeContributor(database, { name: `${name} ${mark}` });
    const { page } = await signInAs("editor");
    const title = `Begun ${mark}`;
    const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });
    await page.goto("/desk");
    await press(page.getByRole("button", { name: "New issue" }), hand);
    const start = page.getByRole("dialog", { name: "New issue" });
    await expect(start.getByLabel("Title")).toBeFocused();
    await page.keyboard.type(title);
    await (hand === "mouse"
      ? start.getByRole("button", { name: "Start it" }).click()
      : page.keyboard.press("Enter"));
    await expect(page).toHaveURL(/\/desk\/issues\//);
    await expect(field("Title")).toHaveValue(title);
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const saved = () =>
      database.issue.findUniqueOrThrow({
        where: { id },
        include: {
          sections: { orderBy: { position: "asc" }, include: { stories: { orderBy: { position: "asc" } } } },
          highlights: { include: { stories: true } },
        },
      });

    // Its own words.
    if (hand === "keyboard") await field("Title").focus();
    for (const [label, typed] of [
      ["Standfirst", "One line."],
      ["Introduction", "It begins."],
      ["Thesis, line 1", "It adds up."],
      ["Section's title", "Ports"],
      ["Closing thoughts", "It ends."],
      ["Feedback prompt", "Was it so?"],
    ] as const) {
      if (hand === "keyboard") await tabTo(page, field(label));
      await typeInto(page, field(label), typed, hand);
    }
    await expect
      .poll(async () => {
        const { standfirst, introduction, thesis, sections, closing, feedbackPrompt } = await saved();
        return [standfirst, words(introduction), thesis, sections[0]?.title, words(closing), feedbackPrompt];
      })
      .toEqual(["One line.", "It begins.", ["It adds up."], "Ports", "It ends.", "Was it so?"]);

    // A section and three stories.
    await press(order(page).getByRole("button", { name: "Add section" }), hand);
    await page.keyboard.type("Tides");
    await page.keyboard.press("Enter");
    await expect.poll(() => sectionsOf(page)).toEqual(["Ports", "Tides"]);
    for (const [index, headline] of ["Berths", "Cranes", "Dunes"].entries()) {
      await press(order(page).getByRole("button", { name: "Add story to Ports" }).last(), hand);
      await expect(field("Headline of the new story in Ports")).toBeFocused();
      await page.keyboard.type(headline);
      await page.keyboard.press("Enter");
      await expect(rowsOf(page)).toHaveCount(index + 1);
    }

    // A line that sums up two of them.
    await press(page.getByRole("button", { name: "Add a line" }), hand);
    await expect(field("Line 1")).toBeFocused();
    await page.keyboard.type("Fees rise.");
    await press(page.getByRole("button", { name: /^Line 1 points at/ }), hand);
    for (const story of ["1 Berths", "2 Cranes"]) {
      const item = page.getByRole("menuitemcheckbox", { name: story });
      await press(item, hand);
      await expect(item).toBeChecked();
    }
    await page.keyboard.press("Escape");
    await expect.poll(async () => (await saved()).highlights[0]?.stories.length).toBe(2);

    // Moved without dragging.
    const act = async (what: string, deed: string) => {
      await press(page.getByRole("button", { name: `Actions for ${what}`, exact: true }), hand);
      await press(page.getByRole("menuitem", { name: deed }), hand);
    };
    const move = async (dialogName: string, list: string, to: string) => {
      const dialog = page.getByRole("dialog", { name: dialogName });
      await choose(dialog.getByLabel(list), to, hand);
      const done = dialog.getByRole("button", { name: "Move", exact: true });
      if (hand === "keyboard") await tabTo(page, done);
      await press(done, hand);
      await expect(dialog).toBeHidden();
    };
    await act("Berths", "Move to…");
    await move("Move “Berths”", "Section", "Tides");
    await expect.poll(() => placesOf(page)).toEqual(["Cranes", "Dunes", "Berths"]);
    await act("Tides", "Move to…");
    await move("Move section Tides", "Place", "1, before “Ports”");
    await expect.poll(() => placesOf(page)).toEqual(["Berths", "Cranes", "Dunes"]);
    await expect
      .poll(async () => (await saved()).sections.map((each) => `${each.title} ${each.stories.length}`))
      .toEqual(["Tides 1", "Ports 2"]);

    // Let go: the line that points at it says so, and lets go too.
    await act("Berths", "Put into the backlog");
    await expect(page.getByText("Story “Berths” left the issue.")).toBeVisible();
    await press(page.getByRole("button", { name: "Unlink Berths" }), hand);
    await expect.poll(async () => (await saved()).highlights[0]?.stories.length).toBe(1);

    // The issue is somebody's, by a day.
    const work = page.getByRole("group", { name: "Work on the issue" });
    const somebody = work.getByLabel("Assignee").locator("option").nth(2);
    const [label, assigneeId] = [(await somebody.textContent()) ?? "", await somebody.getAttribute("value")];
    await choose(work.getByLabel("Assignee"), label, hand);
    await expect.poll(async () => (await saved()).assigneeId).toBe(assigneeId);
    if (hand === "mouse") await work.getByLabel("Due").click({ position: { x: 12, y: 12 } });
    else await work.getByLabel("Due").focus();
    await page.keyboard.type("03142020");
    await expect.poll(async () => (await saved()).dueOn?.toISOString().slice(0, 10)).toBe("2020-03-14");

    // Whoever the keys passed over on the way there was told nothing.
    const told = await database.notification.findMany({ where: { issueId: id } });
    expect(told.filter(({ recipientId }) => recipientId !== assigneeId)).toEqual([]);

    // A remark about a whole story: made, changed, resolved, opened again, removed.
    await press(order(page).getByRole("link", { name: /Cranes/ }), hand);
    await expect(storyOn(page, "Cranes")).toBeInViewport();
    const comments = page.getByRole("region", { name: "Comments" });
    const remark = comments.getByRole("article");
    await press(comments.getByRole("button", { name: "Comment on this story" }), hand);
    await expect(comments.getByRole("textbox", { name: "Comment" })).toBeFocused();
    await page.keyboard.type("Is it news?");
    await press(comments.getByRole("button", { name: "Comment", exact: true }), hand);
    await expect(remark).toContainText("The whole story");
    const discuss = async (deed: string) => {
      await press(remark.getByRole("button", { name: /^What can be done with the comment/ }), hand);
      await press(page.getByRole("menuitem", { name: deed }), hand);
    };
    await discuss("Change");
    await typeInto(page, remark.getByRole("textbox", { name: "Change the comment" }), " I doubt it.", hand);
    await press(remark.getByRole("button", { name: "Save" }), hand);
    await expect(remark).toContainText("Is it news? I doubt it.");
    await press(remark.getByRole("button", { name: "Resolve" }), hand);
    await press(comments.getByRole("button", { name: /Settled/ }), hand);
    await press(remark.getByRole("button", { name: "Reopen" }), hand);
    await press(comments.getByRole("button", { name: /^Open/ }), hand);
    await discuss("Remove");
    await expect(comments).not.toContainText("I doubt it");

    // One more story, begun in the backlog.
    if (hand === "mouse") await page.getByRole("link", { name: "Backlog" }).click();
    else {
      await page.getByRole("link", { name: "Backlog" }).focus();
      await page.keyboard.press("g");
      await page.keyboard.press("b");
    }
    await press(page.getByRole("button", { name: "New story" }), hand);
    await expect(page.getByLabel("Headline", { exact: true })).toBeFocused();
    await page.keyboard.type(`Eels, ${title}`);
    await (hand === "mouse"
      ? page.getByRole("button", { name: "Start it" }).click()
      : page.keyboard.press("Enter"));
    await expect(field("Headline")).toHaveValue(`Eels, ${title}`);
    await expect(page).toHaveURL(/\/desk\/stories\//);
  });
}
