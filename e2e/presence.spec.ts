import type { Locator, Page } from "@playwright/test";
import { axeFaults, expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { paragraphs } from "@/prisma/factories";

const SECTIONS = [
  {
    title: "North",
    stories: [
      { headline: "Alder", body: paragraphs("First words.", "Second words.", "Third words.") },
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

/** Both write in the first two paragraphs while neither hears of the other; then the first has two places at issue. */
async function atOdds(one: Page, two: Page, address: string): Promise<Locator> {
  for (const page of [one, two]) {
    await page.route("**/api/desk/events*", (route) => route.abort());
    await page.goto(address);
    await expect(textOf(page, "Alder")).toBeVisible();
  }
  await writeIn(textOf(two, "Alder"), "First words.", " Theirs first.");
  await writeIn(textOf(two, "Alder"), "Second words.", " Theirs second.");
  await writeIn(textOf(two, "Alder"), "Third words.", " Theirs third.");
  await expect(savedOn(two, "Alder")).toBeVisible();
  await one.context().setOffline(true);
  await writeIn(textOf(one, "Alder"), "First words.", " Mine first.");
  await writeIn(textOf(one, "Alder"), "Second words.", " Mine second.");
  await one.context().setOffline(false);
  const versions = storyOn(one, "Alder").getByRole("region", { name: "Two versions" });
  await expect(versions.getByRole("button", { name: "Keep both" })).toHaveCount(2);
  return versions;
}

test("the same paragraph shows both versions, place by place, decided by mouse", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "At odds", sections: SECTIONS });
  const [{ page: one }, { page: two }] = await Promise.all([signInAs("editor"), signInAs("editor")]);
  const versions = await atOdds(one, two, `/desk/issues/${issue.id}`);
  await expect(versions.locator("ins")).toHaveText([
    /Theirs first/,
    /Mine first/,
    /Theirs second/,
    /Mine second/,
  ]);
  await expect(textOf(one, "Alder")).toContainText("Third words. Theirs third.");
  await expectAccessible(one, "two versions");
  await versions.getByRole("button", { name: "Take theirs" }).first().click();
  await expect(versions.getByRole("button", { name: "Keep both" })).toHaveCount(1);
  await versions.getByRole("button", { name: "Keep both" }).click();
  await expect(versions).toHaveCount(0);
  await expect(one.getByText("Your version of “Text”, set aside")).toBeVisible();
  await expect(savedOn(one, "Alder")).toBeVisible();
  await two.reload();
  const words = ["First words. Theirs first.", "Second words. Theirs second.", "Second words. Mine second."];
  for (const sentence of words) await expect(textOf(two, "Alder")).toContainText(sentence);
  await expect(textOf(two, "Alder")).not.toContainText("Mine first.");
});

test("the same by keyboard alone", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue({ title: "At odds again", sections: SECTIONS });
  const [{ page: one }, { page: two }] = await Promise.all([signInAs("editor"), signInAs("editor")]);
  const versions = await atOdds(one, two, `/desk/issues/${issue.id}`);
  await storyOn(one, "Alder").getByRole("textbox", { name: "Headline" }).focus();
  await one.keyboard.press("Shift+Tab");
  // Back from the headline come the buttons of the second place; the middle one keeps mine.
  await one.keyboard.press("Shift+Tab");
  await expect(versions.getByRole("button", { name: "Keep mine" }).last()).toBeFocused();
  await one.keyboard.press("Enter");
  await expect(versions.getByRole("button", { name: "Take theirs" })).toBeFocused();
  await one.keyboard.press("Tab");
  await one.keyboard.press("Space");
  await expect(versions).toHaveCount(0);
  await expect(textOf(one, "Alder")).toBeFocused();
  await expect(savedOn(one, "Alder")).toBeVisible();
  await two.reload();
  await expect(textOf(two, "Alder")).toContainText("First words. Mine first.");
  await expect(textOf(two, "Alder")).toContainText("Second words. Mine second.");
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
