import { dropLine, Finger, handle, middleOf, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { inTheNews, LINES, linesOf } from "@/e2e/highlights";
import { FOREST, placesOf, rowOf, savedPlaces, sectionHeading, sectionsOf, TREES } from "@/e2e/running-order";
import { savedSources } from "@/e2e/saved-sources";

// Real drags take their time, more so on a machine that does other things too.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("by touch: a finger that rests lifts a story, one that moves scrolls the list", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Forest", sections: FOREST });
  const { page } = await signInAs("editor", {
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/desk/issues/${issue.id}`);
  await page.getByRole("button", { name: "Order", exact: true }).tap();
  await expect(rowOf(page, 1)).toBeVisible();
  const finger = await Finger.on(page);
  await finger.down(await pointOf(rowOf(page, 8)));
  await finger.moveTo(await pointOf(rowOf(page, 2)));
  await finger.up();
  await expect(rowOf(page, 1)).not.toBeInViewport();
  expect((await placesOf(page))[7]).toBe("Tree 8");

  await rowOf(page, 1).scrollIntoViewIfNeeded();
  await expect(rowOf(page, 4)).toBeInViewport();
  await finger.down(await pointOf(rowOf(page, 4)));
  // What hangs on the finger once it has rested long enough.
  await expect(page.locator("[data-drag-copy]")).toContainText("Tree 4");
  await finger.moveTo(await pointOf(rowOf(page, 2), 0.2));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect
    .poll(async () => (await placesOf(page)).slice(0, 4))
    .toEqual(["Tree 1", "Tree 4", "Tree 2", "Tree 3"]);
});

test("by touch: a section, a highlight and a source, each by the first finger that takes hold of it", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const titles = ["Minutes", "Tide tables", "Fees from May"];
  const sources = titles.map((title) => ({ title }));
  const issue = await insertIssue({
    title: "Trees",
    sections: [{ title: "North", stories: [{ headline: "Alder", sources }] }, ...TREES.slice(1)],
    highlights: LINES.map((text) => ({ text, stories: [1] })),
  });
  const { page } = await signInAs("editor", {
    viewport: { width: 390, height: 700 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/desk/issues/${issue.id}`);
  const finger = await Finger.on(page);
  await page.getByRole("button", { name: "Order", exact: true }).tap();
  await expect(sectionHeading(page, "South")).toBeVisible();
  await finger.down(await pointOf(sectionHeading(page, "South")));
  await expect(page.locator("[data-drag-copy]")).toContainText("South");
  await finger.moveTo(await pointOf(sectionHeading(page, "North"), 0.2));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect.poll(() => sectionsOf(page)).toEqual(["South", "North", "Clearing"]);
  await expect.poll(() => savedPlaces(database, issue.id)).toEqual(["Dogwood", "Elm", "Alder"]);

  await page.getByRole("button", { name: "Text", exact: true }).tap();
  await inTheNews(page).evaluate((part) => part.scrollIntoView({ block: "center" }));
  await finger.down(await middleOf(handle(page, "“Ferries are late.”")));
  await finger.moveTo(await pointOf(inTheNews(page).getByRole("listitem").first(), 0.1));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect
    .poll(() => linesOf(page))
    .toEqual(["Ferries are late.", "Bridges are closed.", "Canals are open."]);

  const list = page.getByRole("list", { name: "Sources" }).filter({ hasText: "Minutes" });
  await list.evaluate((part) => part.scrollIntoView({ block: "center" }));
  await finger.down(await middleOf(handle(page, "Fees from May")));
  await finger.moveTo(await pointOf(list.getByRole("listitem").first(), 0.1));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  const saved = () => savedSources(database, issue.stories[0]?.id ?? "");
  await expect.poll(saved).toEqual(["Fees from May", "Minutes", "Tide tables"]);
});
