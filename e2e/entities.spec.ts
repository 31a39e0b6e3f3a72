import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { tabTo } from "@/e2e/tab-to";
import { publishIssue } from "@/lib/editions/commands";
import { COMMAND_LINE } from "@/lib/policy";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";

/** Speakers are everybody's: those of this test have a name of their own. */
const mark = `Q${crypto.randomUUID().slice(0, 5)}`;
const [short, full] = [`Vold ${mark}`, `Ines Vold ${mark}`];

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const likely = (page: Page) => page.getByRole("list", { name: "Likely the same" });

async function expectNothingSideways(page: Page) {
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1280, height: 900 });
}

test("two spellings of one speaker become one, by keyboard and by mouse, and readers have one page of her", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  test.setTimeout(120_000);
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  const issue = await insertIssue({
    title: `Two spellings ${mark}`,
    week: { from: "2026-03-14", to: "2026-03-20" },
    sections: [
      {
        stories: [
          {
            headline: "Sleepers — sold out",
            body: doc(p(claimMark(one, "Sleepers are hotels that move"), ".")),
          },
          { headline: "Depots — full", body: doc(p(claimMark(other, "A third depot opens in May"), ".")) },
        ],
      },
    ],
  });
  const [first, second] = issue.stories.map(({ id }) => id);
  await database.claim.createMany({
    data: [
      {
        id: one,
        storyId: first ?? "",
        text: "Sleepers are hotels that move",
        speaker: short,
        attribution: "reported",
      },
      {
        ...{ id: other, storyId: second ?? "", text: "A third depot opens in May", speaker: full },
        ...{ attribution: "reported", mode: "forecast", outcome: "open", horizonAt: new Date("2027-05-31") },
      },
    ],
  });
  await publishIssue(COMMAND_LINE, { id: issue.id, override: { reason: "A test of speakers." } });

  const { page } = await signInAs("editor");
  await page.goto("/desk");
  await expect(page.getByRole("navigation", { name: "Desk" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("e");
  await expect(heading(page, "Entities")).toBeVisible();
  await page.getByRole("searchbox", { name: "Names to look for" }).fill(mark);
  await page.keyboard.press("Enter");
  const lines = page.getByRole("list", { name: "Entities" }).getByRole("listitem");
  await expect(lines).toHaveCount(2);
  await expect(page).toHaveURL(/q=Q/);
  await expectAccessible(page, "entities");
  await expectNothingSideways(page);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(lines.nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(heading(page, short)).toBeVisible();
  await expect(page.getByRole("list", { name: "Stories" })).toContainText("Sleepers are hotels that move");
  await expectAccessible(page, "an entity");
  await expectNothingSideways(page);

  await tabTo(page, likely(page).getByRole("button", { name: `Merge with ${full}…` }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Are they the same?" });
  await expect(dialog.getByRole("radio", { name: new RegExp(`^${full}`) })).toBeChecked();
  await expect(dialog.getByRole("list", { name: "What moves" })).toContainText(`becomes a name of ${full}`);
  await expectAccessible(page, "a merge");
  await tabTo(page, dialog.getByRole("button", { name: "Merge", exact: true }));
  await page.keyboard.press("Enter");
  await expect(heading(page, full)).toBeVisible();
  await expect(page.getByText("2 claims in 2 stories")).toBeVisible();
  await expect(page.getByRole("region", { name: "Merged into it" })).toContainText(short);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(heading(page, short)).toBeVisible();
  await page.getByRole("button", { name: "Merge with another…" }).click();
  await page.getByPlaceholder("Any of its names").last().fill(`ines ${mark}`);
  await page.getByRole("option", { name: new RegExp(full) }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Merge", exact: true }).click();
  await expect(heading(page, full)).toBeVisible();
  await page.getByLabel("Kind", { exact: true }).selectOption("Person");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Person · 2 claims in 2 stories")).toBeVisible();

  const { page: theirs } = await signInAs("contributor");
  await theirs.goto(page.url());
  await expect(theirs.getByRole("list", { name: "Names" })).toContainText(short);
  await expect(theirs.getByRole("button", { name: /^Merge|^Split|^Add/ })).toHaveCount(0);

  await page.getByRole("link", { name: "As readers see it" }).click();
  await expect(heading(page, full)).toBeVisible();
  await expect(page.getByText(`Also: ${short}`)).toBeVisible();
  const claims = page.getByRole("region", { name: "Claims" });
  await expect(claims).toContainText("Sleepers are hotels that move");
  await expect(claims).toContainText("due 31 May 2027");
  await expect(page.getByRole("region", { name: "Stories" }).getByRole("listitem")).toHaveCount(2);
  await page.goto(`/topics/${short.toLowerCase().replace(" ", "-")}`);
  await expect(page).toHaveURL(/\/topics\/ines-vold-q/);
});
