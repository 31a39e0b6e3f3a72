import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { choose } from "@/e2e/hands";
import { makeStory, paragraphs } from "@/prisma/factories";

const suffix = () => `zq${crypto.randomUUID().slice(0, 6)}`;

test("words are found in headlines, texts and sources, kinds are told apart, and one is gone to, by keyboard", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const mark = suffix();
  const issue = await insertIssue({
    title: `Tides ${mark}`,
    sections: [
      {
        title: "Ports",
        stories: [
          { headline: "Berths", body: paragraphs(`The port of ${mark} charges by the hour.`) },
          {
            headline: "Cranes",
            sources: [{ title: "Fees", publisher: "Bulletin", url: `https://bulletin.example/${mark}` }],
          },
        ],
      },
    ],
  });
  await makeStory(database, { headline: `Waiting ${mark}` });
  const { page } = await signInAs("editor");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Issues" }).focus();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Words to look for" })).toBeFocused();
  await page.keyboard.type(mark.slice(0, 7));
  await page.keyboard.press("Enter");
  const results = page.getByRole("list", { name: "Results" }).getByRole("listitem");
  await expect(results).toHaveCount(4);
  await expect(results.filter({ hasText: `charges by the hour` }).locator("mark")).toHaveText(
    mark.slice(0, 7),
  );
  await expectAccessible(page, "search, something found");

  await choose(page.getByLabel("Where it stands"), "Backlog", "keyboard");
  await page.getByLabel("Where it stands").press("Tab");
  await page.keyboard.press("Enter");
  await expect(results).toHaveCount(1);
  await expect(results).toContainText("Backlog");
  await choose(page.getByLabel("Where it stands"), "Anywhere", "keyboard");
  await choose(page.getByLabel("Kind"), "Sources", "keyboard");
  await page.getByRole("button", { name: "Search", exact: true }).press("Enter");
  await expect(results).toHaveCount(1);
  await page.getByRole("link", { name: "Fees" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`/desk/issues/${issue.id}`));
});

test("words are found on several pages, kinds are told apart, one is gone to, and nothing is found, by mouse", async ({
  signInAs,
  database,
}) => {
  const mark = suffix();
  await Promise.all(
    Array.from({ length: 23 }, (_, index) => makeStory(database, { headline: `${mark} ${index + 1}` })),
  );
  const { page } = await signInAs("editor");
  await page.goto("/desk/search");
  await page.getByRole("searchbox", { name: "Words to look for" }).fill(mark);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  const results = page.getByRole("list", { name: "Results" }).getByRole("listitem");
  await expect(results).toHaveCount(20);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(results).toHaveCount(3);
  await page.getByRole("searchbox", { name: "Words to look for" }).fill(`${mark} ' " % \\ nothing`);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByText(/Nothing found for/)).toBeVisible();
  await page.getByRole("searchbox", { name: "Words to look for" }).fill(mark);
  await page.getByLabel("Kind").selectOption({ label: "Stories" });
  await page.getByLabel("Where it stands").selectOption({ label: "Backlog" });
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await results.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/desk\/stories\//);
  await page.goto("/desk/search");
  await expectAccessible(page, "search, nothing asked");
});

test("without JavaScript: the form sends itself, and the results are in the page", async ({
  signInAs,
  database,
  browser,
  baseURL,
}) => {
  const mark = suffix();
  const story = await makeStory(database, { headline: `Ferries ${mark}` });
  const { page: signedIn } = await signInAs("editor");
  const storageState = await signedIn.context().storageState();
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    javaScriptEnabled: false,
    storageState,
  });
  const page = await context.newPage();
  await page.goto("/desk/search");
  await page.getByRole("searchbox", { name: "Words to look for" }).fill(mark);
  await page.keyboard.press("Enter");
  const found = page.getByRole("list", { name: "Results" }).getByRole("link", { name: `Ferries ${mark}` });
  await expect(found).toBeVisible();
  await expect(page.getByText("Loading…")).toHaveCount(0);
  expect(await found.getAttribute("href")).toBe(`/desk/stories/${story.id}`);
  await context.close();
});
