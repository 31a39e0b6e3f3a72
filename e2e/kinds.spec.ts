import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { test as base, expect } from "@/e2e/fixtures";
import { selectParagraph } from "@/e2e/select-paragraph";
import { kindOf } from "@/lib/claims/kind";
import { doc, p } from "@/lib/rich-text/test-words";

base.describe.configure({ mode: "parallel" });

/** A sentence for each kind, in the order of the keys. */
const SENTENCES = [
  ["Fact", "", "The second berth cost 31 million."],
  ["Statement", "◆", "Holm says that ferries pay by the hour."],
  ["Forecast", "◇", "She expects two million travellers in 2027."],
  ["Commitment", "▷", "The harbour will not raise its fee."],
  ["Quotation", "❝", "“We shall not charge our neighbours more,” she said."],
  ["Analysis", "✎", "So the fee rises where nobody is near."],
] as const;
const [, , FORECAST, , , ANALYSIS] = SENTENCES.map(([, , sentence]) => sentence);

interface Opened {
  page: Page;
  text: Locator;
  margin: Locator;
  claims: Locator;
  storyIds: string[];
  /** Every claim and analysis in the text of the first story, as the database has them. */
  standing(): Promise<Record<string, string>>;
}

const test = base.extend<{ openStory(): Promise<Opened> }>({
  openStory: async ({ signInAs, insertIssue, database }, use) => {
    await use(async () => {
      const { page, contributorId: authorId } = await signInAs("editor");
      const body = doc(...SENTENCES.map(([, , sentence]) => p(sentence)));
      const stories = [
        { headline: "Harbour — by the hour", body, authorId },
        { headline: "Quay — in the rain", body: doc(p("It rains on the quay.")), authorId },
      ];
      const issue = await insertIssue({ title: "Kinds", sections: [{ stories }] });
      const storyIds = issue.stories.map(({ id }) => id);
      const [storyId = ""] = storyIds;
      await page.goto(`/desk/issues/${issue.id}?part=story:${storyId}`);
      const story = page.locator(`[data-part="story:${storyId}"]`);
      const text = story.getByRole("textbox", { name: "Text", exact: true });
      await expect(text).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
      const standing = async () => {
        const where = { storyId, anchored: true };
        const claims = await database.claim.findMany({ where });
        const analyses = await database.analysis.findMany({ where });
        return Object.fromEntries([
          ...claims.map((claim) => [claim.text, kindOf(claim)]),
          ...analyses.map((analysis) => [analysis.text, "analysis"]),
        ]);
      };
      const margin = story.getByRole("toolbar", { name: "Claims: Text" });
      const claims = page.getByRole("region", { name: "Claims" });
      return { page, text, margin, claims, storyIds, standing };
    });
  },
});

const ALL = Object.fromEntries(SENTENCES.map(([word, , sentence]) => [sentence, word.toLowerCase()]));

async function nameSpeaker(page: Page, claims: Locator, text: Locator): Promise<void> {
  await expect(claims.getByLabel("Speaker")).toBeFocused();
  await page.keyboard.type("Ida Holm");
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
}

/** Told apart without colour: by the shapes beside the text. */
async function expectShapes(margin: Locator): Promise<void> {
  for (const [word, shape] of SENTENCES) {
    const sign = margin.getByRole("button", { name: new RegExp(`\\(${word}\\)$`) });
    await expect(sign.locator(".sign-kind")).toHaveText(shape === "" ? [] : [shape]);
  }
}

test("by keyboard: six kinds, what is known of them, gone and brought back, copied to another story", async ({
  openStory,
  database,
}) => {
  test.slow();
  const { page, text, margin, claims, storyIds, standing } = await openStory();
  for (const [index, [word]] of SENTENCES.slice(0, 5).entries()) {
    await selectParagraph(page, text, index);
    await page.keyboard.press(`Control+Shift+Digit${index + 1}`);
    if (word === "Statement") await nameSpeaker(page, claims, text);
    await expect(margin.getByRole("button", { name: `(${word})` })).toBeVisible();
  }
  await selectParagraph(page, text, 5);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("mark as analysis");
  await page.keyboard.press("Enter");
  await expect(text).toBeFocused();
  await expectShapes(margin);
  await expect.poll(standing).toEqual(ALL);

  // A forecast: arrows go through the kinds and save none of them.
  await margin.getByRole("button", { name: "(Forecast)" }).press("Enter");
  const kind = claims.getByRole("group", { name: "Kind" });
  const claim = () =>
    database.claim.findFirstOrThrow({ where: { storyId: storyIds[0] ?? "", text: FORECAST } });
  const { version } = await claim();
  await kind.getByRole("radio", { name: "Forecast" }).focus();
  for (const way of ["ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "Enter"]) await page.keyboard.press(way);
  await expect(kind.getByRole("radio", { name: "Forecast" })).toBeChecked();
  await expect(claims.locator("datalist option[value='Ida Holm']").first()).toBeAttached();
  for (const [field, words] of [
    ["Speaker", "Ida Holm"],
    ["Due", "2027-12-31"],
    ["Counts as met", "The harbour's count says so."],
    ["Odds, %", "70"],
  ] as const) {
    await claims.getByLabel(field).fill(words);
    await page.keyboard.press("Enter");
  }
  await expect.poll(claim).toMatchObject({ speaker: "Ida Holm", probability: 0.7, version: version + 4 });

  // An analysis rests on claims.
  await margin.getByRole("button", { name: "(Analysis)" }).press("Enter");
  await claims.getByRole("checkbox", { name: /31 million/ }).press("Space");
  await expect(claims.getByText("Rests on 1 claim")).toBeVisible();
  await claims.getByLabel("Against it").fill("The fee was halved last year.");
  await claims.getByLabel("Against it").press("Tab");
  const rests = {
    where: {
      storyId: storyIds[0] ?? "",
      counterargument: { not: null },
      premises: { some: {} },
      text: ANALYSIS,
    },
  };
  await expect.poll(() => database.analysis.count(rests)).toBe(1);
  await expectAccessible(page, "an analysis", async (width) => {
    const details = page.getByRole("button", { name: "Details", pressed: false });
    if (width < 768 && (await details.isVisible())) await details.click();
    await expect(claims.getByText("Rests on 1 claim")).toBeVisible();
  });
  await page.setViewportSize({ width: 1280, height: 720 });

  // Undo takes the mark back and keeps the row; it is put on words again by hand.
  await text.focus();
  await page.keyboard.press("Control+z");
  await expect(margin.getByRole("button", { name: "(Analysis)" })).toBeHidden();
  await expect.poll(standing).not.toHaveProperty([ANALYSIS ?? ""]);
  await claims.getByRole("button", { name: "All claims" }).press("Enter");
  await claims.getByRole("button", { name: new RegExp(`^${ANALYSIS}`) }).press("Enter");
  await selectParagraph(page, text, 5);
  await claims.getByRole("button", { name: "Put it on the selected words" }).press("Enter");
  await expect(margin.getByRole("button", { name: "Rests on 1 claim" })).toBeVisible();
  await expect.poll(standing).toEqual(ALL);

  // A copy in another story is a claim of that story.
  await selectParagraph(page, text, 2);
  await page.keyboard.press("Control+c");
  const other = page.locator(`[data-part="story:${storyIds[1]}"]`);
  await other.getByRole("textbox", { name: "Text", exact: true }).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+v");
  await expect(other.getByRole("button", { name: "(Forecast)" })).toBeVisible();
  const copy = { storyId: storyIds[1] ?? "", speaker: "Ida Holm", mode: "forecast", anchored: true } as const;
  await expect.poll(() => database.claim.count({ where: { ...copy, horizonAt: { not: null } } })).toBe(1);
  await selectParagraph(page, text, 0);
  await page.keyboard.press("Control+Shift+Digit9");
  await expect(margin.getByRole("button", { name: "(Fact)" })).toBeHidden();
});

test("by mouse: six kinds from the tools over the words, one turned into another and taken off", async ({
  openStory,
}) => {
  const { page, text, margin, claims, standing } = await openStory();
  for (const [word, , sentence] of SENTENCES) {
    await text.getByText(sentence).click({ clickCount: 3 });
    const floating = page.getByRole("toolbar", { name: "Selected words: Text" });
    if (word === "Forecast") {
      await page
        .getByRole("toolbar", { name: "Formatting: Text" })
        .getByRole("button", { name: "Kind" })
        .click();
      await page.getByRole("menuitem", { name: word }).click();
    } else await floating.getByRole("button", { name: `Mark as ${word.toLowerCase()}` }).click();
    if (word === "Statement") await nameSpeaker(page, claims, text);
    await expect(margin.getByRole("button", { name: `(${word})` })).toBeVisible();
  }
  await expectShapes(margin);
  await expect.poll(standing).toEqual(ALL);
  await margin.getByRole("button", { name: "(Commitment)" }).click();
  await claims.getByText("Analysis", { exact: true }).click();
  await expect(margin.getByRole("button", { name: "(Commitment)" })).toBeHidden();
  await expect.poll(standing).toMatchObject({ [SENTENCES[3][2]]: "analysis" });
  await claims.getByText("Commitment", { exact: true }).click();
  await expect.poll(standing).toEqual(ALL);
  await claims.getByRole("button", { name: "Take the mark off" }).click();
  await expect(margin.getByRole("button", { name: "(Commitment)" })).toBeHidden();
  await claims.getByText("No longer in the text").scrollIntoViewIfNeeded();
  await expect(claims.getByRole("button", { name: /^The harbour will not/ })).toBeVisible();
});
