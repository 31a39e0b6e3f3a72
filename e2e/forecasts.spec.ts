import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { tabTo } from "@/e2e/tab-to";
import { publishIssue } from "@/lib/editions/commands";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { COMMAND_LINE } from "@/lib/policy";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { makeIssue, makeSnapshot, makeSource } from "@/prisma/factories";

const PAGE =
  "The harbour board met in January. Ferries pay by the hour from Monday, the board said. Nobody objected.";
const SETTLING = "Ferries pay by the hour from Monday, the board said.";

/** A published issue with one forecast and one commitment that are due, and a page that settles the forecast. */
async function publishDue(database: PrismaClient, mark: string) {
  const claims = [
    { id: crypto.randomUUID(), text: `Ferries will pay by the hour ${mark}`, mode: "forecast" },
    { id: crypto.randomUUID(), text: `Every berth will have a cable ${mark}`, mode: "commitment" },
  ] as const;
  const body = doc(...claims.map(({ id, text }) => p(claimMark(id, text), ".")));
  const { id, slug, stories } = await makeIssue(database, {
    title: `Berths ${mark}`,
    sections: [{ title: "Quays", stories: [{ headline: `Berths ${mark} — by the hour`, body }] }],
  });
  const storyId = stories[0]?.id ?? "";
  for (const claim of claims) {
    const due = { outcome: "open", speaker: `Board ${mark}`, attribution: "reported" } as const;
    const horizonAt = new Date("2020-01-31T00:00:00Z");
    const told = { horizonAt, resolutionCriteria: "The board says so.", probability: 0.7 };
    await database.claim.create({ data: { ...claim, ...due, ...told, storyId } });
  }
  const source = await makeSource(database, { title: `Minutes ${mark}`, publisher: "The Quay" });
  await makeSnapshot(database, { sourceId: source.id, text: PAGE });
  await publishIssue(
    COMMAND_LINE,
    { id, override: { reason: "A test." } },
    { at: new Date("2019-12-20T07:00:00Z") },
  );
  return { slug, forecast: claims[0], commitment: claims[1] };
}

/** Presses j until the task with these words has the focus. */
async function stepTo(page: Page, words: string) {
  await page.keyboard.press("j");
  await expect(page.locator("[data-task]:focus")).toBeVisible();
  while (!(await page.locator("[data-task]:focus").innerText()).includes(words))
    await page.keyboard.press("j");
}

test("a due forecast is settled by keyboard with its evidence, and another taken up as a story by mouse", async ({
  signInAs,
  database,
}) => {
  test.setTimeout(150_000);
  const mark = `zf${crypto.randomUUID().slice(0, 6)}`;
  const { slug, forecast, commitment } = await publishDue(database, mark);
  await makeIssue(database, { title: `Next ${mark}`, week: { from: "1999-01-01", to: "1999-01-07" } });
  const { page } = await signInAs("editor");
  await page.goto("/desk/tasks");
  const due = page.getByRole("list", { name: "Due", exact: true });
  const card = (words: string) => due.getByRole("listitem").filter({ hasText: words });
  await expect(card(mark)).toHaveCount(2);
  await expectAccessible(page, "tasks with due forecasts");

  await stepTo(page, forecast.text);
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "How did it come out?" });
  await expect(dialog.getByRole("radio", { name: "came true", exact: true })).toBeFocused();
  await page.keyboard.press("Space");
  await tabTo(page, dialog.getByRole("textbox", { name: "What happened" }));
  await page.keyboard.type("Ferries have paid by the hour since January.");
  await tabTo(page, dialog.getByLabel("On which day"));
  await page.keyboard.type("01302020");
  await expect(dialog.getByLabel("On which day")).toHaveValue("2020-01-30");
  await tabTo(page, dialog.getByRole("button", { name: "Add the evidence" }));
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(`Minutes ${mark}`);
  await expect(dialog.getByRole("option", { name: new RegExp(`Minutes ${mark}`) })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox", { name: "Its words" })).toBeFocused();
  await dialog.getByRole("button", { name: "Settle it" }).click();
  await expect(dialog.getByText("You have chosen a source but no passage.")).toBeVisible();
  await expect(dialog.getByRole("textbox", { name: "Its words" })).toBeFocused();
  await page.keyboard.type("Ferries pay by the day from Monday");
  await page.keyboard.press("Control+Enter");
  await expect(dialog.getByText(/These words are not on the page|are the page’s own/)).toBeVisible();
  await expectAccessible(page, "settling a forecast");
  const words = dialog.getByRole("textbox", { name: "Its words" });
  if (await words.isVisible()) {
    await words.fill(SETTLING);
    await page.keyboard.press("Control+Enter");
  }
  await expect(dialog.getByRole("list", { name: "Passages" })).toContainText("Found word for word");
  await expect(dialog.getByRole("button", { name: "Add the evidence" })).toBeFocused();
  await tabTo(page, dialog.getByRole("button", { name: "Settle it" }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(card(mark)).toHaveCount(1);
  await expect(page.locator("[data-task]:focus")).toBeVisible();

  await card(commitment.text).getByRole("button", { name: "Take up…" }).click();
  const takeUp = page.getByRole("dialog", { name: "Take it up as a story" });
  await takeUp.getByLabel("Where").selectOption(`Next ${mark}`);
  await takeUp.getByRole("button", { name: "Begin the story" }).click();
  await expect(card(commitment.text)).toContainText(`taken up in Next ${mark}`);
  await card(commitment.text)
    .getByRole("link", { name: `Berths ${mark}` })
    .last()
    .click();
  await expect(page.getByText(`Takes up what Board ${mark} foretold or promised`)).toBeVisible();
  await expect(page.locator("blockquote").filter({ hasText: commitment.text })).toContainText(
    "20 December 2019",
  );

  await page.goto(`/ledger?speaker=${encodeURIComponent(`Board ${mark}`)}&state=yes`);
  const entry = page.getByRole("listitem").filter({ hasText: forecast.text });
  await expect(entry).toContainText("came true");
  await expect(entry).toContainText("Ferries have paid by the hour since January.");
  await expectAccessible(page, "the ledger with what was settled");
  await entry.getByRole("link", { name: new RegExp(`Minutes ${mark}`) }).click();
  await expect(page.locator("mark")).toHaveText(SETTLING);
  await page.goto(`/issues/${slug}`);
  await page.getByRole("button", { name: /came true/ }).click();
  await expect(page.getByRole("note").filter({ visible: true })).toContainText(
    "Came true on 30 January 2020.",
  );
});
