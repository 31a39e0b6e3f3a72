import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";
import { tabTo } from "@/e2e/tab-to";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";

/** Types where the caret is while there is no connection: the words are kept in the browser, and saved when there is one again. */
async function writeInATunnel(page: Page, words: string): Promise<void> {
  await page.context().setOffline(true);
  await page.keyboard.type(words);
  await expect(page.getByText("Offline, kept here").first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
}

test("a story is written, its end offline, by mouse: headline, sources, text with a table, why it matters; all of it is there after a reload", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({
    title: "Writing",
    sections: [{ title: "Only", stories: [{ headline: "Draft" }] }],
  });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
  await page.getByRole("textbox", { name: "Headline" }).fill("Tides — the hour becomes the unit");

  for (const [title, publisher] of [
    ["Tide tables", "Port Office"],
    ["Fees from May", "Harbour Bulletin"],
  ] as const) {
    await page.getByRole("button", { name: "Add a source" }).click();
    const form = page.getByRole("form", { name: "Add a source" });
    await form.getByLabel("Title").fill(title);
    await form.getByLabel("Publisher").fill(publisher);
    await form.getByLabel("Address").fill("not an address");
    await form.getByRole("button", { name: "Add the source" }).click();
    await expect(form.getByText(/An address begins with https/)).toBeVisible();
    await form.getByLabel("Address").fill(`https://example.org/${title.replaceAll(" ", "-")}`);
    await form.getByRole("button", { name: "Add the source" }).click();
    await expect(form).toBeHidden();
  }
  const sources = page.getByRole("list", { name: "Sources" }).getByRole("listitem");
  await page.getByRole("button", { name: "Actions for Fees from May" }).click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect(sources.first()).toContainText("Fees from May");
  await page.getByRole("button", { name: "Remove: Tide tables" }).click();
  await expect(sources).toHaveCount(1);
  await page
    .getByRole("region", { name: /Messages/ })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(sources).toHaveCount(2);

  const text = page.getByRole("textbox", { name: "Text" });
  await text.click();
  await page.keyboard.type("The port now charges by the hour.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- the hour");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page
    .getByRole("toolbar", { name: "Formatting: Text" })
    .getByRole("button", { name: "Insert a table" })
    .click();
  await page.keyboard.type("Berth");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Fee");
  await page.getByRole("button", { name: /Add “Why this matters”/ }).click();
  await page.getByRole("textbox", { name: "Why this matters" }).click();
  await writeInATunnel(page, "Waiting has a price.");

  await page.reload();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue(
    "Tides — the hour becomes the unit",
  );
  await expect(text.getByRole("listitem")).toHaveText("the hour");
  await expect(text.getByRole("columnheader").first()).toHaveText("Berth");
  await expect(page.getByRole("textbox", { name: "Why this matters" })).toHaveText("Waiting has a price.");
  await expect(sources.first()).toContainText("Fees from May");
});

test("a story is written, its end offline, by keyboard: from the running order into headline, sources, text and box", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({
    title: "Writing",
    sections: [{ title: "Only", stories: [{ headline: "Draft" }] }],
  });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const story = page.getByRole("region", { name: /^Story 1/ });
  await page
    .getByRole("navigation", { name: "Running order" })
    .getByRole("link", { name: /Draft/ })
    .press("Enter");
  await expect(story.getByRole("textbox", { name: "Headline" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Tides");
  await tabTo(page, story.getByRole("button", { name: "Add a source" }));
  await page.keyboard.press("Enter");
  const form = page.getByRole("form", { name: "Add a source" });
  await expect(form.getByLabel("Address")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Tide tables");
  await page.keyboard.press("Enter");
  const sources = story.getByRole("list", { name: "Sources" });
  await expect(sources).toContainText("Tide tables");
  await expect(story.getByRole("button", { name: "Add a source" })).toBeFocused();
  await tabTo(page, story.getByRole("textbox", { name: "Text" }));
  await page.keyboard.type("The port charges by the hour.");
  await tabTo(page, story.getByRole("button", { name: /Add “Why this matters”/ }));
  await page.keyboard.press("Enter");
  await expect(story.getByRole("textbox", { name: "Why this matters" })).toBeFocused();
  await writeInATunnel(page, "Waiting has a price.");
  const saved = async () => {
    const row = await database.story.findUniqueOrThrow({
      where: { id: issue.stories[0]?.id ?? "" },
      include: { sources: { include: { source: true } } },
    });
    const words = [row.body, row.whyItMatters].map((text) => plainText(storedRichText(text)));
    return [row.headline, ...row.sources.map(({ source }) => source.title), ...words];
  };
  await expect
    .poll(saved)
    .toEqual(["Tides", "Tide tables", "The port charges by the hour.", "Waiting has a price."]);
  await tabTo(page, story.getByRole("textbox", { name: "Headline" }), "back");
  await tabTo(page, story.getByRole("button", { name: "Remove: Tide tables" }));
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await saved()).length).toBe(3);
});

test("a contributor writes their own story in the backlog and can arrange nothing", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({
    title: "Not theirs",
    sections: [{ stories: [{ headline: "Someone else's" }] }],
  });
  const { page } = await signInAs("contributor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
  await expect(page.getByRole("button", { name: /^Publish/ })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Text" })).not.toBeEditable();
  await page.goto("/desk/backlog");
  await page
    .getByRole("button", { name: /new story|add a story/i })
    .first()
    .click();
  await page.getByLabel("Headline", { exact: true }).fill("My own story");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Text" })).toBeEditable();
  await page.getByRole("textbox", { name: "Text" }).click();
  await page.keyboard.type("Mine.");
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
});
