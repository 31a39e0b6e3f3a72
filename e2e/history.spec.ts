import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { saveIssue } from "@/lib/issues/save";
import type { Actor } from "@/lib/policy";
import { doc, heading, list, p, table } from "@/lib/rich-text/test-words";
import { saveStory } from "@/lib/stories/save";
import { makeContributor, paragraphs } from "@/prisma/factories";

const FIRST = doc(
  p("The port charges by the day, whatever a ship does meanwhile."),
  heading(3, "What it costs"),
  list("a berth", "a pilot"),
  table(["Berth", "Fee"], ["North quay", "40 euros"], ["South quay", "30 euros"]),
  p("Nothing else changes."),
);
const SECOND = doc(
  p("The port charges by the hour, whatever a ship does meanwhile."),
  heading(3, "What it costs"),
  list("a berth", "a pilot", "a tug"),
  table(["Berth", "Fee"], ["North quay", "44 euros"], ["South quay", "30 euros"]),
  p("Nothing else changes."),
);

const textOf = (page: Page) => page.getByRole("region", { name: "Text", exact: true });

/** A story of three versions by two people: the first as it was made, the second, and a third without most of it. */
async function storyWithPast(
  insertIssue: (given: object) => Promise<{ id: string; stories: { id: string }[] }>,
  authors: [Actor, Actor],
) {
  const issue = await insertIssue({
    title: `Harbours ${crypto.randomUUID().slice(0, 4)}`,
    sections: [{ title: "Fees", stories: [{ headline: "Tides — the day is the unit", body: FIRST }] }],
  });
  const id = issue.stories[0]?.id ?? "";
  const [one, two] = authors;
  await saveStory(one, { id, version: 1, headline: "Tides — the hour is the unit", body: SECOND });
  await saveStory(two, { id, version: 2, body: paragraphs("Everything went.") });
  return { issueId: issue.id, id };
}

test("versions are opened, compared, named and restored by mouse; restoring can be undone", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const people = [
    await makeContributor(database, { name: "Ines" }),
    await makeContributor(database),
  ] as const;
  const { issueId, id } = await storyWithPast(insertIssue, [...people]);
  const { page, name } = await signInAs("editor");
  await page.goto(`/desk/issues/${issueId}?part=story:${id}`);
  const panel = page.getByRole("region", { name: "Details" });
  await panel.getByRole("link", { name: /Written · Ines/ }).click();

  await expect(page.getByRole("heading", { name: "Versions", exact: true })).toBeVisible();
  const versions = page.getByRole("navigation", { name: "Versions" }).getByRole("link");
  await expect(versions).toHaveCount(3);
  const comparison = page.getByRole("region", { name: "Comparison" });
  await expect(page.getByRole("status")).toContainText("4 changes");
  await expect(comparison.locator("del")).toContainText(["day", "day", "40"]);
  await expect(comparison.locator("ins")).toContainText(["hour", "hour", "a tug", "44"]);
  await expect(textOf(page)).not.toContainText("Nothing else changes.");
  await comparison.getByRole("button", { name: "Whole text" }).click();
  await expect(textOf(page)).toContainText("Nothing else changes.");
  await comparison.getByRole("button", { name: "Next change" }).click();
  await expect(page.getByRole("status")).toContainText("Change 1 of 4");

  await comparison.getByLabel("Compare with").selectOption({ label: await currentOption(page) });
  await expect(comparison.locator("ins")).toContainText(["Everything went."]);

  await comparison.getByRole("button", { name: "Name…" }).click();
  await expectAccessible(page, "naming a version", () => expect(page.getByRole("dialog")).toBeVisible());
  await page.getByRole("dialog").getByLabel("Name").fill("With the tug");
  await page.getByRole("button", { name: "Keep the name" }).click();
  await expect(versions.filter({ hasText: "With the tug" })).toHaveCount(1);
  await expect(comparison.getByRole("heading", { name: "With the tug" })).toBeVisible();

  await comparison.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(versions).toHaveCount(4);
  await expect(versions.first()).toContainText("Brought back: With the tug");
  await expect(versions.first()).toContainText(name);
  await expect(versions.first()).toContainText("current");
  await page
    .getByRole("region", { name: /Messages/ })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(versions).toHaveCount(5);
  await expect(versions.first()).toContainText("Brought back: version 3");

  await versions.nth(1).click();
  await comparison.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(versions).toHaveCount(6);
  await page.getByRole("navigation", { name: "You are here" }).getByRole("link", { name: "Tides" }).click();
  await expect(page.getByRole("textbox", { name: "Text" })).toContainText("charges by the hour");
});

async function currentOption(page: Page): Promise<string> {
  const option = page.getByLabel("Compare with").locator("option", { hasText: "Current" });
  return (await option.textContent()) ?? "";
}

test("versions of an issue's own words are opened, compared, named and restored by keyboard; restoring can be undone", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const author = await makeContributor(database);
  const issue = await insertIssue({
    title: "Ports",
    introduction: paragraphs("It begins with water."),
    highlights: [{ text: "Fees rise.", stories: [1] }],
    sections: [{ stories: [{ headline: "Fees" }] }],
  });
  await saveIssue(author, {
    id: issue.id,
    version: 1,
    introduction: paragraphs("It begins with stone."),
    highlights: [{ text: "Fees fall.", storyIds: [] }],
  });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}/history`);
  const versions = page.getByRole("navigation", { name: "Versions" }).getByRole("link");
  await expect(versions).toHaveCount(2);
  await expect(page.getByRole("status")).toContainText("3 changes");
  await expect(page.locator("del")).toContainText(["water", "rise", "Points at: Fees"]);

  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.getByRole("status")).toContainText("Change 1 of 3");
  await expect(page.locator("[data-change]").first()).toBeFocused();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.getByRole("status")).toContainText("Change 3 of 3");

  await versions.nth(1).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toContainText("nothing stood before it");
  await page.getByLabel("Compare with").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("ins")).toContainText(["stone"]);
  await page.getByRole("button", { name: "Name…" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
  await page.keyboard.type("As it began");
  await page.keyboard.press("Enter");
  await expect(versions.nth(1)).toContainText("As it began");
  await page.getByRole("button", { name: "Restore", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(versions).toHaveCount(3);
  await expect(versions.first()).toContainText("Brought back: As it began");
  const highlights = () => database.highlight.findMany({ where: { issueId: issue.id } });
  expect((await highlights()).map(({ text }) => text)).toEqual(["Fees rise."]);

  // The toast's button is reached by the keys that sonner and the browser have.
  const undo = page.getByRole("region", { name: /Messages/ }).getByRole("button", { name: "Undo" });
  await undo.focus();
  await page.keyboard.press("Enter");
  await expect(versions).toHaveCount(4);
  expect((await highlights()).map(({ text }) => text)).toEqual(["Fees fall."]);
});

test("restoring what somebody saved over meanwhile is refused in words, and looked at again", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const people = [await makeContributor(database), await makeContributor(database)] as const;
  const { id } = await storyWithPast(insertIssue, [...people]);
  const { page } = await signInAs("editor");
  await page.goto(`/desk/stories/${id}/history`);
  const versions = page.getByRole("navigation", { name: "Versions" }).getByRole("link");
  await versions.nth(2).click();
  await expect(page.getByRole("button", { name: "Restore", exact: true })).toBeVisible();
  await saveStory(people[0], { id, version: 3, headline: "Written meanwhile" });
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(page.getByText(/Nothing was restored\. Someone else changed this story/)).toBeVisible();
  await page.getByRole("button", { name: "Look again" }).click();
  await expect(versions).toHaveCount(4);
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(versions).toHaveCount(5);
});

test("versions are told apart without colour and by assistive technology, and a contributor reads only", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const people = [
    await makeContributor(database, { name: "Ines" }),
    await makeContributor(database),
  ] as const;
  const { issueId, id } = await storyWithPast(insertIssue, [...people]);
  const { page } = await signInAs("contributor");
  await page.goto(`/desk/stories/${id}/history`);
  await page.getByRole("navigation", { name: "Versions" }).getByRole("link").nth(1).click();
  await expect(page.locator("ins").first()).toHaveCSS("text-decoration-line", "underline");
  await expect(page.locator("del").first()).toHaveCSS("text-decoration-line", "line-through");
  await expect(page.getByRole("button", { name: "Restore", exact: true })).toBeHidden();
  await expectAccessible(page, "versions of a story");
  await page.getByRole("button", { name: "Whole text" }).click();
  await expectAccessible(page, "versions of a story, whole text");
  await page.setViewportSize({ width: 320, height: 800 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(await overflow()).toBe(false);
  await page.goto(`/desk/issues/${issueId}/history`);
  await expect(page.getByRole("status")).toContainText("nothing stood before it");
  await expectAccessible(page, "versions of an issue nobody changed");
  await page.goto(`/desk/stories/${id}/history?version=${issueId}`);
  await expect(page.getByText("The address may be mistyped")).toBeVisible();
});
