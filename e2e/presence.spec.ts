import type { Locator, Page } from "@playwright/test";
import { axeFaults, expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { tabTo } from "@/e2e/tab-to";
import { paragraphs } from "@/prisma/factories";

const SECTIONS = [
  {
    title: "North",
    stories: [
      {
        headline: "Alder",
        body: paragraphs("First words.", "Second words.", "Third words.", "Fourth words.", "Fifth words."),
      },
      { headline: "Birch", body: paragraphs("Of the birch.") },
    ],
  },
];

const textOf = (page: Page, subject: string) => storyOn(page, subject).getByRole("textbox", { name: "Text" });
const savedOn = (page: Page, subject: string) => storyOn(page, subject).getByText(/^Saved/);
/** Puts the caret at the end of the paragraph and types. */
async function writeIn(text: Locator, paragraph: string, words: string): Promise<void> {
  await text.getByText(paragraph).click();
  await text.page().keyboard.press("End");
  await text.page().keyboard.type(words);
}

test("two people see each other before they type; what one writes comes to the other's page", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Together", sections: SECTIONS });
  const [ana, jo] = await Promise.all([signInAs("editor"), signInAs("editor")]);
  for (const { page } of [ana, jo]) {
    await page.goto(`/desk/issues/${issue.id}`);
    await expect(textOf(page, "Alder")).toBeVisible();
  }
  const here = jo.page.getByRole("list", { name: "Also here" });
  await expect(here).toContainText(ana.name);
  await textOf(ana.page, "Alder").click();
  await expect(storyOn(jo.page, "Alder").getByText(`${ana.name} is writing here`)).toBeVisible();
  const order = jo.page.getByRole("navigation", { name: "Running order" });
  await expect(order.getByRole("link", { name: /Alder/ })).toContainText(`${ana.name} is writing here`);

  await writeIn(textOf(jo.page, "Birch"), "Of the birch.", " By Jo.");
  await writeIn(textOf(ana.page, "Alder"), "First words.", " By Ana.");
  await expect(textOf(jo.page, "Alder")).toContainText("First words. By Ana.");
  await expect(textOf(ana.page, "Birch")).toContainText("Of the birch. By Jo.");
  for (const { page } of [ana, jo])
    await expect(page.getByRole("region", { name: "Two versions" })).toHaveCount(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await jo.page.emulateMedia({ colorScheme });
    expect(await axeFaults(jo.page)).toEqual([]);
  }
  await ana.page.close();
  await expect(here).toHaveCount(0);
});

test("in one story different paragraphs merge while both are being typed, and the caret stays", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Merging", sections: SECTIONS });
  const [{ page: one }, { page: two }] = await Promise.all([signInAs("editor"), signInAs("editor")]);
  for (const page of [one, two]) {
    await page.goto(`/desk/issues/${issue.id}`);
    await expect(textOf(page, "Alder")).toBeVisible();
  }
  await Promise.all([
    writeIn(textOf(one, "Alder"), "First words.", " By one, and by one alone."),
    writeIn(textOf(two, "Alder"), "Third words.", " By two, and by two alone."),
  ]);
  for (const page of [one, two]) {
    await expect(textOf(page, "Alder")).toContainText("First words. By one, and by one alone.");
    await expect(textOf(page, "Alder")).toContainText("Third words. By two, and by two alone.");
  }
  await two.keyboard.type(" Still here.");
  await expect(textOf(one, "Alder")).toContainText("by two alone. Still here.");
  const story = () => database.story.findUniqueOrThrow({ where: { id: issue.stories[0]?.id ?? "" } });
  await expect.poll(async () => JSON.stringify((await story()).body)).toContain("Still here.");
  expect(JSON.stringify((await story()).body)).toContain("by one alone.");
});

/** Both write in the first four paragraphs while neither hears of the other; then the first has four places at issue. */
async function atOdds(one: Page, two: Page, address: string): Promise<Locator> {
  for (const page of [one, two]) {
    await page.route("**/api/desk/events*", (route) => route.abort());
    await page.goto(address);
    await expect(textOf(page, "Alder")).toBeVisible();
  }
  const places = ["First", "Second", "Third", "Fourth"];
  for (const place of places) await writeIn(textOf(two, "Alder"), `${place} words.`, ` Theirs ${place}.`);
  await writeIn(textOf(two, "Alder"), "Fifth words.", " Theirs alone.");
  await storyOn(two, "Alder").getByRole("textbox", { name: "Headline" }).fill("Alder, by them");
  await expect(savedOn(two, "Alder")).toBeVisible();
  await one.context().setOffline(true);
  for (const place of places) await writeIn(textOf(one, "Alder"), `${place} words.`, ` Mine ${place}.`);
  await one.context().setOffline(false);
  const versions = storyOn(one, "Alder").getByRole("region", { name: "Two versions" });
  await expect(versions.getByRole("button", { name: "Keep both" })).toHaveCount(places.length);
  return versions;
}

test("the same paragraphs show both versions, place by place, decided by mouse and by keyboard; the rest merges", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "At odds", sections: SECTIONS });
  const [{ page: one }, { page: two }] = await Promise.all([signInAs("editor"), signInAs("editor")]);
  const versions = await atOdds(one, two, `/desk/issues/${issue.id}`);
  const story = storyOn(one, "Alder");
  await expect(versions.locator("ins")).toHaveText(
    ["First", "Second", "Third", "Fourth"].flatMap((place) => [
      new RegExp(`Theirs ${place}`),
      new RegExp(`Mine ${place}`),
    ]),
  );
  await expect(textOf(one, "Alder")).toContainText("Fifth words. Theirs alone.");
  await expect(story.getByRole("textbox", { name: "Headline" })).toHaveValue("Alder, by them");
  await expectAccessible(one, "two versions");
  await one
    .getByRole("button", { name: /Go to both versions$/ })
    .first()
    .press("Enter");
  await expect(versions.locator("button:focus")).toHaveCount(1);
  await versions.getByRole("button", { name: "Take theirs" }).first().click();
  await expect(versions.getByRole("button", { name: "Keep both" })).toHaveCount(3);
  await versions.getByRole("button", { name: "Keep both" }).last().click();
  await expect(versions.getByRole("button", { name: "Keep both" })).toHaveCount(2);

  // By keyboard: back from the headline come the buttons of the last place; the middle one keeps mine.
  await story.getByRole("textbox", { name: "Headline" }).focus();
  await tabTo(one, versions.getByRole("button", { name: "Keep mine" }).last(), "back");
  await one.keyboard.press("Enter");
  await expect(versions.getByRole("button", { name: "Take theirs" })).toBeFocused();
  await one.keyboard.press("Tab");
  await one.keyboard.press("Space");
  await expect(versions).toHaveCount(0);
  await expect(textOf(one, "Alder")).toBeFocused();

  const aside = one.getByText("Your version of “Text”, set aside");
  await aside.click();
  await one.getByRole("button", { name: "Discard" }).click();
  await expect(aside).toHaveCount(0);
  await expect(savedOn(one, "Alder")).toBeVisible();
  await two.reload();
  const words = ["Theirs First", "Mine Second", "Mine Third", "Theirs Fourth", "Mine Fourth"];
  for (const sentence of words) await expect(textOf(two, "Alder")).toContainText(sentence);
  await expect(textOf(two, "Alder")).not.toContainText(/Mine First|Theirs Second|Theirs Third/);
});

test("one person in two windows of one story does not conflict with themselves", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Two windows", sections: SECTIONS });
  const { page: one } = await signInAs("editor");
  const two = await one.context().newPage();
  for (const page of [one, two]) {
    await page.goto(`/desk/issues/${issue.id}`);
    await expect(textOf(page, "Alder")).toBeVisible();
  }
  for (const [turn, page] of [one, two, one, two].entries()) {
    await page.bringToFront();
    await writeIn(textOf(page, "Alder"), "First words.", ` Turn ${turn}.`);
    const other = page === one ? two : one;
    await expect(textOf(other, "Alder")).toContainText(`Turn ${turn}.`);
  }
  await expect(textOf(one, "Alder")).toContainText("First words. Turn 0. Turn 1. Turn 2. Turn 3.");
  for (const page of [one, two])
    await expect(page.getByRole("region", { name: "Two versions" })).toHaveCount(0);
});
