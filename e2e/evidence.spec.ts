import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { test as base, expect } from "@/e2e/fixtures";
import { selectParagraph } from "@/e2e/select-paragraph";
import type { Role } from "@/lib/policy";
import { doc, p } from "@/lib/rich-text/test-words";
import { makeSnapshot } from "@/prisma/factories";

base.describe.configure({ mode: "parallel" });

const PAGE = [
  "The harbour opens a second berth",
  "From May the harbour charges ferries by the hour. “The harbour will not raise the fee of its neighbours before 2027,” said Ida Holm, who runs it.",
  "The second berth took 14 months to build and cost 31 million crowns. It may close again in winter.",
].join("\n\n");

const FACT = "The second berth cost 31 million.";
const NEARLY = "Holm says it “will not raise the fee of its neighbors before 2027”.";
const BODY = doc(p(FACT), p(NEARLY), p("It rains on the quay."));

interface Opened {
  page: Page;
  storyId: string;
  text: Locator;
  margin: Locator;
  claims: Locator;
  panel: Locator;
  /** As if these words had been selected on a source's page when it was sent; the first source being 0. */
  sent(index: number, selectedText: string): Promise<unknown>;
  /** What the database holds of the claims, oldest first. */
  kept(): Promise<{ text: string; anchored: boolean; evidence: { exact: string; matchStatus: string }[] }[]>;
}

const test = base.extend<{ openStory(role?: Role): Promise<Opened> }>({
  openStory: async ({ signInAs, insertIssue, database }, use) => {
    await use(async (role = "editor") => {
      const { page, contributorId: authorId } = await signInAs(role);
      const sources = [
        { title: "Fees of the harbour", publisher: "Harbour News" },
        { title: "Minutes", publisher: "The council", url: "https://council.example/minutes" },
      ];
      const story = { headline: "Harbour — by the hour", body: BODY, authorId, sources };
      const issue = await insertIssue({ title: "Evidence", sections: [{ stories: [story] }] });
      const storyId = issue.stories[0]?.id ?? "";
      const links = await database.storySource.findMany({
        where: { storyId },
        orderBy: { position: "asc" },
      });
      const idOf = (index: number) => links[index]?.sourceId ?? "";
      await makeSnapshot(database, { sourceId: idOf(0), text: PAGE });
      const sent = (index: number, selectedText: string) => {
        const url = `https://sent.example/${idOf(index)}`;
        const item = { externalId: url, url, canonicalUrl: url, title: "Sent" };
        const decided = { state: "taken" as const, decidedById: authorId, decidedAt: new Date() };
        const data = { ...item, ...decided, selectedText, receivedById: authorId, sourceId: idOf(index) };
        return database.inboxItem.create({ data });
      };
      await page.goto(`/desk/issues/${issue.id}?part=story:${storyId}`);
      const text = page.getByRole("textbox", { name: "Text", exact: true });
      await expect(text).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
      const kept = () =>
        database.claim.findMany({
          where: { storyId },
          orderBy: { createdAt: "asc" },
          select: {
            text: true,
            anchored: true,
            evidence: { orderBy: { position: "asc" }, select: { exact: true, matchStatus: true } },
          },
        });
      return {
        page,
        storyId,
        text,
        margin: page.getByRole("toolbar", { name: "Claims: Text" }),
        claims: page.getByRole("region", { name: "Claims" }),
        panel: page.getByRole("dialog", { name: "Evidence" }),
        sent,
        kept,
      };
    });
  },
});

const reader = (panel: Locator) => panel.getByRole("textbox", { name: /^Text of/ });

test("by keyboard only: a sentence, its source, the passage, and it is verified", async ({ openStory }) => {
  const { page, text, margin, panel, kept } = await openStory("contributor");
  await selectParagraph(page, text, 0);
  await page.keyboard.press("Control+Shift+E");
  const source = panel.getByRole("button", { name: /^Fees of the harbour/ });
  await expect(source).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("button", { name: /^Minutes/ })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(reader(panel)).toBeFocused();
  // It begins at the sentence that the claim is likeliest from; the arrows lead away and back.
  const chosen = panel.getByRole("figure", { name: "Chosen passage" });
  await expect(chosen).toContainText("The second berth took 14 months to build and cost 31 million crowns.");
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toContainText("It may close again in winter.");
  await page.keyboard.press("Shift+ArrowUp");
  await expect(chosen).toContainText("The second berth took 14 months");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The passage is verified and attached.")).toBeVisible();
  await expect(text).toBeFocused();
  await expect(margin.getByRole("button", { name: `Passage verified: ${FACT}` })).toBeVisible();
  await expect.poll(kept).toEqual([
    {
      text: FACT,
      anchored: true,
      evidence: [
        {
          exact: "The second berth took 14 months to build and cost 31 million crowns.",
          matchStatus: "verified",
        },
      ],
    },
  ]);
  await page.reload();
  await expect(margin.getByRole("button", { name: /^Passage verified/ })).toBeVisible();
});

test("Escape leaves the reader and gives the focus back; undo takes the mark back and the row stays", async ({
  openStory,
}) => {
  const { page, text, margin, panel, claims, kept } = await openStory();
  await selectParagraph(page, text, 0);
  await page.keyboard.press("Control+Shift+E");
  await expect(panel.getByRole("button", { name: /^Fees/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reader(panel)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(text).toBeFocused();
  await expect(margin.getByRole("button", { name: `No evidence: ${FACT}` })).toBeVisible();
  await expect.poll(kept).toMatchObject([{ anchored: true }]);
  await page.keyboard.press("Control+z");
  await expect(margin).toBeHidden();
  await expect.poll(kept).toEqual([{ text: FACT, anchored: false, evidence: [] }]);
  await claims.getByRole("button", { name: "All claims" }).click();
  await expect(claims).toContainText("No longer in the text");
  await text.focus();
  await page.keyboard.press("Control+Shift+z");
  await expect(margin.getByRole("button")).toHaveCount(1);
  await expect.poll(kept).toMatchObject([{ anchored: true }]);
});

test("by mouse: words, the tool over them, a sentence of the source; removed and brought back", async ({
  openStory,
}) => {
  const { page, text, margin, panel, claims, kept } = await openStory();
  await text.getByText("It rains").click({ clickCount: 3 });
  await page
    .getByRole("toolbar", { name: "Selected words: Text" })
    .getByRole("button", { name: "Evidence" })
    .click();
  await panel.getByRole("button", { name: /^Fees/ }).click();
  await panel.getByRole("textbox", { name: "Find in this text" }).fill("CLOSE again");
  await expect(panel.getByText("1 of 1")).toBeVisible();
  await reader(panel)
    .getByText("It may close")
    .click({ position: { x: 6, y: 6 } });
  await panel.getByRole("button", { name: "Attach" }).click();
  const sign = margin.getByRole("button", { name: /^Passage verified/ });
  await expect(sign).toBeVisible();
  await sign.click();
  const passage = claims.getByRole("list", { name: "Evidence" }).getByRole("listitem");
  await expect(passage.locator("mark")).toHaveText(
    "The second berth took 14 months to build and cost 31 million crowns.",
  );
  await claims.getByRole("button", { name: "Remove: Fees of the harbour" }).click();
  await expect(margin.getByRole("button", { name: /^No evidence/ })).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "is removed" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(passage).toHaveCount(1);
  await claims.getByRole("combobox", { name: /What the passage is/ }).selectOption("Contradicts it");
  await expect(margin.getByRole("button", { name: /^Contradicted/ })).toBeVisible();
  await expect.poll(kept).toMatchObject([{ evidence: [{ matchStatus: "verified" }] }]);
});

test("a quotation that is nearly the same is found, signed, and signed no more once its words change", async ({
  openStory,
}) => {
  const { page, text, margin, panel, claims } = await openStory();
  await selectParagraph(page, text, 1);
  await page.keyboard.press("Control+Shift+E");
  await expect(panel.getByText("Found nearly the same.")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Fees.*nearly has these words/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reader(panel)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nearly the same: look at the difference and sign.")).toBeVisible();
  const sign = margin.getByRole("button", { name: /^Nearly the same, to be signed/ });
  await expect(sign).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(sign).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(claims.locator("ins")).toContainText("neighbours");
  await claims.getByRole("button", { name: /^Sign/ }).press("Enter");
  await expect(margin.getByRole("button", { name: /^Nearly the same, signed by editor/ })).toBeVisible();
  await text.getByText("neighbors").click();
  await page.keyboard.press("End");
  // The browser moves the caret, and tells the editor a moment later.
  await expect(page.getByRole("toolbar", { name: "Selected words: Text" })).toBeHidden();
  for (let left = 0; left < 3; left += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("6");
  await expect(margin.getByRole("button", { name: /^Quotation not found/ })).toBeVisible();
});

test("a pasted quotation is found in the story's sources", async ({ openStory }) => {
  const { page, text, margin, panel } = await openStory();
  await selectParagraph(page, text, 2);
  await page.keyboard.press("Control+Shift+E");
  const find = panel.getByRole("textbox", { name: "Find a quotation in these sources" });
  await find.fill("It never rains in the harbour of anybody");
  await expect(panel.getByText("These words stand in none of the texts below.")).toBeVisible();
  await find.fill("It may close once more in winter.");
  await expect(panel.getByText("Not there word for word.")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^Fees/ }).getByRole("deletion").first()).toContainText(
    "once",
  );
  await find.fill('"charges  ferries by the hour"');
  await expect(panel.getByText("Found word for word.")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("figure", { name: "Chosen passage" })).toContainText(
    "charges ferries by the hour",
  );
  await expect(reader(panel)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(margin.getByRole("button", { name: /^Passage verified/ })).toBeVisible();
});

test("what was selected on a page when it was sent is a step away; of an unread one it is typed by hand", async ({
  openStory,
}) => {
  const { page, text, margin, panel, sent } = await openStory();
  await sent(0, "It may close  again\nin winter.");
  await sent(1, "The council noted that it rained.");
  await selectParagraph(page, text, 2);
  await page.keyboard.press("Control+Shift+E");
  await panel.getByRole("button", { name: /^Fees/ }).press("ArrowDown");
  await expect(panel.getByRole("button", { name: /^The passage you sent of Fees/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(reader(panel)).toBeFocused();
  const chosen = panel.getByRole("figure", { name: "Chosen passage" });
  await expect(chosen).toHaveText("It may close again in winter.");
  await panel.getByRole("button", { name: "Other sources" }).click();
  await panel.getByRole("button", { name: /^The passage you sent of Minutes/ }).click();
  const typed = panel.getByRole("textbox", { name: /^The passage, as/ });
  await expect(typed).toBeFocused();
  await expect(typed).toHaveValue("The council noted that it rained.");
  await typed.fill("");
  await panel.getByRole("button", { name: "Other sources" }).click();
  await panel.getByRole("button", { name: /^Minutes.*Nobody has read it yet/ }).click();
  await page.keyboard.type("The council noted that it rained on the quay.");
  await panel.getByRole("button", { name: "Use this text" }).click();
  await expect(reader(panel)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(margin.getByRole("button", { name: /^Evidence/ })).toBeVisible();
});

test("what a claim is can be said beside it, and a statement waits for its speaker", async ({
  openStory,
  database,
}) => {
  const { page, storyId, text, panel, claims } = await openStory();
  await selectParagraph(page, text, 0);
  await page.keyboard.press("Control+Shift+E");
  await expect(panel.getByRole("button", { name: /^Fees/ })).toBeFocused();
  await page.keyboard.press("Escape");
  await claims.getByText("Statement", { exact: true }).click();
  await expect(claims.getByRole("alert").first()).toHaveText("Name the speaker, and it is a statement.");
  await claims.getByLabel("Speaker").fill("Ida Holm");
  await page.keyboard.press("Enter");
  await expect(claims.getByRole("alert").first()).toBeEmpty();
  await claims.getByText("Forecast", { exact: true }).click();
  await claims.getByLabel("Due").fill("2027-05-01");
  await page.keyboard.press("Enter");
  const set = { storyId, text: FACT, speaker: "Ida Holm", horizonAt: { not: null } };
  await expect.poll(() => database.claim.count({ where: set })).toBe(1);
  await page.reload();
  await claims.getByRole("button", { name: /^The second berth/ }).click();
  await expect(claims.getByLabel("Speaker")).toHaveValue("Ida Holm");
  await expect(claims.getByLabel("Due")).toHaveValue("2027-05-01");
});

test("everything is accessible, by day and by night, wide and narrow", async ({ openStory }) => {
  test.slow();
  const { page, text, panel, claims, margin, sent } = await openStory();
  await sent(0, "It may close again in winter.");
  await selectParagraph(page, text, 1);
  await page.keyboard.press("Control+Shift+E");
  await expect(panel.getByText("Found nearly the same.")).toBeVisible();
  await expect(panel.getByRole("button", { name: /^The passage you sent/ })).toBeVisible();
  await expectAccessible(page, "the sources");
  await panel.getByRole("button", { name: /^Fees/ }).click();
  await expect(reader(panel)).toBeVisible();
  await expectAccessible(page, "the reader");
  await panel.getByRole("button", { name: "Attach" }).click();
  await expect(panel).toBeHidden();
  await expectAccessible(page, "the claim", async (width) => {
    if (width < 500) await margin.getByRole("button").click();
    await expect(claims.getByRole("button", { name: /^Sign/ })).toBeVisible();
  });
});
