import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { rowOf as orderRow, savedPlaces } from "@/e2e/running-order";
import { trashIssue } from "@/lib/issues/commands";
import { removeStory } from "@/lib/stories/commands";
import { makeStory, paragraphs } from "@/prisma/factories";

const suffix = () => crypto.randomUUID().slice(0, 6);
const rowOf = (page: Page, words: string) =>
  page.getByRole("list", { name: "In the trash" }).getByRole("listitem").filter({ hasText: words });

/** Whether React has taken the element over: a key pressed sooner is pressed on the server's HTML. */
const isAwake = (element: Locator) =>
  element.evaluate((node) => Object.keys(node).some((key) => key.startsWith("__reactProps")));

test("a story and an issue are removed and restored by mouse", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const [alder, woods] = [`Alder ${suffix()}`, `Woods ${suffix()}`];
  const issue = await insertIssue({
    title: woods,
    sections: [{ title: "North", stories: [{ headline: alder }, { headline: "Birch" }] }],
  });
  const { page, name, contributorId } = await signInAs("editor");
  const editor = { id: contributorId, role: "editor", name } as const;
  await page.goto(`/desk/issues/${issue.id}`);
  await orderRow(page, 1).hover();
  await page.getByRole("button", { name: `Actions for ${alder}` }).click();
  await page.getByRole("menuitem", { name: "Remove story" }).click();
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(["Birch"]);

  await page.goto("/desk");
  await page.getByRole("link", { name: "Trash" }).click();
  await expect(rowOf(page, alder)).toContainText(`Removed by ${name}`);
  await expect(rowOf(page, alder)).toContainText(`From ${woods}, North. Goes back to its end`);
  await rowOf(page, alder).getByRole("button", { name: "Restore" }).click();
  await expect(rowOf(page, alder)).toHaveCount(0);
  await expect(page.getByText(`is back in ${woods}, North`)).toBeVisible();
  expect(await savedPlaces(database, issue.id)).toEqual(["Birch", alder]);
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(storyOn(page, alder)).toBeInViewport();

  await page.goto("/desk");
  await page.getByRole("button", { name: `Actions for ${woods}` }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page
    .getByRole("region", { name: /Messages/ })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(page.getByRole("link", { name: woods })).toBeVisible();
  await trashIssue(editor, { id: issue.id });
  await page.goto("/desk/trash");
  await expect(rowOf(page, woods)).toContainText("Comes back with its sections and 2 stories");
  await rowOf(page, woods).getByRole("button", { name: "Restore" }).click();
  await expect(rowOf(page, woods)).toHaveCount(0);
  expect(await savedPlaces(database, issue.id)).toEqual(["Birch", alder]);
});

test("a story and an issue are removed and restored by keyboard, reached from the menu, searched for among many", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const woods = `Fields ${suffix()}`;
  const issue = await insertIssue({
    title: woods,
    sections: [{ title: "Only", stories: [{ headline: "Rye" }] }],
  });
  const { page, name, contributorId } = await signInAs("editor");
  const editor = { id: contributorId, role: "editor", name } as const;
  const rare = `Spelt ${suffix()}`;
  for (const headline of ["Oats", "Barley", "Wheat", "Millet", rare]) {
    const { id } = await makeStory(database, { headline, body: paragraphs(`About ${headline}.`) });
    await removeStory(editor, { id });
  }
  await page.goto(`/desk/issues/${issue.id}`);
  await page.getByRole("button", { name: "Actions for Rye" }).press("Enter");
  await page.getByRole("menuitem", { name: "Remove story" }).press("Enter");
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual([]);
  await page
    .getByRole("region", { name: /Messages/ })
    .getByRole("button", { name: "Undo" })
    .press("Enter");
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(["Rye"]);
  await page.goto("/desk");
  await page.getByRole("button", { name: `Actions for ${woods}` }).press("Enter");
  await page.getByRole("menuitem", { name: "Remove" }).press("Enter");
  await expect(page.getByRole("link", { name: woods })).toHaveCount(0);
  const menu = page.getByRole("button", { name: /account and sign out/ });
  await expect.poll(() => isAwake(menu)).toBe(true);
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Account" })).toBeFocused();
  await page.keyboard.type("tr");
  await expect(page.getByRole("menuitem", { name: "Trash" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Trash" })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search the trash" }).focus();
  await page.keyboard.type(rare);
  await expect(page.getByRole("status")).toContainText("1 of");
  await page.keyboard.press("Tab");
  await expect(rowOf(page, rare).getByRole("button", { name: "Restore" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("is back in the backlog")).toBeVisible();
  await expect(page.getByText("Nothing here has these words.")).toBeVisible();
  await page.getByRole("button", { name: "Show everything" }).focus();
  await page.keyboard.press("Enter");
  await rowOf(page, woods).getByRole("button", { name: "Restore" }).focus();
  await page.keyboard.press("Enter");
  await expect(rowOf(page, woods)).toHaveCount(0);
  await expect(page.getByRole("list", { name: "In the trash" })).toBeFocused();
  expect(await savedPlaces(database, issue.id)).toEqual(["Rye"]);
});

test("only an admin erases for good, and types the name of what goes", async ({ signInAs, database }) => {
  const { page, name, contributorId } = await signInAs("admin");
  const headline = `Elm ${suffix()} — felled`;
  const { id } = await makeStory(database, { headline });
  await removeStory({ id: contributorId, role: "admin", name }, { id });
  await page.goto("/desk/trash");
  await expectAccessible(page, "the trash");
  const erase = rowOf(page, headline).getByRole("button", { name: /^Erase/ });
  await erase.click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill("Another");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await expect(dialog.getByText("Type the name as it stands above.")).toBeVisible();
  await expectAccessible(page, "erasing for good, another name typed");
  expect(await database.story.count({ where: { id } })).toBe(1);

  await page.keyboard.press("Escape");
  await erase.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("textbox")).toBeFocused();
  await page.keyboard.type(headline);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/is erased/)).toBeVisible();
  await expect(rowOf(page, headline)).toHaveCount(0);
  expect(await database.story.count({ where: { id } })).toBe(0);
});

test("a contributor restores only their own stories", async ({ signInAs, database }) => {
  const { page, name, contributorId } = await signInAs("contributor");
  const [own, other] = [`Mine ${suffix()}`, `Yours ${suffix()}`];
  const admin = { id: null, role: "admin", name } as const;
  for (const [headline, authorId] of [
    [own, contributorId],
    [other, null],
  ] as const) {
    const { id } = await makeStory(database, { headline, authorId });
    await removeStory(admin, { id });
  }
  await page.goto("/desk/trash");
  await expect(rowOf(page, other)).toContainText("An editor can restore it");
  await expect(rowOf(page, other).getByRole("button")).toHaveCount(0);
  await rowOf(page, own).getByRole("button", { name: "Restore" }).click();
  await expect(page.getByText("is back in the backlog")).toBeVisible();
});
