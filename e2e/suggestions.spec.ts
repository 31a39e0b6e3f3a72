import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";

const PASTED = [
  "Orrin released Halyard 3 on 5 March 2026. Orrin said Halyard 3 runs on every boat. Castell says the harbour is full. Castell says the quay will close by the end of 2027.",
  "Halyard 3 cost 31 million crowns, according to Orrin. “We will not raise the fee of our neighbours before 2027,” said Ida Holm.",
  "Fewer boats wait at night. That last sentence is an inference. Orrin expects sales to double by June 2028. It is an odd choice.",
  "Castell says it is sorry. Castell says it is not. The new berth was opened by the mayor.",
].join("\n\n");

/** Pastes as another program would have it on the clipboard. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** At the beginning: a card's middle may be a button. */
const BESIDE = { x: 8, y: 10 };

const message = (page: Page) => page.getByRole("region", { name: /Messages/ });

/** Puts the caret into a sentence and waits until the editor knows. */
async function caretIn(text: Locator, words: string): Promise<void> {
  await text.getByText(words).click();
  await expect(text.locator(".suggested-active")).toContainText(words);
}

test("kinds are suggested for what is pasted: accepted, changed, dismissed one by one and by their rule, undone, and kept", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  // Many steps, one after the other.
  test.slow();
  const { page, contributorId: authorId } = await signInAs("editor");
  const stories = [{ headline: "Halyard — it sails", authorId }];
  const issue = await insertIssue({ title: "Suggested", sections: [{ stories }] });
  const storyId = issue.stories[0]?.id ?? "";
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  const panel = page.getByRole("region", { name: "Suggested kinds" });
  const card = (words: string) => panel.getByRole("article", { name: words });
  const claims = () =>
    database.claim.findMany({
      where: { storyId, anchored: true },
      orderBy: { createdAt: "asc" },
      select: { text: true, attribution: true, mode: true, speaker: true, horizonAt: true },
    });
  const open = async () => {
    await page.goto(`/desk/issues/${issue.id}?part=story:${storyId}`);
    await expect(text).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
  };
  await open();
  await expect(panel).toContainText("Nothing to decide");

  await test.step("pasted, they are under the words and in the list, and nothing is marked", async () => {
    await text.focus();
    await paste(page, PASTED);
    await expect(text.locator(".suggested")).toHaveCount(13);
    await expect(panel.getByRole("article")).toHaveCount(13);
    await expect(page.getByText("13 kinds in 1 story")).toBeVisible();
    await expect(text.locator(".claim, .analysis")).toHaveCount(0);
    await expect(card("The new berth")).toContainText("possible");
  });

  await test.step("by keys: through the list, accept, another kind, dismiss, take back", async () => {
    await page.keyboard.press("Alt+F9");
    await expect(card("Orrin released")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(card("Orrin said Halyard")).toBeFocused();
    await expect(text.locator(".suggested-active")).toHaveText("Orrin said Halyard 3 runs on every boat.");
    await expect(card("Orrin said Halyard").locator("mark")).toHaveText("Orrin said");
    await expect(card("Orrin said Halyard")).toContainText("rule “says”");
    await page.keyboard.press("Enter");
    await expect(message(page)).toContainText("Marked as a statement, Orrin.");
    await expect(card("Castell says the harbour")).toBeFocused();
    await page.keyboard.press("1");
    await expect(message(page)).toContainText("Marked as a fact.");
    await expect(card("Castell says the quay")).toBeFocused();
    await page.keyboard.press("e");
    await expect(card("Castell says the quay")).toHaveCount(0);
    await expect(card("Halyard 3 cost")).toBeFocused();
    await page.keyboard.press("u");
    await expect(card("Castell says the quay")).toBeVisible();
    await page.keyboard.press("k");
    await expect(card("Castell says the quay")).toBeFocused();
    await page.keyboard.press("a");
    await expect(card("Halyard 3 cost")).toBeFocused();
    await page.keyboard.press("Backspace");
    await expect(card("Ida Holm")).toBeFocused();
    const marked = (text: string, attribution: string, mode: string, speaker: string | null) =>
      expect.objectContaining({ text, attribution, mode, speaker });
    await expect
      .poll(claims)
      .toEqual([
        marked("Orrin said Halyard 3 runs on every boat.", "reported", "assertion", "Orrin"),
        marked("Castell says the harbour is full.", "none", "assertion", null),
        marked("Castell says the quay will close by the end of 2027.", "reported", "forecast", "Castell"),
      ]);
    expect((await claims())[2]?.horizonAt?.toISOString()).toContain("2027-12-31");
  });

  await test.step("a statement of nobody asks who says so", async () => {
    await card("Orrin released").focus();
    await page.keyboard.press("2");
    await expect(panel.getByRole("textbox", { name: "Who says so" })).toBeFocused();
    await page.keyboard.type("The harbour master");
    await page.keyboard.press("Enter");
    await expect(message(page)).toContainText("Marked as a statement, The harbour master.");
  });

  await test.step("from the text, and all of one rule in one step", async () => {
    await caretIn(text, "It is an odd choice");
    await page.keyboard.press("Control+.");
    await expect(text.locator(".analysis")).toHaveText("It is an odd choice.");
    await expect(text).toBeFocused();
    await expect.poll(() => database.analysis.count({ where: { storyId, anchored: true } })).toBe(1);
    await card("Castell says it is sorry").focus();
    await page.keyboard.press("Shift+A");
    await expect(message(page)).toContainText("2 sentences marked.");
    await expect(text.locator(".claim")).toHaveCount(6);
    await text.focus();
    await page.keyboard.press("Control+z");
    await expect(text.locator(".claim")).toHaveCount(4);
    await expect(card("Castell says it is")).toHaveCount(2);
  });

  await test.step("by mouse", async () => {
    await card("Orrin expects").click({ position: BESIDE });
    await expect(text.locator(".suggested-active")).toHaveText("Orrin expects sales to double by June 2028.");
    await card("Orrin expects").getByRole("button", { name: "Commitment" }).click();
    await expect(card("Orrin expects")).toHaveCount(0);
    await message(page).getByRole("button", { name: "Undo" }).click();
    await card("Orrin expects").click({ position: BESIDE });
    await card("Orrin expects").getByRole("button", { name: "Dismiss" }).click();
    await expect(card("Orrin expects")).toHaveCount(0);
    await card("Castell says it is not").click({ position: BESIDE });
    await panel.getByRole("button", { name: "Dismiss all" }).click();
    await expect(card("Castell says it is")).toHaveCount(0);
    await panel.getByRole("button", { name: "Hide" }).click();
    await expect(text.locator(".suggested")).toHaveCount(0);
    await panel.getByRole("button", { name: "Show" }).click();
  });

  await test.step("what was dismissed stays so, until its words change", async () => {
    await expect.poll(() => database.dismissedSuggestion.count({ where: { storyId } })).toBe(4);
    await expect.poll(async () => (await claims()).length).toBe(4);
    await open();
    await expect(panel.getByRole("article")).toHaveCount(4);
    await expect(text.locator(".suggested")).toHaveCount(4);
    await text.getByText("Castell says it is sorry").click({ position: BESIDE });
    await page.keyboard.press("Home");
    await page.keyboard.type("Again ");
    await expect(card("Again Castell says it is sorry")).toBeVisible();
    const toDetails = async (width: number) => {
      if (width < 768) await page.getByRole("button", { name: "Details" }).click();
      await card("Ida Holm").focus();
    };
    await expectAccessible(page, "suggested kinds", toDetails);
  });
});
