import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { publishIssue } from "@/lib/editions/commands";
import { COMMAND_LINE } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { bold, doc, p } from "@/lib/rich-text/test-words";

test.describe.configure({ mode: "parallel" });

const BODY = doc(
  p("The port charges by the ", bold("hour"), "."),
  p("Nobody asked the ", bold("pilots"), "."),
  p("It rains on the ", bold("quay"), "."),
);

const sections = (authorId: string | null) => [
  { title: "Harbour", stories: [{ headline: "Tides — by the hour", body: BODY, authorId }] },
];

const comments = (page: Page) => page.getByRole("region", { name: "Comments" });
const cards = (page: Page) => comments(page).getByRole("article");
const body = (page: Page) => page.getByRole("textbox", { name: "Text" });

async function open(page: Page, issue: { id: string; stories: { id: string }[] }): Promise<Locator> {
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
  await expect(comments(page).getByText("Nothing open.").or(cards(page).first())).toBeVisible();
  // Awake, and so able to be selected in.
  const text = page.locator(".tiptap.rich-text", { hasText: "Nobody asked" });
  await expect(text).toBeVisible();
  return text;
}

/** Selects the paragraph in which this word stands, by keyboard: the caret goes from the beginning down to it. */
async function selectParagraph(page: Page, text: Locator, index: number): Promise<void> {
  await text.focus();
  await page.keyboard.press("ArrowRight");
  for (let up = 0; up < 4; up += 1) await page.keyboard.press("ArrowUp");
  for (let down = 0; down < index; down += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  // The browser moves the caret, and tells the editor a moment later.
  await expect(page.getByRole("toolbar", { name: "Selected words: Text" })).toBeVisible();
}

test("a conversation, by mouse: begun on words, answered with a mention, found by the bell, resolved", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const [{ page: one }, { page: two, name, contributorId }] = await Promise.all([
    signInAs("editor"),
    signInAs("contributor"),
  ]);
  const issue = await insertIssue({ title: "Talk", sections: sections(null) });
  const text = await open(one, issue);
  await text.getByText("pilots").dblclick();
  await one
    .getByRole("toolbar", { name: "Selected words: Text" })
    .getByRole("button", { name: "Comment" })
    .click();
  await comments(one).getByRole("textbox", { name: "Comment" }).fill("Were they told?");
  await comments(one).getByRole("button", { name: "Comment", exact: true }).click();
  const card = cards(one);
  await expect(card).toContainText("Were they told?");
  await expect(text.locator("mark")).toHaveText("pilots");

  await card.getByRole("textbox", { name: "Reply" }).click();
  await one.keyboard.type(`You know, @${name.slice(0, 14)}`);
  await card.getByRole("option", { name }).click();
  await card.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(card.locator("strong")).toHaveText(`@${name}`);
  await expect.poll(() => database.notification.count({ where: { recipientId: contributorId } })).toBe(1);

  await two.goto("/desk");
  await two.getByRole("button", { name: "Notifications: 1 unread" }).click();
  await two.getByRole("link", { name: /mentioned you in “Tides”/ }).click();
  await expect(cards(two)).toHaveAttribute("aria-current", "true");
  await expect(two.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
  await cards(two).getByRole("button", { name: "Resolve" }).click();
  await expect(cards(two)).toHaveCount(0);
  await comments(two)
    .getByRole("button", { name: /Settled/ })
    .click();
  await expect(cards(two)).toContainText(`Resolved by ${name}`);
});

test("a conversation, by keyboard only", async ({ signInAs, insertIssue, database }) => {
  const [{ page: one }, { page: two, name, contributorId }] = await Promise.all([
    signInAs("editor"),
    signInAs("contributor"),
  ]);
  const issue = await insertIssue({ title: "Keys", sections: sections(null) });
  const text = await open(one, issue);
  await selectParagraph(one, text, 1);
  await one.keyboard.press("Control+Alt+m");
  await expect(comments(one).getByRole("textbox", { name: "Comment" })).toBeFocused();
  await one.keyboard.type(`Ask @${name.slice(0, 14)}`);
  await expect(comments(one).getByRole("option", { name })).toBeVisible();
  await one.keyboard.press("Enter");
  await one.keyboard.press("Control+Enter");
  await expect(cards(one)).toBeFocused();
  await expect(text.locator("mark").first()).toContainText("Nobody asked the");
  await expect.poll(() => database.notification.count({ where: { recipientId: contributorId } })).toBe(1);

  await two.goto("/desk");
  await two.getByRole("button", { name: "Notifications: 1 unread" }).focus();
  await two.keyboard.press("Enter");
  const told = two.getByRole("link", { name: /mentioned you in “Tides”/ });
  await expect(told).toBeVisible();
  await told.focus();
  await two.keyboard.press("Enter");
  await expect(cards(two)).toBeFocused();
  await two.keyboard.press("Tab");
  await expect(cards(two).getByRole("textbox", { name: "Reply" })).toBeFocused();
  await two.keyboard.type("I asked them.");
  await two.keyboard.press("Control+Enter");
  await expect(cards(two)).toContainText("I asked them.");
  await cards(two).getByRole("button", { name: "Resolve" }).focus();
  await two.keyboard.press("Enter");
  await expect(cards(two)).toHaveCount(0);
});

test("suggestions put in, take out and change words; accepted and refused one by one, while readers see nothing of it", async ({
  signInAs,
  insertIssue,
  database,
  request,
}) => {
  // Many steps, one after the other.
  test.slow();
  const [{ page: guest }, { page: editor }] = await Promise.all([
    signInAs("contributor"),
    signInAs("editor"),
  ]);
  const issue = await insertIssue({
    title: `Readers ${crypto.randomUUID().slice(0, 6)}`,
    sections: sections(null),
  });
  await publishIssue(COMMAND_LINE, { id: issue.id });
  // Other tests publish issues meanwhile, which become this one's neighbours.
  const readers = async () =>
    (await (await request.get(`/issues/${issue.slug}`)).text()).replace(
      /<nav class="neighbours".*?<\/nav>/,
      "",
    );
  const before = await readers();
  const saved = async () => {
    const story = await database.story.findUniqueOrThrow({ where: { id: issue.stories[0]?.id ?? "" } });
    return plainText(storedRichText(story.body));
  };

  // A contributor cannot write here; words are chosen and suggested all the same. By mouse:
  const text = await open(guest, issue);
  await expect(body(guest)).not.toBeEditable();
  await text.getByText("hour").dblclick();
  await guest
    .getByRole("toolbar", { name: "Selected words: Text" })
    .getByRole("button", { name: "Suggest a change" })
    .click();
  await comments(guest).getByRole("textbox", { name: "Becomes" }).fill("minute");
  await comments(guest).getByRole("button", { name: "Suggest", exact: true }).click();
  await expect(cards(guest)).toHaveCount(1);
  // By keyboard: words taken out, and words put in.
  await selectParagraph(guest, text, 2);
  await guest.keyboard.press("Control+Alt+s");
  await expect(comments(guest).getByRole("textbox", { name: "Becomes" })).toBeFocused();
  await guest.keyboard.press("Control+a");
  await guest.keyboard.press("Delete");
  await comments(guest).getByRole("button", { name: "Suggest", exact: true }).press("Enter");
  await expect(cards(guest)).toHaveCount(2);
  await selectParagraph(guest, text, 1);
  await guest.keyboard.press("Home");
  await guest.keyboard.press("Control+Alt+s");
  await expect(comments(guest).getByRole("textbox", { name: "Words to put in" })).toBeFocused();
  await guest.keyboard.type("Yet ");
  await comments(guest).getByRole("button", { name: "Suggest", exact: true }).press("Enter");
  await expect(cards(guest)).toHaveCount(3);
  await expect(cards(guest).getByRole("button", { name: "Accept" })).toHaveCount(0);
  expect(await readers()).toBe(before);
  expect(await saved()).toContain("by the hour.");

  const written = await open(editor, issue);
  await expect(cards(editor)).toHaveCount(3);
  await expect(written.locator("ins")).toHaveCount(2);
  // In the order of their words; the first by mouse, the next by keyboard.
  await cards(editor).first().getByRole("button", { name: "Accept" }).click();
  await expect(cards(editor)).toHaveCount(2);
  await expect(written).toContainText("The port charges by the minute.");
  await cards(editor).first().focus();
  await editor.keyboard.press("j");
  await expect(cards(editor).nth(1)).toBeFocused();
  await editor.keyboard.press("k");
  await cards(editor).first().getByRole("button", { name: "Accept" }).press("Enter");
  await expect(cards(editor)).toHaveCount(1);
  await cards(editor).first().getByRole("button", { name: "Refuse" }).press("Enter");
  await expect(cards(editor)).toHaveCount(0);
  // Whoever suggested them hears of it where they are.
  await expect(cards(guest)).toHaveCount(0);
  await expect(guest.getByRole("button", { name: "Notifications: 3 unread" })).toBeVisible();
  await expect
    .poll(saved)
    .toBe("The port charges by the minute.\n\nYet Nobody asked the pilots.\n\nIt rains on the quay.");
  expect(await readers()).toBe(before);
});

for (const hand of ["mouse", "keyboard"] as const) {
  test(`by ${hand}: words are changed, taken out and put in by suggestion; two are accepted, one is refused`, async ({
    signInAs,
    insertIssue,
  }) => {
    const issue = await insertIssue({ title: "Suggested", sections: sections(null) });
    const { page } = await signInAs("editor");
    const text = await open(page, issue);
    const press = async (button: Locator) => {
      if (hand === "mouse") await button.click();
      else await button.press("Enter");
    };
    const toolbar = page.getByRole("toolbar", { name: "Selected words: Text" });
    const suggestOn = async (word: string, index: number) => {
      if (hand === "keyboard") {
        await selectParagraph(page, text, index);
        return page.keyboard.press("Control+Alt+s");
      }
      await text.getByText(word, { exact: true }).dblclick();
      await toolbar.getByRole("button", { name: "Suggest a change" }).click();
    };
    const send = async () => {
      await press(comments(page).getByRole("button", { name: "Suggest", exact: true }));
      await expect(page.locator("[data-thread-card][aria-current]")).toBeFocused();
    };
    const becomes = comments(page).getByRole("textbox", { name: "Becomes" });
    const atCaret = comments(page).getByRole("button", { name: "Suggest words at the caret" });
    if (hand === "mouse") {
      // Words that are selected already, pressed when the focus is elsewhere: the caret goes there.
      const quay = text.getByText("quay", { exact: true });
      await quay.dblclick({ position: { x: 6, y: 8 } });
      await expect(toolbar).toBeVisible();
      await page.getByRole("button", { name: "Notifications" }).focus();
      // Elsewhere in the word: at the same place it would be a third press, which selects the paragraph.
      await quay.click({ position: { x: 28, y: 8 } });
      await expect(atCaret).toBeVisible();
      await expect(toolbar).toBeHidden();
    }
    await suggestOn("hour", 0);
    await expect(becomes).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("minute");
    await send();
    await expect(cards(page)).toHaveCount(1);
    await suggestOn("pilots", 1);
    await expect(becomes).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Delete");
    await expect(comments(page)).toContainText("Suggests taking these words out.");
    await send();
    await expect(cards(page)).toHaveCount(2);
    if (hand === "keyboard") {
      await selectParagraph(page, text, 2);
      await page.keyboard.press("End");
      await expect(toolbar).toBeHidden();
      await page.keyboard.press("Control+Alt+s");
    } else {
      const line = text.locator("p", { hasText: "quay" });
      const { width = 0 } = (await line.boundingBox()) ?? {};
      await line.click({ position: { x: width - 4, y: 10 } });
      await atCaret.click();
    }
    await comments(page).getByRole("textbox", { name: "Words to put in" }).fill(" Again.");
    await send();
    await expect(cards(page)).toHaveCount(3);

    await press(cards(page).first().getByRole("button", { name: "Accept" }));
    await expect(cards(page)).toHaveCount(2);
    await press(cards(page).first().getByRole("button", { name: "Refuse" }));
    await expect(cards(page)).toHaveCount(1);
    await press(cards(page).first().getByRole("button", { name: "Accept" }));
    await expect(cards(page)).toHaveCount(0);
    await expect(text).toContainText(hand === "mouse" ? "by the minute." : "minute");
    await expect(text).toContainText("Nobody asked the pilots.");
    await expect(text).toContainText("It rains on the quay. Again.");
  });
}

test("a comment being typed survives a reload; the words it is about may go, and it says so", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Kept", sections: sections(null) });
  const { page } = await signInAs("editor");
  const text = await open(page, issue);
  await text.getByText("quay").dblclick();
  await page.keyboard.press("Control+Alt+m");
  await comments(page).getByRole("textbox", { name: "Comment" }).fill("Which one?");
  await page.reload();
  await expect(comments(page).getByRole("textbox", { name: "Comment" })).toHaveValue("Which one?");
  await comments(page).getByRole("button", { name: "Comment", exact: true }).click();
  await expect(cards(page)).toContainText("Which one?");
  await expect(text.locator("mark")).toHaveText("quay");
  await text.getByText("quay").dblclick();
  await page.keyboard.press("Delete");
  await expect(cards(page)).toContainText("The words this was about are gone.");
  await page.keyboard.press("Control+z");
  await expect(text.locator("mark")).toHaveText("quay");
  await expect(cards(page)).not.toContainText("are gone");
});

test("comments, a suggestion being written, the bell and the notifications are accessible", async ({
  signInAs,
  insertIssue,
}) => {
  // Many steps, one after the other.
  test.slow();
  const { page, contributorId } = await signInAs("editor");
  const { page: other } = await signInAs("editor");
  const issue = await insertIssue({ title: "Looked at", sections: sections(contributorId) });
  const text = await open(other, issue);
  await text.getByText("hour").dblclick();
  await other.keyboard.press("Control+Alt+s");
  await comments(other).getByRole("textbox", { name: "Becomes" }).fill("minute");
  await comments(other).getByRole("button", { name: "Suggest", exact: true }).click();
  await expect(cards(other)).toHaveCount(1);
  await text.getByText("pilots").dblclick();
  await other.keyboard.press("Control+Alt+m");
  await comments(other).getByRole("textbox", { name: "Comment" }).fill("Were they told?");
  await comments(other).getByRole("button", { name: "Comment", exact: true }).click();
  await expect(cards(other)).toHaveCount(2);
  await text.getByText("quay").dblclick();
  await other.keyboard.press("Control+Alt+s");
  await expect(comments(other).getByRole("textbox", { name: "Becomes" })).toBeVisible();
  await expectAccessible(other, "comments");

  await page.goto("/desk");
  const bell = page.getByRole("button", { name: "Notifications: 2 unread" });
  await bell.click();
  await expect(page.getByRole("link", { name: /suggested a change in “Tides”/ })).toBeVisible();
  await expectAccessible(page, "the bell");
  await page.goto("/desk/notifications");
  await page.getByRole("main").getByRole("button", { name: "Mark all as read" }).click();
  await expect(page.getByRole("main").getByText("Unread:")).toHaveCount(0);
  await expectAccessible(page, "notifications");
});
