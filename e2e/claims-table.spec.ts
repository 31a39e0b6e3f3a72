import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { publishIssue } from "@/lib/editions/commands";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { COMMAND_LINE } from "@/lib/policy";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { makeIssue, makeSnapshot } from "@/prisma/factories";

const PAGE = "The second berth cost 31 million crowns. The harbour expects forty ferries a day by 2027.";

/** Where a claim stands far down in its story, so that one has to be brought there. */
const FILLING = Array.from({ length: 30 }, (_, index) => p(`It rains on quay ${index + 1}.`));

/** A published issue with a fact that has evidence, a forecast, and a quotation that a spreadsheet would run. */
async function publishHarbour(database: PrismaClient) {
  const mark = `zq${crypto.randomUUID().slice(0, 6)}`;
  const [fact, forecast, quotation] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
  const words = {
    fact: `The second berth of ${mark} cost 31 million crowns.`,
    forecast: `The harbour of ${mark} expects forty ferries a day.`,
    quotation: `=${mark} is only the beginning`,
  };
  const issue = await makeIssue(database, {
    title: `Harbours of ${mark}`,
    sections: [
      {
        stories: [
          {
            headline: "Harbour — by the hour",
            sources: [{ title: "Fees of the harbour", publisher: "Harbour News" }],
            body: doc(
              p(claimMark(fact, words.fact), " ", claimMark(quotation, words.quotation)),
              ...FILLING,
              p(claimMark(forecast, words.forecast)),
            ),
          },
        ],
      },
    ],
  });
  const storyId = issue.stories[0]?.id ?? "";
  const said = { storyId, attribution: "reported", speaker: "Ida Holm" } as const;
  const horizonAt = new Date("2027-12-31");
  await database.claim.createMany({
    data: [
      { id: fact, storyId, text: words.fact },
      { id: forecast, ...said, text: words.forecast, mode: "forecast", horizonAt },
      { id: quotation, ...said, text: words.quotation, attribution: "quoted", speaker: "Ada Marsh" },
    ],
  });
  const { sourceId } = await database.storySource.findFirstOrThrow({ where: { storyId } });
  const snapshot = await makeSnapshot(database, { sourceId, text: PAGE });
  const exact = "The second berth cost 31 million crowns.";
  const place = { start: 0, end: exact.length, exact, prefix: "", suffix: "", position: 1 };
  await database.evidence.create({
    data: { claimId: fact, snapshotId: snapshot.id, ...place, matchStatus: "verified" },
  });
  await publishIssue(COMMAND_LINE, { id: issue.id, override: { reason: "For the test." } });
  return { mark, words, issue, storyId, forecast };
}

const rows = (page: Page) => page.locator("[data-claim]");

async function download(page: Page, name: string): Promise<string> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name }).press("Enter");
  return readFile(await (await coming).path(), "utf8");
}

test("by keyboard: the claims are gone to, chosen from, put in order, kept as a file, and lead to their words", async ({
  signInAs,
  database,
}) => {
  test.setTimeout(120_000);
  const { mark, words, issue, storyId, forecast } = await publishHarbour(database);
  const { page } = await signInAs("contributor");
  await page.goto("/desk");
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await expect(page.getByRole("heading", { name: "Claims", level: 1 })).toBeVisible();
  await page.getByLabel("Words").focus();
  await page.keyboard.type(mark);
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page)).toHaveText([
    /Fact.*Passage verified/s,
    /Quotation.*No evidence/s,
    /Forecast.*31 Dec 2027.*open/s,
  ]);
  await expectAccessible(page, "the table of claims");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.getByRole("link", { name: "Speaker" }).press("Enter");
  await expect(page.getByRole("columnheader", { name: "Speaker" })).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page)).toContainText(["Ada Marsh", "Ida Holm", words.fact]);
  await page.getByRole("link", { name: "Speaker" }).press("Enter");
  await expect(page.getByRole("columnheader", { name: "Speaker" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await expect(rows(page)).toContainText(["Ida Holm", "Ada Marsh", words.fact]);

  const csv = await download(page, "Export as CSV");
  expect(csv.startsWith("\uFEFFIssue,")).toBe(true);
  expect(csv.trimEnd().split("\r\n")).toHaveLength(4);
  expect(csv).toContain(`,'${words.quotation},`);
  const { claims } = JSON.parse(await download(page, "Export as JSON"));
  expect(claims.map((claim: { words: string }) => claim.words)).toEqual([
    words.forecast,
    words.quotation,
    words.fact,
  ]);

  await page.getByLabel("Kind").selectOption("forecast");
  await page.getByRole("button", { name: "Show", exact: true }).press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=zq.*kind=forecast.*sort=-speaker/);
  await page.reload();
  await expect(page.getByRole("status").filter({ hasText: "1 of" })).toBeVisible();

  await page.getByRole("link", { name: words.forecast, exact: true }).press("Enter");
  await expect(page).toHaveURL(`/desk/issues/${issue.id}?part=story:${storyId}&claim=${forecast}`);
  await expect(page.getByRole("region", { name: "Claims" })).toContainText("Forecast");
  await expect(page.getByRole("region", { name: "Claims" })).toContainText(words.forecast);
  await expect(
    page.getByRole("textbox", { name: "Text", exact: true }).getByText(words.forecast),
  ).toBeInViewport();

  await page.getByRole("link", { name: "Claims", exact: true }).last().press("Enter");
  await expect(page.getByRole("heading", { name: /^Claims · Harbours/ })).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await page.getByLabel("Source").fill("nobody of this name");
  await page.getByLabel("Source").press("Enter");
  await expect(page.getByRole("heading", { name: "No claim is like that" })).toBeVisible();
  await expectAccessible(page, "a table without a row that fits");
});
