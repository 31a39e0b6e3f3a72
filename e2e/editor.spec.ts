import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { doc, p, table } from "@/lib/rich-text/test-words";
import type { RichText } from "@/lib/rich-text/document";

// What can be done to a text, by mouse and again by keyboard only.
test.describe.configure({ mode: "parallel" });

interface Opened {
  page: Page;
  text: Locator;
}

const test2 = test.extend<{ openStory(body?: RichText): Promise<Opened> }>({
  openStory: async ({ signInAs, insertIssue }, use) => {
    await use(async (body = doc()) => {
      const issue = await insertIssue({ title: "Edited", sections: [{ stories: [{ headline: "Here", body }] }] });
      const { page } = await signInAs("editor");
      await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
      const text = page.getByRole("textbox", { name: "Text", exact: true });
      await expect(text).toBeEditable();
      return { page, text };
    });
  },
});

/** Puts something on the clipboard as another program would, and pastes it by key. */
async function paste(page: Page, kinds: Record<string, string>): Promise<void> {
  await page.evaluate(async (given) => {
    const data = new DataTransfer();
    for (const [kind, value] of Object.entries(given)) data.setData(kind, value);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, kinds);
}

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
