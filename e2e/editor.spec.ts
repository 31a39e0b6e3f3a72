import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { test as base, expect } from "@/e2e/fixtures";
import type { RichText } from "@/lib/rich-text/document";
import { doc, p, table } from "@/lib/rich-text/test-words";

// What can be done to a text, by mouse and again by keyboard only.
base.describe.configure({ mode: "parallel" });

interface Opened {
  page: Page;
  text: Locator;
  /** What the database holds of the text. */
  kept(): Promise<RichText>;
}

const test = base.extend<{ openStory(body?: RichText): Promise<Opened> }>({
  openStory: async ({ signInAs, insertIssue, database }, use) => {
    await use(async (body = doc()) => {
      const issue = await insertIssue({
        title: "Edited",
        sections: [{ stories: [{ headline: "Here", body }] }],
      });
      const { page } = await signInAs("editor");
      const id = issue.stories[0]?.id ?? "";
      await page.goto(`/desk/issues/${issue.id}?part=story:${id}`);
      const text = page.getByRole("textbox", { name: "Text", exact: true });
      // It sleeps until the page is awake.
      await expect(text).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
      const kept = async () =>
        (await database.story.findUniqueOrThrow({ where: { id } })).body as unknown as RichText;
      return { page, text, kept };
    });
  },
});

/** Pastes what another program would have put on the clipboard. */
async function paste(page: Page, kinds: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, value] of Object.entries(given)) clipboardData.setData(kind, value);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, kinds);
}

const cells = (text: Locator) => text.locator("td, th").allInnerTexts();

test("blocks are put in from the list that a slash opens, by mouse and by keyboard", async ({
  openStory,
}) => {
  const { page, text } = await openStory();
  const list = page.getByRole("listbox", { name: "Blocks" });
  await text.click();
  await page.keyboard.type("/");
  await expect(list.getByRole("option")).toHaveCount(9);
  await expectAccessible(page, "the list of blocks", async () => {
    await text.click();
    await page.keyboard.press("Backspace");
    await page.keyboard.type("/");
    await expect(list).toBeVisible();
  });
  await list.getByRole("option", { name: "Quotation" }).click();
  await page.keyboard.type("Said by mouse.");
  await expect(text.getByRole("blockquote")).toHaveText("Said by mouse.");

  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/num");
  await expect(text).toHaveAttribute("aria-controls", (await list.getAttribute("id")) ?? "none");
  const option = list.getByRole("option", { name: "Numbered list" });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(text).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "none");
  await page.keyboard.press("Enter");
  await page.keyboard.type("By keys");
  await expect(text.getByRole("listitem")).toHaveText("By keys");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Below");
  await expect(text.getByRole("heading", { level: 4 })).toHaveText("Below");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/zzz");
  await expect(page.getByText("No block by that name.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toHaveCount(0);
  await expect(text).toContainText("/zzz");
  await expect(text).not.toHaveAttribute("aria-activedescendant");
});

test("selected words get their tools and a link, by mouse and by keyboard", async ({ openStory }) => {
  const { page, text } = await openStory(doc(p("Tides turn twice.")));
  const tools = page.getByRole("toolbar", { name: "Selected words: Text" });
  await text.getByText("Tides turn").dblclick({ position: { x: 12, y: 10 } });
  await tools.getByRole("button", { name: "Bold" }).click();
  await expect(text.locator("strong")).toHaveText("Tides");
  await expectAccessible(page, "words selected", async () => {
    await text.getByText("Tides").dblclick();
    await expect(tools).toBeVisible();
  });
  await tools.getByRole("button", { name: "Link" }).click();
  await page.getByRole("dialog", { name: "Link" }).getByLabel("Address").fill("example.org/tides");
  await page.getByRole("button", { name: "Set link" }).click();
  await expect(text.getByRole("link", { name: "Tides" })).toHaveAttribute(
    "href",
    "https://example.org/tides",
  );

  await text.press("End");
  await page.keyboard.press("Shift+Home");
  await expect(tools).toBeVisible();
  await page.keyboard.press("Alt+F10");
  await expect(tools.getByRole("button", { name: "Bold" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(text.locator("em").first()).toBeVisible();
  await page.keyboard.press("Alt+F10");
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Shift+k");
  await expect(page.getByRole("dialog", { name: "Link" }).getByLabel("Address")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("example.org/turns");
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await expect(text.getByRole("link").first()).toHaveAttribute("href", "https://example.org/turns");
});

test("what is typed is set as a printer would, and Undo gives it back", async ({ openStory }) => {
  const { page, text } = await openStory();
  await text.click();
  await page.keyboard.type('"It\'s late" -- she said - or so...');
  await expect(text).toHaveText("“It’s late” — she said – or so…");
  await page.keyboard.press("Enter");
  await page.keyboard.type('5"');
  await expect(text.locator("p").nth(1)).toHaveText("5”");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(text.locator("p").nth(1)).toHaveText('5"');
  await page.keyboard.press("Enter");
  for (const [typed, made] of [
    ["### ", "h3"],
    ["- ", "ul > li"],
    ["1. ", "ol > li"],
    ["> ", "blockquote"],
    ["``` ", "pre"],
  ] as const) {
    await page.keyboard.type(`${typed}made`);
    await expect(text.locator(made).last()).toContainText("made");
    // The text keeps an empty paragraph at its end.
    await text.locator("> p").last().click();
  }
  await page.keyboard.type('**bold** _it_ ~~gone~~ `"code" --`');
  await expect(text.locator("strong")).toHaveText("bold");
  await expect(text.locator("s")).toHaveText("gone");
  await expect(text.locator("p code")).toHaveText('"code" --');
  const headline = page.getByRole("textbox", { name: "Headline" });
  await headline.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("late");
  await page.keyboard.press("Home");
  await page.keyboard.type('"It\'s" - ');
  await expect(headline).toHaveValue("“It’s” – late");
});

const FEES = doc(table(["Berth", "Fee"], ["A", "1"], ["B", "2"]), p("After"));

test("a table: rows and columns come, move and go, with headers and a caption, by mouse", async ({
  openStory,
}) => {
  const { page, text, kept } = await openStory(FEES);
  const menu = async (item: string) => {
    await page
      .getByRole("toolbar", { name: "Formatting: Text" })
      .getByRole("button", { name: "Table" })
      .click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  // While every cell has words: an empty heading is what a new column begins with, and axe is right about it.
  await expectAccessible(page, "a table, its menu open", async () => {
    await page.keyboard.press("Escape");
    await text.getByText("A", { exact: true }).click();
    await page
      .getByRole("toolbar", { name: "Formatting: Text" })
      .getByRole("button", { name: "Table" })
      .click();
    await expect(page.getByRole("menuitem", { name: "Caption" })).toBeVisible();
  });
  await page.keyboard.press("Escape");
  await text.getByText("A", { exact: true }).click();
  await menu("Move the row down");
  expect(await cells(text)).toEqual(["Berth", "Fee", "B", "2", "A", "1"]);
  await menu("Move the column right");
  expect(await cells(text)).toEqual(["Fee", "Berth", "2", "B", "1", "A"]);
  await menu("Add a row below");
  await menu("Add a column after");
  expect(await cells(text)).toHaveLength(12);
  await menu("Remove the column");
  await menu("Header column on or off");
  await expect(text.locator("tbody tr").nth(1).locator("th")).toHaveText("2");
  await menu("Caption");
  await page.keyboard.type("Fees in May");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await kept()).content[0]?.attrs?.caption).toBe("Fees in May");
  await menu("Remove the table");
  await expect(text.getByRole("table")).toHaveCount(0);
});

test("a table: reached, walked, rows and columns moved, headed, left, removed and put in, by keyboard", async ({
  openStory,
}) => {
  const { page, text, kept } = await openStory(FEES);
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  expect(await cells(text)).toEqual(["Berth", "Fee", "B", "2", "A", "1"]);
  await page.keyboard.type("!");
  expect(await cells(text)).toEqual(["Berth", "Fee", "B", "2", "A!", "1"]);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  expect(await cells(text)).toEqual(["Berth", "Fee", "A!", "1", "B", "2"]);
  await page.keyboard.press("Alt+Shift+ArrowRight");
  expect(await cells(text)).toEqual(["Fee", "Berth", "1", "A!", "2", "B"]);
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.press("Alt+Shift+Enter");
  await expect(text.locator("td, th")).toHaveCount(12);
  await page.keyboard.press("Alt+Shift+Delete");
  await page.keyboard.press("Alt+Delete");
  await expect(text.locator("td, th")).toHaveCount(6);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.keyboard.type("Out. ");
  await expect(text.locator("> p").last()).toHaveText("Out. After");
  await page.keyboard.press("ArrowUp");
  // The browser moves the caret, and tells of it a moment later.
  const tools = page.getByRole("toolbar", { name: "Formatting: Text" });
  await expect(tools.getByRole("button", { name: "Table", exact: true })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Shift+Enter");
  await page.keyboard.type("Before");
  await expect(text.locator("> p").first()).toHaveText("Before");

  // What has no keys of its own is in the menu, which the keys reach.
  const choose = async (item: string) => {
    await page.keyboard.press("ArrowDown");
    await expect(tools.getByRole("button", { name: "Table", exact: true })).toBeVisible();
    const wanted = page.getByRole("menuitem", { name: item });
    // The tools are drawn anew when the caret has arrived, and a key pressed at that very moment is nobody's.
    await expect(async () => {
      await tools.getByRole("button", { name: "Table", exact: true }).press("Enter");
      await expect(wanted).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await wanted.press("Enter");
  };
  await choose("Header column on or off");
  await expect(text.locator("tbody tr").nth(1).locator("th")).toHaveCount(1);
  await page.keyboard.press("ArrowUp");
  await choose("Caption");
  await page.keyboard.type("Fees");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await kept()).content[1]?.attrs?.caption).toBe("Fees");
  await choose("Remove the table");
  await expect(text.getByRole("table")).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/tab");
  await expect(page.getByRole("option", { name: "Table", selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Berth");
  await expect(text.getByRole("columnheader").first()).toHaveText("Berth");
});

test("an address becomes a link of what is selected, by mouse and by keyboard, and what is pasted comes in clean", async ({
  openStory,
}) => {
  const { page, text, kept } = await openStory(doc(p("Read this now."), table(["a", "b"], ["x", "y"])));
  const selected = page.getByRole("toolbar", { name: "Selected words: Text" });
  await text.getByText("this").dblclick({ position: { x: 50, y: 10 } });
  await expect(selected).toBeVisible();
  await paste(page, { "text/plain": "https://example.org/a" });
  await expect(text.getByRole("link", { name: "this" })).toHaveAttribute("href", "https://example.org/a");
  await page.keyboard.press("End");
  // The browser moves the caret, and tells of it a moment later.
  await expect(selected).toBeHidden();
  await paste(page, { "text/plain": "https://example.org/alone" });
  await expect(text.getByRole("link", { name: "https://example.org/alone" })).toBeVisible();
  // By keyboard, from the clipboard itself.
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText("https://example.org/keys"));
  await page.keyboard.press("Home");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(selected).toBeVisible();
  await page.keyboard.press("ControlOrMeta+v");
  await expect(text.getByRole("link", { name: "Read" })).toHaveAttribute("href", "https://example.org/keys");

  await text.locator("td").first().click();
  // The browser moves the caret, and tells of it a moment later.
  const tools = page.getByRole("toolbar", { name: "Formatting: Text" });
  await expect(tools.getByRole("button", { name: "Table", exact: true })).toBeVisible();
  await paste(page, {
    "text/html":
      '<google-sheets-html-origin><table data-sheets-root="1"><tr><td>1</td><td>2</td></tr></table>',
  });
  expect(await cells(text)).toEqual(["a", "b", "1", "2"]);

  await page.keyboard.press("ControlOrMeta+End");
  // The browser moves the caret out of the table, and tells of it a moment later.
  await expect(page.getByRole("button", { name: "Insert a table" })).toBeVisible();
  await paste(page, { "text/plain": "## Title\n\n- one\n- two **bold**" });
  await expect(text.getByRole("heading", { level: 3, name: "Title" })).toBeVisible();
  await expect(text.getByRole("listitem").nth(1)).toHaveText("two bold");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await paste(page, {
    "text/html":
      '<h2 style="color:red">Web</h2><p onclick="x()">W<img src="https://example.org/x.png" width=300><a href="javascript:x()">ords</a></p>',
  });
  await expect(page.getByText("A picture was left out")).toBeVisible();
  await expect.poll(async () => JSON.stringify(await kept())).toContain('"text":"Words"');
  expect(JSON.stringify(await kept())).not.toMatch(/javascript|color|onclick/);
});
