import { drag, dropLine, Finger, handle, middleOf, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import { openOrder, savesUnanswered } from "@/e2e/running-order";
import { savedSources } from "@/e2e/saved-sources";

// Real drags take their time, more so on a machine that does other things too.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("sources by mouse, by keyboard, by menu and by touch; refused moves are taken back", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const titles = ["Minutes", "Tide tables", "Fees from May"];
  const issue = await insertIssue({
    title: "Sourced",
    sections: [{ stories: [{ headline: "Harbour", sources: titles.map((title) => ({ title })) }] }],
  });
  const storyId = issue.stories[0]?.id ?? "";
  const saved = () => savedSources(database, storyId);
  const { page } = await signInAs("editor", { hasTouch: true, viewport: { width: 1280, height: 800 } });
  await openOrder(page, issue.id, 1);
  const sources = page.getByRole("list", { name: "Sources" });
  const items = sources.getByRole("listitem");
  const shown = () =>
    items.evaluateAll((rows) => rows.map((row) => row.querySelector("span > *")?.textContent));
  await items.first().hover();
  await drag(page, handle(page, "Minutes"), await pointOf(items.nth(2), 0.9));
  await expect.poll(shown).toEqual(["Tide tables", "Fees from May", "Minutes"]);
  await expect(page.getByText("Minutes moved to place 3 of 3.")).toBeAttached();
  await expect.poll(saved).toEqual(["Tide tables", "Fees from May", "Minutes"]);

  await handle(page, "Minutes").focus();
  for (const key of ["Space", "ArrowUp", "ArrowUp", "Space"]) await page.keyboard.press(key);
  await expect.poll(shown).toEqual(["Minutes", "Tide tables", "Fees from May"]);
  for (let press = 0; press < 2; press += 1) await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(saved).toEqual(["Tide tables", "Fees from May", "Minutes"]);
  await page.getByRole("button", { name: "Actions for Minutes" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move up" }).press("Enter");
  await expect.poll(saved).toEqual(["Tide tables", "Minutes", "Fees from May"]);

  const finger = await Finger.on(page);
  await finger.down(await middleOf(handle(page, "Fees from May")));
  await finger.moveTo(await pointOf(items.first(), 0.1));
  await expect(dropLine(page)).toBeVisible();
  await finger.up();
  await expect.poll(saved).toEqual(["Fees from May", "Tide tables", "Minutes"]);

  const answerAgain = await savesUnanswered(page);
  await handle(page, "Minutes").press("Alt+ArrowUp");
  await expect(page.getByText(/The sources stay in their old order/)).toBeVisible();
  await expect.poll(shown).toEqual(["Fees from May", "Tide tables", "Minutes"]);
  await answerAgain();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect.poll(saved).toEqual(["Fees from May", "Minutes", "Tide tables"]);
});
