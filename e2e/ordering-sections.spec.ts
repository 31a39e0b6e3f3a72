import type { Locator } from "@playwright/test";
import { axeFaults } from "@/e2e/axe";
import { drag, pointOf } from "@/e2e/dragging";
import { expect, test } from "@/e2e/fixtures";
import {
  openOrder,
  placesOf,
  rowOf,
  runningOrder,
  saidOf,
  sectionHeading,
  sectionsOf,
  TREES,
} from "@/e2e/running-order";

// Real drags take their time, more so on a machine that does other things too.
test.describe.configure({ mode: "parallel", timeout: 180_000 });

test("sections by mouse, by keyboard and by menu; stories by menu; the focus stays with what was moved", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Trees", sections: TREES });
  const { page } = await signInAs("editor");
  await openOrder(page, issue.id, 5);
  await drag(page, sectionHeading(page, "South"), await pointOf(sectionHeading(page, "North"), 0.2));
  await expect.poll(() => sectionsOf(page)).toEqual(["South", "North", "Clearing"]);
  await expect(saidOf(page)).toHaveText(
    "Section South moved to place 1 of 3; its stories are numbers 1 to 2.",
  );
  await expect.poll(() => placesOf(page)).toEqual(["Dogwood", "Elm", "Alder", "Birch", "Cedar"]);

  await sectionHeading(page, "Clearing").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect.poll(() => sectionsOf(page)).toEqual(["Clearing", "South", "North"]);
  await expect(sectionHeading(page, "Clearing")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect.poll(() => sectionsOf(page)).toEqual(["South", "Clearing", "North"]);

  await sectionHeading(page, "South").focus();
  await page.getByRole("button", { name: "Actions for South" }).press("Enter");
  await page.getByRole("menuitem", { name: "Move to…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move section South" });
  await expect(dialog.getByLabel("Place")).toBeFocused();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByLabel("Place").selectOption({ label: "3, last" });
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => sectionsOf(page)).toEqual(["Clearing", "North", "South"]);
  await expect(sectionHeading(page, "South")).toBeFocused();

  await rowOf(page, 1).hover();
  await page.getByRole("button", { name: "Actions for Alder" }).click();
  await page.getByRole("menuitem", { name: "Move to…" }).click();
  const place = page.getByRole("dialog", { name: "Move “Alder”" });
  await place.getByLabel("Section").selectOption("Clearing");
  await place.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(() => placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
  await expect(saidOf(page)).toContainText("Alder, moved to place 1 of 1 in Clearing");
  await expect(rowOf(page, 1)).toBeFocused();
});

for (const hand of ["mouse", "keyboard"] as const) {
  test(`by ${hand}: a section is added, named anew, removed with its stories taken in next door, and brought back`, async ({
    signInAs,
    insertIssue,
  }) => {
    const issue = await insertIssue({ title: "Trees", sections: TREES });
    const { page } = await signInAs("editor");
    await openOrder(page, issue.id, 5);
    const press = async (button: Locator) => {
      if (hand === "mouse") await button.click();
      else await button.press("Enter");
    };
    await press(runningOrder(page).getByRole("button", { name: "Add section" }));
    await expect(runningOrder(page).getByRole("textbox", { name: "Title of the new section" })).toBeFocused();
    await page.keyboard.type("East");
    // The mouse leaves the field for elsewhere; the keyboard ends the line.
    if (hand === "mouse") await page.getByRole("textbox", { name: "Standfirst" }).click();
    else await page.keyboard.press("Enter");
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "South", "Clearing", "East"]);

    if (hand === "mouse") await sectionHeading(page, "South").dblclick();
    else await sectionHeading(page, "South").press("F2");
    const name = runningOrder(page).getByRole("textbox", { name: "Section's title" });
    await expect(name).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("West");
    await page.keyboard.press("Enter");
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "West", "Clearing", "East"]);
    await expect(page.getByRole("textbox", { name: "Section's title" }).nth(1)).toHaveValue("West");

    await sectionHeading(page, "West").hover();
    await press(page.getByRole("button", { name: "Actions for West" }));
    await press(page.getByRole("menuitem", { name: "Remove section" }));
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "Clearing", "East"]);
    expect(await placesOf(page)).toEqual(["Alder", "Birch", "Cedar", "Dogwood", "Elm"]);
    const messages = page.getByRole("region", { name: /Messages/ });
    await expect(messages).toContainText("“West” removed.");
    await press(messages.getByRole("button", { name: "Undo" }));
    await expect.poll(() => sectionsOf(page)).toEqual(["North", "West", "Clearing", "East"]);
  });
}
