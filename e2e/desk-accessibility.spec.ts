import { readFileSync } from "node:fs";
import path from "node:path";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { storyOn } from "@/e2e/issue-page";
import { makeLink } from "@/lib/contributors/links";
import { doc, p, table } from "@/lib/rich-text/test-words";
import { makeContributor, makeStory, paragraphs } from "@/prisma/factories";

// Every page of the desk and what opens over it, as an admin sees them: an admin sees the most. States that take a job to
// come about are looked at where that job is done: two versions (presence), signing in again and words put back
// (never-lose), versions (history), the board (workflow), comments, bell (comments), pictures, trash, search, palette and
// shortcuts, find and replace (issue-page), blocks and tables (editor), carrying over (backlog), sharing (preview).
test.describe.configure({ mode: "parallel" });

const HARBOUR = path.join(import.meta.dirname, "../lib/importers/fixtures/harbour-weekly.txt");
const suffix = () => crypto.randomUUID().slice(0, 6);

/** An issue in which nothing is missing. */
const whole = () => ({
  title: `Looked at ${suffix()}`,
  standfirst: "Two stories about looking.",
  week: { from: "2026-03-14", to: "2026-03-20" },
  introduction: paragraphs("It begins."),
  highlights: [{ text: "Looking pays.", stories: [1, 2] }],
  thesis: ["Look twice."],
  closing: paragraphs("It ends."),
  feedbackPrompt: "Did you look?",
  sections: [
    {
      title: "Eyes",
      stories: [
        {
          headline: "Lenses — clearer than glass",
          body: doc(p("A lens bends light."), table(["Lens", "Price"], ["Crown", "€4"], ["Flint", "€5"])),
          whyItMatters: paragraphs("Whoever grinds them sees first."),
          sources: [{ title: "On lenses", publisher: "Optics", url: "https://optics.example/lenses" }],
        },
        { headline: "Frames — thinner", body: paragraphs("Wire will do.") },
      ],
    },
    { title: "Ears", stories: [] },
  ],
});

test("sign-in and one-time links", async ({ page, database, baseURL }) => {
  await page.goto("/sign-in");
  await page.getByText("Have a one-time link? Paste it").click();
  await expectAccessible(page, "sign-in");
  await page.getByLabel("E-mail").fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not a password of anybody");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("do not belong together")).toBeVisible();
  await expectAccessible(page, "sign-in, refused");
  const person = await makeContributor(database, { name: `Ola ${suffix()}` });
  const link = { contributorId: person.id, purpose: "invite", madeBy: null, siteUrl: baseURL ?? "" } as const;
  await page.goto(await makeLink(database, link));
  await expect(page.getByRole("button", { name: `Sign in as ${person.name}` })).toBeVisible();
  await expectAccessible(page, "one-time link");
  await page.goto("/sign-in/link/gone");
  await expectAccessible(page, "one-time link that does not work");
});

test("the issues, their menu, and starting one", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue(whole());
  const { page } = await signInAs("admin");
  await page.goto("/desk");
  await expectAccessible(page, "issues");
  await page.getByRole("button", { name: `Actions for ${issue.title}` }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page, "issues, menu open");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "New issue" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "issues, starting one");
});

test("an issue: its own words, a story, and what opens over them", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue(whole());
  const { page } = await signInAs("admin");
  await page.goto(`/desk/issues/${issue.id}`);
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toBeVisible();
  await expectAccessible(page, "the issue's own words");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  for (const name of ["Order", "Text", "Details", "Preview", "Publish"])
    await page.getByRole("button", { name }).first().click({ trial: true });
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
  const story = storyOn(page, "Lenses");
  await expect(story.getByRole("textbox", { name: "Headline" })).toBeVisible();
  await expect(story.getByRole("table")).toBeVisible();
  await story.getByRole("button", { name: "Add a source" }).click();
  await expectAccessible(page, "a story, adding a source");
  await story.getByRole("textbox", { name: "Text" }).click();
  await page.getByRole("toolbar", { name: "Formatting: Text" }).getByRole("button", { name: "Link" }).click();
  await expect(page.getByRole("dialog", { name: "Link" })).toBeVisible();
  await expectAccessible(page, "a story, setting a link");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("edition 1");
  await expectAccessible(page, "an issue, about to be published");
});

test("the running order and the details, as a phone shows them too", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue(whole());
  const { page } = await signInAs("admin");
  await page.goto(`/desk/issues/${issue.id}`);
  const menuOf = page.getByRole("button", { name: "Actions for Lenses" });
  await expectAccessible(page, "running order, a story's menu open", async (width) => {
    await page.keyboard.press("Escape");
    if (width < 768) await page.getByRole("button", { name: "Order", exact: true }).click();
    await page.locator("[data-order-row]").first().hover();
    await menuOf.click();
    await expect(page.getByRole("menuitem", { name: "Move up" })).toBeVisible();
  });
  await page.getByRole("menuitem", { name: "Move to…" }).click();
  await expectAccessible(page, "moving a story", () => expect(page.getByRole("dialog")).toBeVisible());
  await page.keyboard.press("Escape");
  await expectAccessible(page, "details", async (width) => {
    if (width < 768) await page.getByRole("button", { name: "Details", exact: true }).click();
    await expect(page.getByRole("heading", { name: /^Before publishing/ })).toBeVisible();
  });
});

test("the preview, and addresses where nothing is", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue(whole());
  const { page } = await signInAs("admin");
  await page.goto(`/desk/issues/${issue.id}/preview`);
  await expect(page.getByText("Preview of edition 1.")).toBeVisible();
  await expectAccessible(page, "preview");
  await page.goto("/desk/nothing/here");
  await expect(page.getByText("The address may be mistyped")).toBeVisible();
  await expectAccessible(page, "desk, nothing here");
});

test("the backlog and a story in it", async ({ signInAs, insertIssue, database }) => {
  await insertIssue({ title: `Home ${suffix()}`, sections: [{ title: "Ports" }] });
  const story = await makeStory(database, {
    headline: `Waiting ${suffix()} — for a place`,
    body: paragraphs("It waits."),
  });
  const subject = story.headline.split(" — ")[0];
  const { page } = await signInAs("admin");
  await page.goto("/desk/backlog");
  await expect(page.getByRole("link", { name: story.headline })).toBeVisible();
  await expectAccessible(page, "backlog");
  await page.getByRole("button", { name: `Actions for ${subject}` }).click();
  await page.getByRole("menuitem", { name: "Move to issue…" }).click();
  // When it has read the sections: the button passes from one colour into the other then.
  await expect(page.getByRole("button", { name: "Move there" })).toBeEnabled();
  await expectAccessible(page, "backlog, giving a story its place");
  await page.goto(`/desk/stories/${story.id}`);
  await expect(page.getByRole("textbox", { name: "Headline" })).toBeVisible();
  await expectAccessible(page, "a story in the backlog");
});

test("import, before and after reading", async ({ signInAs }) => {
  const { page } = await signInAs("admin");
  await page.goto("/desk/import");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("There is no text yet")).toBeVisible();
  await expectAccessible(page, "import, refused");
  const text = `The ${suffix()} digest\n${readFileSync(HARBOUR, "utf8")}`;
  await page.getByLabel("The text of an issue").fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByRole("region", { name: "What was found" })).toBeVisible();
  await page
    .getByRole("button", { name: /^Edit: / })
    .first()
    .click();
  await expectAccessible(page, "import, looked through, a source being edited");
});

test("where nothing is yet: notifications, search without words, an issue without a story", async ({
  signInAs,
  insertIssue,
}) => {
  const issue = await insertIssue({ title: `Empty ${suffix()}`, sections: [{ title: "" }] });
  const { page } = await signInAs("admin");
  await page.goto("/desk/notifications");
  await expect(page.getByRole("heading", { name: "Notifications" })).toBeVisible();
  await expectAccessible(page, "notifications, none");
  await page.goto(`/desk/issues/${issue.id}`);
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toBeVisible();
  await expectAccessible(page, "an issue without a story");
});

test("contributors and one's own account", async ({ signInAs }) => {
  const { page, name } = await signInAs("admin");
  await page.goto("/desk/contributors");
  await expectAccessible(page, "contributors");
  await page.getByRole("button", { name: `More for ${name}` }).click();
  await page.getByRole("menuitem", { name: "New sign-in link" }).click();
  await expect(page.getByRole("textbox", { name: "One-time link" })).toBeVisible();
  await expectAccessible(page, "contributors, a link shown");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Invite someone" }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "contributors, inviting");
  await page.goto("/desk/account");
  await expectAccessible(page, "account");
  await page.getByRole("button", { name: /account and sign out/ }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page, "account, menu open");
});
