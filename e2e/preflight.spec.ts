import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";

test.describe.configure({ mode: "parallel" });

const CLAIM = "The second berth opens in May";

const before = (page: Page) =>
  page
    .getByRole("region", { name: "Details" })
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: /^Before publishing/ }) });

/** An issue of one story, of which a marked statement has no evidence. */
const unproven = (claimId: string) => ({
  title: `Preflight ${crypto.randomUUID().slice(0, 6)}`,
  sections: [
    {
      stories: [
        {
          headline: "Harbour — a second berth",
          body: doc(p("News from the quay. "), p(claimMark(claimId, CLAIM), ", it says.")),
          sources: [{ title: "Fees", publisher: "Harbour News", url: "https://harbour.example/fees" }],
        },
      ],
    },
  ],
});

test("beside the draft: what blocks is told, leads to its words, and goes when it is mended", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const claimId = crypto.randomUUID();
  const issue = await insertIssue(unproven(claimId));
  const storyId = issue.stories[0]?.id ?? "";
  const claim = { id: claimId, storyId, text: CLAIM, attribution: "reported", speaker: "Harbour" } as const;
  await database.claim.create({ data: claim });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  const list = before(page);
  await expect(list.getByRole("heading")).toContainText("1 blocking");
  const line = list.getByRole("listitem").filter({ hasText: "has no evidence" });
  await expect(line).toContainText(`Story 1: “${CLAIM}”, a statement by Harbour, has no evidence.`);
  await expect(line.getByRole("link")).toHaveAttribute("href", `?part=story:${storyId}`);
  await line.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`part=story:${storyId}`));
  await expect(page.getByRole("region", { name: "Claims" })).toContainText(CLAIM);

  const why = list.getByRole("listitem").filter({ hasText: "has no “Why this matters”." });
  await expect(why).toBeVisible();
  await page.getByRole("button", { name: /Add “Why this matters”/ }).click();
  await page.getByRole("textbox", { name: "Why this matters" }).click();
  await page.keyboard.type("Ships wait for less long.");
  await expect(why).toHaveCount(0);
});

test("publishing over what blocks takes a reason, which is kept with the edition", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const claimId = crypto.randomUUID();
  const issue = await insertIssue(unproven(claimId));
  const storyId = issue.stories[0]?.id ?? "";
  const claim = { id: claimId, storyId, text: CLAIM, attribution: "reported", speaker: "Harbour" } as const;
  await database.claim.create({ data: claim });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this issue" });
  await expect(dialog.getByRole("region", { name: "Before publishing" })).toContainText("has no evidence.");
  const publish = dialog.getByRole("button", { name: "Publish edition 1 all the same" });
  await expect(publish).toBeDisabled();
  await expectAccessible(page, "publishing over what blocks");
  await dialog.getByLabel("Why it is published all the same").fill("The harbour told us on the telephone.");
  await publish.click();
  await expect(page.getByText("Edition 1 is what readers get now.")).toBeVisible();
  const edition = await database.edition.findFirstOrThrow({ where: { issueId: issue.id } });
  expect(edition.overrides).toMatchObject([
    { rule: "statement-without-evidence", reason: "The harbour told us on the telephone." },
  ]);
});

test("a line of the publish dialog closes it and leads to its place", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue({
    title: `Preflight ${crypto.randomUUID().slice(0, 6)}`,
    sections: [{ stories: [{ headline: "Harbour — empty" }] }],
  });
  const storyId = issue.stories[0]?.id ?? "";
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this issue" });
  await expect(dialog.getByText("Nothing blocks publishing.")).toBeVisible();
  await dialog.getByRole("link", { name: "Go to: Story 1 has no text." }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`part=story:${storyId}`));
});
