import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";

const suffix = () => crypto.randomUUID().slice(0, 6);

/** An issue with two stories whose names nothing else has. */
function given() {
  const mark = suffix();
  return {
    mark,
    issue: {
      title: `Harbour ${mark}`,
      sections: [
        {
          title: "Ports",
          stories: [{ headline: `Berths ${mark} — by the hour` }, { headline: `Cranes ${mark}` }],
        },
      ],
    },
  };
}

test("by keyboard: the palette opens from within a text, goes to a story, runs commands, and gives the focus back", async ({
  signInAs,
  insertIssue,
}) => {
  const { mark, issue: words } = given();
  const issue = await insertIssue(words);
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const introduction = page.getByRole("textbox", { name: "Introduction" });
  await expect(introduction).toHaveAttribute("contenteditable", "true");
  await introduction.focus();
  await expect(introduction).toBeFocused();
  const palette = page.getByRole("dialog", { name: "Search or jump" });
  await page.keyboard.press("Control+k");
  await expect(palette.getByRole("combobox")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await expect(introduction).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type(`cranes ${mark.slice(0, 4)}`);
  await expect(palette.getByRole("option", { name: new RegExp(`Cranes ${mark}`) })).toBeVisible();
  await expect(palette.getByRole("option").first()).toContainText(`Cranes ${mark}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`part=story:${issue.stories[1]?.id}`));

  await page.keyboard.press("Control+k");
  await page.keyboard.type("backlog");
  await palette.getByRole("option", { name: "Go to backlog" }).waitFor();
  while (
    (await palette.getByRole("option", { selected: true }).textContent())?.startsWith("Go to backlog") !==
    true
  ) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/backlog$/);
});

test("by mouse: the button in the bar opens it, a result and a command are pressed", async ({
  signInAs,
  insertIssue,
}) => {
  const { mark, issue: words } = given();
  const issue = await insertIssue(words);
  const { page } = await signInAs("editor");
  await page.goto("/desk");
  await page.getByRole("button", { name: /Search or jump/ }).click();
  const palette = page.getByRole("dialog", { name: "Search or jump" });
  await palette.getByRole("combobox").fill(`harbour ${mark}`);
  await palette
    .getByRole("option", { name: new RegExp(`Harbour ${mark}`) })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/desk/issues/${issue.id}`));
  await expect(page.getByRole("textbox", { name: "Introduction" })).toBeVisible();
  await page.getByRole("button", { name: /Search or jump/ }).click();
  await palette.getByRole("option", { name: "Publish…" }).click();
  await expect(page.getByRole("dialog", { name: "Publish this issue" })).toBeVisible();
});

test("commands work without a connection, and a contributor is offered only what they may do", async ({
  signInAs,
  insertIssue,
}) => {
  const { issue: words } = given();
  const issue = await insertIssue(words);
  const { page } = await signInAs("contributor");
  await page.goto(`/desk/issues/${issue.id}`);
  await expect(page.getByRole("textbox", { name: "Introduction" })).toBeVisible();
  await page.context().setOffline(true);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Search or jump" });
  await expect(palette.getByRole("alert")).toContainText("Commands still work");
  await expect(palette.getByRole("option", { name: "New issue…" })).toHaveCount(0);
  await expect(palette.getByRole("option", { name: /Publish/ })).toHaveCount(0);
  await palette.getByRole("option", { name: "Shortcuts" }).click();
  await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
});

test("“?” lists the shortcuts; single keys act only outside of texts, and can be turned off", async ({
  signInAs,
  insertIssue,
}) => {
  const { mark, issue: words } = given();
  const issue = await insertIssue(words);
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const introduction = page.getByRole("textbox", { name: "Introduction" });
  await introduction.focus();
  await expect(introduction).toBeFocused();
  await expect(introduction).toHaveClass(/ProseMirror-focused/);
  await page.keyboard.type("Why? j");
  await expect(introduction).toContainText("Why? j");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.getByRole("navigation", { name: "Running order" }).getByText(`Berths ${mark}`).focus();
  await page.getByRole("button", { name: /Search or jump/ }).focus();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(new RegExp(`part=story:${issue.stories[0]?.id}`));
  await page.getByRole("button", { name: /Search or jump/ }).focus();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Shortcuts" });
  await expect(list.getByText("Ctrl", { exact: true }).first()).toBeVisible();
  await list.getByRole("checkbox", { name: /Shortcuts of one key/ }).press("Space");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Search or jump" })).toBeVisible();
  await expect(list).toBeHidden();
});

test("the palette and the list of shortcuts are accessible", async ({ signInAs, insertIssue }) => {
  const { mark, issue: words } = given();
  await insertIssue(words);
  const { page } = await signInAs("admin");
  await page.goto("/desk");
  await page.getByRole("button", { name: /Search or jump/ }).click();
  const palette = page.getByRole("dialog", { name: "Search or jump" });
  await palette.getByRole("combobox").fill(mark);
  await expect(palette.getByRole("option", { name: new RegExp(`Berths ${mark}`) })).toBeVisible();
  await expectAccessible(page, "palette, something found");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /account and sign out/ }).click();
  await page.getByRole("menuitem", { name: "Shortcuts" }).click();
  await expect(page.getByRole("dialog", { name: "Shortcuts" })).toBeVisible();
  await expectAccessible(page, "shortcuts");
});
