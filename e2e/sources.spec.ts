import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { test as base, expect } from "@/e2e/fixtures";
import { startSite } from "@/e2e/site";
import { PROSE } from "@/lib/sources/test-site";
import { makeSnapshot, makeSource, makeStory } from "@/prisma/factories";

const test = base.extend<{ site: Awaited<ReturnType<typeof startSite>> }>({
  site: async ({ browserName: _ }, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
});

/** A look at a page goes through the queue, and a host is asked once a second. */
const LOOKED = { timeout: 30_000 };
const FIFTH = "pay a fifth less";

async function addAddress(page: Page, url: string) {
  await page.getByRole("button", { name: "Add a source" }).click();
  await page.getByRole("textbox", { name: "Address" }).fill(url);
  await page.getByRole("button", { name: "Add the source" }).click();
}

test("an address becomes a source by itself, its quotation goes, and the task leads to what changed", async ({
  signInAs,
  database,
  site,
}) => {
  test.setTimeout(180_000);
  const title = `Berth fees ${crypto.randomUUID().slice(0, 6)}`;
  site.pages.set("/fees", { title });
  const { page, contributorId: authorId } = await signInAs("editor");
  const { id: storyId } = await makeStory(database, { headline: "Berths", authorId });
  await page.goto(`/desk/stories/${storyId}`);
  await addAddress(page, site.url("/fees"));
  const line = page.getByRole("list", { name: "Sources" }).getByRole("listitem").filter({ hasText: title });
  await expect(line).toContainText("The Quay", LOOKED);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.focus();
  await page.keyboard.type(`On cables, ships “${FIFTH}, the board said”.`);
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("Control+Shift+E");
  const panel = page.getByRole("dialog", { name: "Evidence" });
  await expect(panel.getByRole("button", { name: new RegExp(`^${title}`) })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("textbox", { name: /^Text of/ })).toBeFocused();
  await expect(panel.getByRole("figure", { name: "Chosen passage" })).toContainText(FIFTH);
  await page.keyboard.press("Enter");
  await expect(page.getByText("The passage is verified and attached.")).toBeVisible();
  await expect(text).toBeFocused();
  await expect(page.getByRole("button", { name: /^Quoted words verified: On cables/ })).toBeVisible();
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();

  await page.getByRole("link", { name: "What is known of it" }).click();
  await expect(page.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  const state = page.getByRole("region", { name: "State", exact: true });
  await expect(state).toContainText("Live since");
  await expect(page.getByRole("region", { name: "Where it is cited" })).toContainText("Backlog, Berths");
  const facts = page.getByRole("region", { name: "What it is" });
  await expect(facts).toContainText("14 Mar 2026");
  await expect(facts).toContainText("from the page");

  site.pages.set("/fees", { title, paragraphs: PROSE.map((words) => words.replace("a fifth", "a tenth")) });
  await page.getByRole("button", { name: "Read it now" }).click();
  await expect(state).toContainText("Passage gone", LOOKED);
  await expect(page.getByRole("list", { name: "Snapshots" }).getByRole("listitem")).toHaveCount(2);
  await expectAccessible(page, "a source");

  await page.goto("/desk/tasks");
  const task = page
    .getByRole("list", { name: "Passage gone" })
    .getByRole("listitem")
    .filter({ hasText: title });
  await expect(task).toContainText("On cables, ships");
  await expect(task).toContainText(FIFTH);
  await expectAccessible(page, "tasks");
  await task.getByRole("link", { name: "What changed" }).click();
  await expect(page.getByRole("deletion")).toHaveText("fifth");
  await expect(page.getByRole("insertion")).toHaveText("tenth");
  await expectAccessible(page, "two snapshots compared");
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Read the text" }).first().click();
  await page.getByRole("textbox", { name: "Find in this text" }).fill("a tenth");
  await expect(page.getByText("1 of 1")).toBeVisible();
  await expectAccessible(page, "a snapshot's text");
});

test("a page that cannot be read says why, and is typed by hand by who may", async ({
  signInAs,
  database,
  site,
}) => {
  test.setTimeout(120_000);
  const mark = crypto.randomUUID().slice(0, 6);
  site.pages.set("/locked", { status: 401 });
  const { page, name, contributorId: authorId } = await signInAs("contributor");
  const { id: storyId } = await makeStory(database, { headline: `Locks ${mark}`, authorId });
  await page.goto(`/desk/stories/${storyId}`);
  await addAddress(page, site.url("/locked"));
  await expect(page.getByText(/asks to sign in/).first()).toBeVisible(LOOKED);
  await page.getByRole("link", { name: /What is known of it/ }).click();
  await expect(page.getByRole("region", { name: "State", exact: true })).toContainText(/sign in/);
  await page.getByRole("button", { name: "Edit: Title" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill(`Behind the lock ${mark}`);
  await page.getByRole("textbox", { name: "Title" }).press("Enter");
  await expect(page.getByRole("heading", { name: `Behind the lock ${mark}` })).toBeVisible();
  await expect(page.getByRole("region", { name: "What it is" })).toContainText(`typed by ${name}`);
  await page.getByRole("textbox", { name: "What it says" }).fill("The lock stays shut until May.");
  await page.getByRole("button", { name: "Keep the text" }).click();
  await expect(page.getByRole("list", { name: "Snapshots" })).toContainText("Typed by hand");

  const others = await makeSource(database, {
    title: `Not yours ${mark}`,
    url: "https://elsewhere.example/a",
  });
  await makeStory(database, { headline: "Another's", sources: [{ existing: others.id }] });
  await page.goto(`/desk/sources/${others.id}`);
  await expect(page.getByRole("heading", { name: `Not yours ${mark}` })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Edit:/ })).toHaveCount(0);
  await expect(page.getByText("Editors change this")).toBeVisible();
});

test("two who type one field at once: the second sees both, and another field is no matter", async ({
  signInAs,
  database,
}) => {
  const { id } = await makeSource(database, { title: "A title", publisher: "Somebody" });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/sources/${id}`);
  await page.getByRole("button", { name: "Edit: Publisher" }).click();
  await page.getByRole("textbox", { name: "Publisher" }).fill("Mine");
  await database.source.update({ where: { id }, data: { byline: "Ada Marsh", version: { increment: 1 } } });
  await page.getByRole("textbox", { name: "Publisher" }).press("Enter");
  await expect(page.getByRole("region", { name: "What it is" })).toContainText("Ada Marsh");
  await expect(page.getByRole("button", { name: "Edit: Publisher" })).toBeFocused();

  await page.getByRole("button", { name: "Edit: Publisher" }).press("Enter");
  await page.getByRole("textbox", { name: "Publisher" }).fill("Mine again");
  await database.source.update({ where: { id }, data: { publisher: "Theirs", version: { increment: 1 } } });
  await page.getByRole("textbox", { name: "Publisher" }).press("Enter");
  await expect(page.getByText("Somebody else changed it meanwhile")).toContainText("Theirs");
  await page.getByRole("button", { name: "Save mine" }).click();
  await expect(page.getByRole("region", { name: "What it is" })).toContainText("Mine again");
});

test("by keyboard: an address is added and found among all, tasks are gone through and undone", async ({
  signInAs,
  database,
  site,
}) => {
  test.setTimeout(120_000);
  const mark = `zq${crypto.randomUUID().slice(0, 6)}`;
  const source = await makeSource(database, { title: `Tides ${mark}`, url: site.url(`/${mark}`) });
  await makeSnapshot(database, { sourceId: source.id, text: "High at four." });
  await makeStory(database, { headline: `High water ${mark}`, sources: [{ existing: source.id }] });
  const other = await makeSource(database, { title: `Winds ${mark}` });
  for (const sourceId of [source.id, other.id])
    await database.task.create({
      data: { kind: "sourceDead", sourceId, sentence: "The page is gone.", createdAt: new Date(0) },
    });
  site.pages.set("/new", { title: `Fog ${mark}` });
  const { page } = await signInAs("editor");
  await page.goto("/desk/sources");
  await expectAccessible(page, "all sources");
  await page.getByRole("textbox", { name: "Add an address" }).focus();
  await page.keyboard.type(site.url("/new"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Added, and being read:")).toBeVisible();
  await expect(page.getByRole("list", { name: "Sources" })).toContainText(`Fog ${mark}`, LOOKED);
  await page.getByRole("searchbox", { name: "Words to look for in sources" }).focus();
  await page.keyboard.type(mark);
  await page.keyboard.press("Enter");
  const lines = page.getByRole("list", { name: "Sources" }).getByRole("listitem");
  await expect(lines).toHaveCount(3);
  await page.getByLabel("Cited or not").selectOption("yes");
  await page.getByRole("button", { name: "Show" }).press("Enter");
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText(`Backlog, High water ${mark}`);

  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Sources" }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: "Tasks" })).toBeVisible();
  const tasks = page.getByRole("list", { name: "Page gone" }).getByRole("listitem").filter({ hasText: mark });
  await expect(tasks).toHaveCount(2);
  await page.keyboard.press("j");
  await expect(page.locator("[data-task]:focus")).toBeVisible();
  while (!(await page.locator("[data-task]:focus").innerText()).includes(`Tides ${mark}`))
    await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(tasks).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(tasks).toHaveCount(2);
});
