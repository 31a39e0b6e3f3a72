import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { rowOf, savedPlaces } from "@/e2e/running-order";
import { makeStory } from "@/prisma/factories";

const suffix = () => crypto.randomUUID().slice(0, 6);
const message = (page: Page) => page.getByRole("region", { name: /Messages/ });

/** An issue far in the future, so that the one after it is the one of this test. */
function future(mark: string, week: string, headlines: string[]) {
  const from = new Date(`${week}T00:00:00Z`);
  const to = new Date(from.getTime() + 6 * 86_400_000).toISOString().slice(0, 10);
  return {
    title: `Week ${week} ${mark}`,
    week: { from: week, to },
    sections: [{ title: "Ports", stories: headlines.map((headline) => ({ headline })) }],
  };
}

/** A week that no other test has. */
function ownWeek(): string {
  const days = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  return new Date(Date.UTC(2100, 0, 1) + (days % 30_000) * 86_400_000).toISOString().slice(0, 10);
}

test("several waiting stories are found, selected and moved to an issue, by mouse and by keyboard", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const mark = suffix();
  const issue = await insertIssue({ title: `Home ${mark}`, sections: [{ title: "Ports" }] });
  for (const name of ["Alder", "Birch", "Cedar"]) await makeStory(database, { headline: `${name} ${mark}` });
  const { page } = await signInAs("editor");
  await page.goto("/desk/backlog");
  const rows = page.getByRole("list", { name: "Waiting stories" }).getByRole("listitem");
  const choose = async () => {
    await page.getByLabel("Issue", { exact: true }).selectOption({ label: `Home ${mark}` });
    await expect(page.getByLabel("Section")).toHaveValue(issue.sections[0]?.id ?? "");
  };
  await page.getByRole("searchbox", { name: "Filter by headline or author" }).fill(mark);
  await page.getByLabel("Sort").selectOption({ label: "By headline" });
  await expect(rows).toHaveCount(3);
  await page.getByRole("checkbox", { name: `Select Alder ${mark}` }).click();
  await page.getByRole("checkbox", { name: `Select Cedar ${mark}` }).click();
  await expectAccessible(page, "backlog, two selected");
  await page.getByRole("button", { name: "Move to issue…" }).click();
  await choose();
  await page.getByRole("button", { name: "Move there" }).click();
  await expect(rows).toHaveCount(1);
  const saved = () => savedPlaces(database, issue.id);
  await expect.poll(saved).toEqual([`Alder ${mark}`, `Cedar ${mark}`]);
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(saved).toEqual([]);
  await expect(rows).toHaveCount(3);

  await page.getByRole("checkbox", { name: "Select all" }).press("Space");
  await expect(page.getByText("3 selected")).toBeVisible();
  await page.getByRole("button", { name: "Move to issue…" }).press("Enter");
  await choose();
  await page.getByLabel("Section").press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(saved).toEqual([`Alder ${mark}`, `Birch ${mark}`, `Cedar ${mark}`]);
});

test("stories are carried over to next week and come back: one from its menu by mouse, the rest by keyboard", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const mark = suffix();
  const week = ownWeek();
  const issue = await insertIssue(future(mark, week, [`Alder ${mark}`, `Birch ${mark}`, `Cedar ${mark}`]));
  const after = new Date(Date.parse(week) + 7 * 86_400_000).toISOString().slice(0, 10);
  const next = await insertIssue(future(mark, after, [`Elm ${mark}`]));
  const here = () => savedPlaces(database, issue.id);
  const there = () => savedPlaces(database, next.id);
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  await expect(rowOf(page, 3)).toBeVisible();
  await rowOf(page, 1).hover();
  await page.getByRole("button", { name: `Actions for Alder ${mark}` }).click();
  await page.getByRole("menuitem", { name: "Carry over to next week" }).click();
  await expect.poll(there).toEqual([`Elm ${mark}`, `Alder ${mark}`]);
  await expect.poll(here).toEqual([`Birch ${mark}`, `Cedar ${mark}`]);
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(here).toEqual([`Alder ${mark}`, `Birch ${mark}`, `Cedar ${mark}`]);
  await expect(rowOf(page, 3)).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("carry stories");
  await page.getByRole("option", { name: "Carry stories over to next week…" }).waitFor();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Carry over to next week" });
  await dialog.getByRole("checkbox", { name: `Birch ${mark}` }).press("Space");
  await expectAccessible(page, "carrying over");
  await dialog.getByRole("button", { name: "Carry over 2 stories" }).press("Enter");
  await expect.poll(there).toEqual([`Elm ${mark}`, `Alder ${mark}`, `Cedar ${mark}`]);
  await expect.poll(here).toEqual([`Birch ${mark}`]);
});

test("a story follows up a published one, picked and begun by mouse and by keyboard, and leads its readers there", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  // Many steps, one after the other.
  test.slow();
  const mark = suffix();
  const earlier = await insertIssue(future(mark, ownWeek(), [`Berths ${mark} — by the hour`]));
  const waiting = await makeStory(database, { headline: `Later ${mark}` });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${earlier.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Publish/ })
    .click();
  await expect(page.getByRole("dialog", { name: "It is published" })).toBeVisible();

  await page.goto(`/desk/stories/${waiting.id}`);
  await page.getByRole("button", { name: "Follows up…" }).press("Enter");
  const picker = page.getByRole("dialog", { name: "Which story does it follow up?" });
  await page.keyboard.type(`hour ${mark}`);
  await expect(picker.getByRole("option")).toHaveCount(1);
  await expectAccessible(page, "picking an earlier story");
  await page.keyboard.press("Enter");
  const details = page.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("link", { name: `“Berths ${mark} — by the hour”` })).toBeVisible();
  await details.getByRole("button", { name: "Clear" }).click();
  await expect(details).toContainText("It follows up no earlier story.");
  await message(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(details).toContainText(`Follows up “Berths ${mark}`);
  // By mouse, after it was let go by keyboard.
  await details.getByRole("button", { name: "Clear" }).press("Enter");
  await expect(details).toContainText("It follows up no earlier story.");
  await details.getByRole("button", { name: "Follows up…" }).click();
  await picker.getByRole("combobox").fill(mark);
  await picker.getByRole("option").click();
  await expect(details).toContainText(`Follows up “Berths ${mark}`);

  const issue = await insertIssue({ title: `Next ${mark}`, sections: [{ title: "Ports" }] });
  const place = { sectionId: issue.sections[0]?.id ?? "", position: 1 };
  await database.story.update({ where: { id: waiting.id }, data: place });
  await page.goto(`/desk/issues/${issue.id}/preview`);
  const published = await database.issue.findUniqueOrThrow({ where: { id: earlier.id } });
  const link = page.frameLocator("iframe").getByRole("link", { name: `“Berths ${mark} — by the hour”` });
  await expect(link).toHaveAttribute("href", `/issues/${published.slug}#${earlier.stories[0]?.anchor}`);

  // From the earlier story itself: one more begun in the backlog, by keyboard and by mouse.
  const begun = () => database.story.count({ where: { followsId: earlier.stories[0]?.id ?? "" } });
  for (const [hand, count] of [
    ["keyboard", 2],
    ["mouse", 3],
  ] as const) {
    await page.goto(`/desk/issues/${earlier.id}?part=story:${earlier.stories[0]?.id}`);
    const begin = page.getByRole("button", { name: "Follow this up in the backlog" });
    if (hand === "mouse") await begin.click();
    else await begin.press("Enter");
    await expect(page).toHaveURL(/\/desk\/stories\//);
    await expect(details).toContainText(`Follows up “Berths ${mark}`);
    expect(await begun()).toBe(count);
  }

  // And in next week's issue, which is made for the first of them: from the story's menu, and by the palette.
  const here = `/desk/issues/${earlier.id}?part=story:${earlier.stories[0]?.id}`;
  for (const [hand, count] of [
    ["mouse", 4],
    ["keyboard", 5],
  ] as const) {
    await page.goto(here);
    await expect(page.getByRole("button", { name: "Follow this up in the backlog" })).toBeVisible();
    if (hand === "mouse") {
      await rowOf(page, 1).hover();
      await page.getByRole("button", { name: `Actions for Berths ${mark}` }).click();
      await page.getByRole("menuitem", { name: "Follow up in next week’s issue" }).click();
    } else {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("follow up in next");
      await page.getByRole("option", { name: "Follow up in next week’s issue: this story" }).waitFor();
      await page.keyboard.press("Enter");
    }
    await expect(message(page)).toContainText(`“Berths ${mark}” is followed up in`);
    expect(await begun()).toBe(count);
    const open = message(page).getByRole("button", { name: "Open it" });
    if (hand === "mouse") await open.click();
    else await open.press("Enter");
    await expect(page).not.toHaveURL(new RegExp(earlier.id));
    await expect(page.getByRole("region", { name: "Details" })).toContainText(`Follows up “Berths ${mark}`);
  }
});
