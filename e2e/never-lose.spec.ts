import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { account, Writer } from "@/e2e/writer";
import { hashPassword } from "@/lib/contributors/password";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { paragraphs } from "@/prisma/factories";

// bench/never-lose.ts does the same at full size, and restarts the server too.
const EDITS = Number(process.env.PLUMBLINE_EDITS ?? 60);
const CUTS = 2;

test("two people write in one story over cut connections: no word of either is lost", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  test.setTimeout(60_000 + EDITS * 4_000);
  const body = paragraphs(
    ...Array.from({ length: 12 }, (_, index) => `Paragraph number ${index} stands here.`),
  );
  const issue = await insertIssue({
    title: "Long work",
    sections: [{ stories: [{ headline: "Work", body }] }],
  });
  const people = await Promise.all([signInAs("editor"), signInAs("editor")]);
  const writers = await Promise.all(
    people.map(async ({ page }, index) => {
      await page.goto(`/desk/issues/${issue.id}`);
      const writer = new Writer(page, index === 0 ? "ana" : "jo", storyOn(page, "Work"), index + 1);
      await expect(writer.text).toBeVisible();
      return { writer, context: page.context() };
    }),
  );
  await Promise.all(
    writers.map(async ({ writer, context }) => {
      for (let done = 0, cuts = 0; done < EDITS; ) {
        const isCut = cuts < CUTS && done > ((cuts + 0.5) * EDITS) / CUTS;
        if (isCut) await context.setOffline(true);
        done += await writer.burst(EDITS - done);
        if (!isCut) continue;
        done += await writer.burst(EDITS - done);
        await context.setOffline(false);
        cuts += 1;
      }
    }),
  );
  const settled = async () => Promise.all(writers.map(({ writer }) => writer.isSaved()));
  await expect.poll(settled, { timeout: 60_000 }).toEqual([true, true]);
  const story = await database.story.findUniqueOrThrow({ where: { id: issue.stories[0]?.id ?? "" } });
  const text = plainText(storedRichText(story.body));
  const all = writers.map(({ writer }) => writer);
  for (const writer of all) {
    // Of every word that was typed, whether or not this test saw the server's answer to it.
    const { typed, lost } = account(writer, all, text);
    expect(lost).toEqual([]);
    expect(typed).toBe(EDITS);
  }
});

for (const way of ["mouse", "keyboard"] as const) {
  test(`a session that ended asks to sign in over the page, by ${way}, and saves by itself`, async ({
    signInAs,
    insertIssue,
    database,
  }) => {
    const issue = await insertIssue({ title: "Ended", sections: [{ stories: [{ headline: "Here" }] }] });
    const { page, contributorId, email } = await signInAs("editor");
    await page.goto(`/desk/issues/${issue.id}`);
    const text = storyOn(page, "Here").getByRole("textbox", { name: "Text" });
    await text.click();
    const password = "correct horse battery staple";
    const passwordHash = await hashPassword(password);
    await database.contributor.update({
      where: { id: contributorId },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    });
    await page.keyboard.type("Typed after the end.");
    const dialog = page.getByRole("dialog", { name: "Sign in again" });
    await expect(dialog).toBeVisible();
    if (way === "mouse") {
      await expectAccessible(page, "signing in again");
      await dialog.getByRole("button", { name: "Close" }).click();
      await expect(text).toHaveText("Typed after the end.");
      await expectAccessible(page, "a story, signed out");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await dialog.getByLabel("E-mail").fill(email);
      await dialog.getByLabel("Password").fill(password);
      await dialog.getByRole("button", { name: "Sign in and save" }).click();
    } else {
      await expect(dialog.getByLabel("E-mail")).toBeFocused();
      await page.keyboard.type(email);
      await page.keyboard.press("Tab");
      await page.keyboard.type(password);
      await page.keyboard.press("Enter");
    }
    await expect(dialog).toBeHidden();
    const story = () => database.story.findUniqueOrThrow({ where: { id: issue.stories[0]?.id ?? "" } });
    await expect.poll(async () => JSON.stringify((await story()).body)).toContain("Typed after the end.");
    await expect(text).toHaveText("Typed after the end.");
  });
}

test("two windows of one person, offline and closed: what both typed is in the text, or set aside and shown", async ({
  signInAs,
  insertIssue,
}) => {
  const body = paragraphs("One paragraph.", "Another paragraph.", "A third paragraph.");
  const issue = await insertIssue({
    title: "Windows",
    sections: [{ stories: [{ headline: "Here", body }] }],
  });
  const { page: first } = await signInAs("editor");
  const context = first.context();
  const second = await context.newPage();
  const address = `/desk/issues/${issue.id}`;
  const textOf = (page: Page) => storyOn(page, "Here").getByRole("textbox", { name: "Text" });
  for (const page of [first, second]) {
    await page.goto(address);
    await expect(textOf(page)).toBeVisible();
  }
  const again = await context.newPage();
  await context.setOffline(true);
  for (const [page, words, paragraph] of [
    [first, "from the first window", 0],
    [second, "from the second window", 2],
  ] as const) {
    await page.bringToFront();
    for (const index of [paragraph, 1]) {
      await textOf(page).locator("p").nth(index).click();
      await page.keyboard.press("End");
      await page.keyboard.type(` ${words}`);
    }
    await expect(storyOn(page, "Here").getByText("Offline, kept here")).toBeVisible();
  }
  for (const page of [first, second]) await page.close();
  await context.setOffline(false);
  await again.goto(address);
  await expect(textOf(again).locator("p")).toHaveText([
    "One paragraph. from the first window",
    "Another paragraph. from the first window",
    "A third paragraph. from the second window",
  ]);
  const aside = storyOn(again, "Here").getByText("Your version of “Text”, set aside");
  await aside.click();
  await expect(again.getByText("Another paragraph. from the second window", { exact: true })).toBeVisible();
  await expect(again.getByText(/in a window that you closed/)).toBeVisible();
  await expectAccessible(again, "words put back and set aside");
  await again.getByRole("button", { name: "Discard" }).press("Enter");
  await expect(aside).toHaveCount(0);
  await expect(storyOn(again, "Here").getByText(/^Saved/)).toHaveCount(1);
});

test("closing the page with words that are not saved warns; a crash puts them back", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: "Closing", sections: [{ stories: [{ headline: "Here" }] }] });
  const { page } = await signInAs("editor");
  const context = page.context();
  const address = `/desk/issues/${issue.id}`;
  await page.goto(address);
  await storyOn(page, "Here").getByRole("textbox", { name: "Text" }).click();
  await context.setOffline(true);
  await page.keyboard.type("Not yet saved.");
  await expect(storyOn(page, "Here").getByText("Offline, kept here")).toBeVisible();
  // The window that comes after: a context without any may go away by itself.
  const again = await context.newPage();
  const asked = page.waitForEvent("dialog");
  // It answers before the page is gone.
  const closed = page.waitForEvent("close");
  const closing = page.close({ runBeforeUnload: true });
  const warning = await asked;
  expect(warning.type()).toBe("beforeunload");
  await warning.accept();
  await closing;
  await closed;
  await context.setOffline(false);
  await again.goto(address);
  await expect(storyOn(again, "Here").getByRole("textbox", { name: "Text" })).toHaveText("Not yet saved.");
  await expect(again.getByText(/They are back in place/)).toBeVisible();
  await expect(storyOn(again, "Here").getByText(/^Saved/)).toHaveCount(1);
});
