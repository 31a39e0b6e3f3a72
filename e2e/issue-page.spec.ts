import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { tabTo } from "@/e2e/tab-to";
import type { RichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { paragraphs } from "@/prisma/factories";

// The page in the middle: the whole issue, edited in place.
test.describe.configure({ mode: "parallel" });

const harbours = () => ({
  title: "Harbours",
  introduction: paragraphs("A week of fees."),
  highlights: [{ text: "The fee doubles.", stories: [1] }],
  thesis: ["A fee is a promise."],
  closing: paragraphs("So much for the fee."),
  sections: [
    {
      title: "Fees",
      stories: [
        {
          headline: "Berths — by the hour",
          body: paragraphs("The port asks a fee by the hour.", "Nobody likes the fee."),
          whyItMatters: paragraphs("A fee by the hour rewards haste."),
        },
        { headline: "Cranes — idle", body: paragraphs("Twelve cranes stood still.") },
      ],
    },
    {
      title: "Tides",
      stories: [{ headline: "Neap — at night", body: paragraphs("The water stayed away.") }],
    },
  ],
});

const textOf = (page: Page, subject: string) => storyOn(page, subject).getByRole("textbox", { name: "Text" });
const words = (document: unknown) => plainText(document as RichText);

test("everything readers will see stands on one page and is edited where it stands", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue(harbours());
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const sections = page.getByRole("textbox", { name: "Section's title" });
  await expect(sections).toHaveCount(2);
  await sections.first().fill("Fees and charges");
  await textOf(page, "Cranes").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" One sang.");
  await textOf(page, "Neap").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Fish walked.");
  await page.getByRole("textbox", { name: "Feedback prompt" }).fill("Was it worth it?");

  await expect
    .poll(async () => {
      const { sections: saved, feedbackPrompt } = await database.issue.findUniqueOrThrow({
        where: { id: issue.id },
        include: {
          sections: { orderBy: { position: "asc" }, include: { stories: { orderBy: { position: "asc" } } } },
        },
      });
      const bodies = saved.flatMap((section) => section.stories.map((story) => words(story.body)));
      return [saved[0]?.title, bodies[1], bodies[2], feedbackPrompt];
    })
    .toEqual([
      "Fees and charges",
      "Twelve cranes stood still. One sang.",
      "The water stayed away. Fish walked.",
      "Was it worth it?",
    ]);
  await expect(page.getByRole("navigation", { name: "Running order" })).toContainText("Fees and charges");
  await expectAccessible(page, "the page of an issue", async () => {
    await page.getByRole("textbox", { name: "Title", exact: true }).waitFor();
  });
});

test("words and minutes are counted for each story and for the issue, and count on as one types", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({
    title: "Counted",
    sections: [
      { title: "Fees", stories: [{ headline: "Berths", body: paragraphs("The port charges by the hour.") }] },
      { title: "Tides", stories: [{ headline: "Neap", body: paragraphs("The water stayed away.") }] },
    ],
  });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const details = page.getByRole("region", { name: "Details" });
  await expect(storyOn(page, "Berths")).toContainText("Story 1 · 6 words, 1 min");
  await expect(storyOn(page, "Neap")).toContainText("Story 2 · 4 words, 1 min");
  // The issue's are all that readers read, headlines too.
  await expect(details).toContainText(/Length\s*12 words, 1 min/);
  await textOf(page, "Berths").click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Nobody asked why.");
  await expect(storyOn(page, "Berths")).toContainText("Story 1 · 9 words, 1 min");
  await page.keyboard.insertText(" Yes".repeat(400));
  await expect(storyOn(page, "Berths")).toContainText("Story 1 · 409 words, 2 min");
  await expect(details).toContainText(/Length\s*415 words, 2 min/);
});

test("undo takes back the steps of headline, text and box in the order they were made, by keyboard and by mouse", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue(harbours());
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
  const story = storyOn(page, "Ber");
  const headline = story.getByRole("textbox", { name: "Headline" });
  const text = story.getByRole("textbox", { name: "Text" });
  const box = story.getByRole("textbox", { name: "Why this matters" });
  // Each at one stroke: how many steps slow typing makes is a matter of time.
  await headline.fill("Berths — by the minute");
  await text.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(" At all.");
  await box.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(" And errors.");

  await page.keyboard.press("ControlOrMeta+z");
  await expect(box).toHaveText("A fee by the hour rewards haste.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(text).not.toContainText("At all.");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(headline).toHaveValue("Berths — by the hour");
  await expect(headline).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Shift+z");
  await expect(headline).toHaveValue("Berths — by the minute");

  await text.click();
  await page.getByRole("toolbar", { name: "Formatting: Text" }).getByRole("button", { name: "Redo" }).click();
  await expect(text).toContainText("At all.");
  await page.getByRole("toolbar", { name: "Formatting: Text" }).getByRole("button", { name: "Undo" }).click();
  await expect(text).not.toContainText("At all.");
});

test("find and replace goes over the whole issue and can be taken back, by mouse and by keyboard", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue(harbours());
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const bar = page.getByRole("search", { name: "Find and replace" });
  await page.getByRole("button", { name: /Search or jump/ }).click();
  await page.getByRole("option", { name: "Find and replace" }).click();
  await bar.getByRole("button", { name: "Close find and replace" }).click();
  await expect(bar).toBeHidden();
  await page.getByRole("textbox", { name: "Title", exact: true }).click();
  await page.keyboard.press("ControlOrMeta+Shift+h");
  await bar.getByLabel("Find", { exact: true }).fill("fee");
  await expect(bar.getByRole("status")).toHaveText("1 of 8");
  await expectAccessible(page, "find and replace", () => expect(bar).toBeVisible());

  // By keyboard: whole words leave “fees” alone; the first two are passed over, one is replaced.
  await bar.getByLabel("Find", { exact: true }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(bar.getByRole("status")).toHaveText("1 of 6");
  await bar.getByLabel("Find", { exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText("3 of 6");
  await bar.getByLabel("Replace with").focus();
  await page.keyboard.type("charge");
  await page.keyboard.press("Enter");
  await expect(bar.getByRole("status")).toHaveText("3 of 5");

  // By mouse: the rest at once, and all of it back.
  await bar.getByRole("button", { name: "Replace all" }).click();
  await expect(bar.getByRole("status")).toHaveText(
    "“fee” is nowhere in this issue’s text. Sources and pictures’ descriptions are not searched.",
  );
  const saved = () =>
    database.issue.findUniqueOrThrow({ where: { id: issue.id }, include: { highlights: true } });
  await expect.poll(async () => words((await saved()).closing)).toBe("So much for the charge.");
  await expect(textOf(page, "Berths")).toHaveText(
    "The port asks a charge by the hour.Nobody likes the charge.",
  );
  await page
    .getByRole("region", { name: /Messages/ })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(bar.getByRole("status")).toHaveText(/of 5$/);
  await expect.poll(async () => words((await saved()).closing)).toBe("So much for the fee.");

  // The same by keyboard.
  await bar.getByLabel("Replace with").focus();
  await tabTo(page, bar.getByRole("button", { name: "Replace all" }));
  await page.keyboard.press("Enter");
  await expect(bar.getByLabel("Find", { exact: true })).toBeFocused();
  await expect.poll(async () => words((await saved()).closing)).toBe("So much for the charge.");
  await page
    .getByRole("region", { name: /Messages/ })
    .getByRole("button", { name: "Undo" })
    .first()
    .press("Enter");
  await expect.poll(async () => words((await saved()).closing)).toBe("So much for the fee.");
  await bar.getByLabel("Find", { exact: true }).press("Escape");
  await expect(bar).toBeHidden();
});

test("a highlight is drawn from the selected words of a story and linked to it, by keyboard and by mouse", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue(harbours());
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[1]?.id}`);
  const text = textOf(page, "Cranes");
  await text.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+Alt+h");
  await expect(page.getByText("Added to “What matters this week”.")).toBeVisible();
  const drawn = () =>
    database.highlight.findMany({
      where: { issueId: issue.id },
      orderBy: { position: "asc" },
      include: { stories: true },
    });
  await expect
    .poll(async () => (await drawn()).map(({ text: line }) => line))
    .toEqual(["The fee doubles.", "Twelve cranes stood still."]);
  expect((await drawn())[1]?.stories.map(({ storyId }) => storyId)).toEqual([issue.stories[1]?.id]);

  await textOf(page, "Neap")
    .getByText("stayed")
    .dblclick({ position: { x: 60, y: 10 } });
  const tools = page.getByRole("toolbar", { name: "Selected words: Text" });
  await tools.getByRole("button", { name: "Draw a highlight" }).click();
  await expect.poll(async () => (await drawn()).length).toBe(3);
  const [, , third] = await drawn();
  expect("The water stayed away.").toContain(third?.text);
  expect(third?.stories.map(({ storyId }) => storyId)).toEqual([issue.stories[2]?.id]);
});

test("the running order and the address lead to a part of the page, and Back leads back", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue(harbours());
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const order = page.getByRole("navigation", { name: "Running order" });
  const neap = storyOn(page, "Neap");
  await order.getByRole("link", { name: /Neap/ }).click();
  await expect(neap).toBeInViewport();
  await expect(page).toHaveURL(new RegExp(`story:${issue.stories[2]?.id}`));
  await expect(page.getByRole("region", { name: "Details" })).toContainText("Sources");
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toBeInViewport();
  // By keyboard the caret goes along.
  await order.getByRole("link", { name: /Cranes/ }).focus();
  await page.keyboard.press("Enter");
  await expect(storyOn(page, "Cranes").getByRole("textbox", { name: "Headline" })).toBeFocused();
  // And goes on from there into the text.
  await tabTo(page, textOf(page, "Cranes"));
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(" Typed without a mouse.");
  await expect(storyOn(page, "Cranes").getByText(/^Saved/)).toBeVisible();
});
