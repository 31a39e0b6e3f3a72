import type { Browser, Page } from "@playwright/test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { htmlFaults } from "@/components/edition/test-html";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import { transaction } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { archivedAddress } from "@/lib/editions/passages";
import { testEdition } from "@/lib/editions/test-edition";
import { ensureEntities } from "@/lib/entities/ensure";
import { COMMAND_LINE } from "@/lib/policy";
import { paragraphs } from "@/prisma/factories";
import { insertPublished } from "@/prisma/test-published";

const suffix = () => crypto.randomUUID().slice(0, 8);

// A number far from those that other tests are given; the neighbours are this file's own.
const number = 100_000 + Math.floor(Math.random() * 1_000_000) * 10;
const own = suffix();
const issue = testEdition({ number, slug: `sleepers-${own}`, edition: 1 });
const before = testEdition({ number: number - 1, slug: `before-${own}`, title: `Before ${own}`, edition: 1 });
const after = testEdition({ number: number + 1, slug: `after-${own}`, title: `After ${own}`, edition: 1 });
const address = `/issues/${issue.slug}`;

const forecast = issue.sections[0]?.stories[0]?.claims.find((claim) => claim.kind === "forecast");
const evidence = forecast?.evidence[0];
const archived = forecast && evidence ? archivedAddress(issue.slug, forecast.id, evidence) : "";

const PAGES = {
  home: "/",
  archive: "/archive",
  issue: address,
  "issue, without analysis": `${address}?view=sourced`,
  "archived passage": archived,
  ledger: "/ledger",
  topics: "/topics",
  topic: "/topics/nordlicht-rail",
  "how we work": "/how-we-work",
  "not found": `/no/such/page-${own}`,
};

test.beforeAll(async () => {
  // As publishing does it, which makes an entity of each speaker.
  await transaction((tx) => ensureEntities(tx, COMMAND_LINE, ["Nordlicht Rail", "Corvia"]));
  for (const edition of [before, issue, after]) await insertPublished(edition);
});

const contents = (page: Page) => page.getByRole("navigation", { name: "In this issue" });
const openers = (page: Page) => page.getByRole("button", { name: /[Ww]hat this stands on/ });
const note = (page: Page) => page.getByRole("note").filter({ visible: true });

async function readerWithoutScript(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options });
  return { page: await context.newPage(), close: () => context.close() };
}

/** Whether the element stands in the upper part of the window, where a jump puts it. */
async function expectAtTop(page: Page, anchor: string) {
  await expect(page).toHaveURL(new RegExp(`#${anchor}$`));
  const top = async () => (await page.locator(`[id="${anchor}"]`).boundingBox())?.y ?? -1;
  await expect.poll(top).toBeLessThan(300);
  expect(await top()).toBeGreaterThanOrEqual(-1);
}

test("axe finds nothing on any page, nor with a note open", async ({ page }) => {
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path);
    await expectAccessible(page, name);
  }
  await page.goto(address);
  await openers(page).first().click();
  await expectAccessible(page, "issue with a note open", () => expect(note(page)).toBeVisible());
});

test("every page is valid HTML as served", async ({ request }) => {
  for (const [name, path] of Object.entries(PAGES)) {
    const response = await request.get(path);
    expect(response.status(), name).toBe(name === "not found" ? 404 : 200);
    expect(await htmlFaults(await response.text()), name).toEqual([]);
  }
  // Percent signs that stand for nothing.
  for (const path of ["/%", "/issues/%E0%A4%A", `${address}/passages/%FF`, "/topics/%", "/desk/issues/%"])
    expect((await request.get(path)).status(), path).toBe(404);
});

test("no script, no other host, nothing wider than a small phone", async ({ page, baseURL }) => {
  const asked: { host: string; type: string }[] = [];
  page.on("request", (request) =>
    asked.push({ host: new URL(request.url()).host, type: request.resourceType() }),
  );
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path, { waitUntil: "networkidle" });
    // A data block is no script: nothing of it runs, and no policy forbids it.
    await expect(page.locator('script:not([type="application/ld+json"])'), name).toHaveCount(0);
    const overhang = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overhang, `${name} at 320 px`).toBeLessThanOrEqual(0);
  }
  expect(asked.length).toBeGreaterThan(4);
  expect(new Set(asked.map(({ host }) => host))).toEqual(new Set([new URL(baseURL ?? "").host]));
  expect(asked.map(({ type }) => type)).not.toContain("script");
});

test("without JavaScript: read, jump, open what a sentence stands on, go on to the neighbours", async ({
  browser,
  baseURL,
}) => {
  const { page, close } = await readerWithoutScript(browser, { baseURL });
  await page.goto("/archive");
  await page
    .getByRole("link", { name: issue.title })
    .and(page.locator(`[href="${address}"]`))
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(issue.title);
  const stories = issue.sections.flatMap((section) => section.stories);
  for (const story of stories) {
    const article = page.locator(`[id="${story.anchor}"]`);
    await expect(article).toBeVisible();
    const subject = story.headline.split(" — ")[0] ?? "";
    await expect(article.getByRole("heading").first()).toContainText(subject);
  }
  await expect(page.getByRole("table")).toBeVisible();

  await contents(page).getByRole("link", { name: /^3 / }).click();
  await expectAtTop(page, stories[2]?.anchor ?? "");
  await page.goto(address);
  const matters = page.getByRole("region", { name: issue.labels.highlights });
  await matters.getByRole("link", { name: "Story 2" }).click();
  await expectAtTop(page, stories[1]?.anchor ?? "");

  await expect(note(page)).toHaveCount(0);
  await openers(page).first().focus();
  await page.keyboard.press("Enter");
  await expect(note(page)).toContainText("we expect to sell two million berths a year");
  await page.keyboard.press("Escape");
  await expect(note(page)).toHaveCount(0);

  await page.getByRole("link", { name: /^Previous/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(before.title);
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(issue.title);
  await page.getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(after.title);
  await page.goto(PAGES["not found"]);
  await page.getByRole("main").getByRole("link", { name: "front page" }).click();
  await expect(page.getByRole("link", { name: /^Read issue/ })).toBeVisible();
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path);
    await expect(page.getByRole("main").getByRole("heading").first(), name).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Site" }), name).toBeVisible();
  }
  await close();
});

test("without JavaScript: the passage behind a sentence, the ledger, the issue without its analysis", async ({
  browser,
  baseURL,
}) => {
  const { page, close } = await readerWithoutScript(browser, { baseURL });
  await page.goto(address);
  await openers(page).first().click();
  // By key: a pointer that is quicker than the window scrolls would press beside the card, which closes it.
  await note(page).getByRole("link", { name: "The archived passage" }).first().press("Enter");
  await expect(page).toHaveURL(archived);
  await expect(page.locator("mark")).toHaveText(evidence?.exact ?? "");

  await page.getByRole("navigation", { name: "Site" }).getByRole("link", { name: "Ledger" }).click();
  await page.getByLabel("Who", { exact: true }).selectOption("Corvia");
  await page.getByLabel("What", { exact: true }).selectOption("Commitments");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/speaker=Corvia&kind=commitment/);
  await expect(page.getByRole("main")).toContainText("keep the Tuesday train");
  await expect(page.getByRole("listitem").filter({ hasText: "two million berths" })).toHaveCount(0);

  await page.goto(address);
  await openers(page).first().click();
  await note(page).getByRole("link", { name: "Nordlicht Rail" }).first().press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Nordlicht Rail" })).toBeVisible();
  await page
    .getByRole("region", { name: "Claims" })
    .getByRole("link", { name: /two million berths/ })
    .click();
  await expect(page).toHaveURL(/\/issues\/[\w-]+#s-aaaaaaaaa1/);

  await page.goto(address);
  const analysis = "The corridor is where the price of a night is being settled";
  await expect(page.getByText(analysis).filter({ visible: true })).toHaveCount(1);
  await page.getByRole("link", { name: "Read without our analysis" }).click();
  await expect(page.getByText(analysis).filter({ visible: true })).toHaveCount(0);
  const box = page.getByText("whoever owns the yard sets the terms");
  await expect(box).toBeHidden();
  await page.locator("summary", { hasText: issue.labels.whyItMatters }).first().focus();
  await page.keyboard.press("Enter");
  await expect(box).toBeVisible();
  await page.getByRole("link", { name: "Show the whole issue" }).click();
  await expect(page).toHaveURL(address);
  await close();
});

test("without JavaScript, by touch: a note opens and shuts", async ({ browser, baseURL }) => {
  const phone = { baseURL, hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } };
  const { page, close } = await readerWithoutScript(browser, phone);
  await page.goto(address);
  await openers(page).nth(1).tap();
  await expect(note(page)).toContainText("forty cars, with an option on twenty more");
  await note(page).getByRole("button", { name: "Close" }).tap();
  await expect(note(page)).toHaveCount(0);
  await close();
});

test("the same issue as Markdown and as JSON that keeps to the published schema", async ({ request }) => {
  const text = await request.get(`${address}.md`);
  expect(text.headers()["content-type"]).toContain("text/markdown");
  expect(await text.text()).toContain(issue.title);

  const data = await request.get(`${address}.json`);
  expect(data.headers()["content-type"]).toContain("application/json");
  const schema = await (await request.get("/schema/edition.json")).json();
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  expect(validate(await data.json()) || validate.errors).toBe(true);
});

test("a copy that is still right is not sent again", async ({ request }) => {
  for (const path of [address, `${address}.md`, `${address}.json`]) {
    const etag = (await request.get(path)).headers().etag ?? "";
    expect(etag).toMatch(/^"/);
    const again = await request.get(path, { headers: { "If-None-Match": etag } });
    expect([again.status(), (await again.body()).length], path).toEqual([304, 0]);
  }
});

test("words reach readers when they are published and not before", async ({
  insertIssue,
  database,
  request,
}) => {
  const [secret, later] = [`hush${suffix()}`, `later${suffix()}`];
  const story = { headline: `A ${secret} — a story`, body: paragraphs(`Nobody knows of ${secret} yet.`) };
  const given = await insertIssue({ title: `Draft ${secret}`, sections: [{ stories: [story] }] });
  const forms = ["", ".md", ".json"].map((ending) => `/issues/${given.slug}${ending}`);
  const read = async (path: string) => {
    const response = await request.get(path);
    return { status: response.status(), text: await response.text() };
  };
  for (const path of forms) expect((await read(path)).status, path).toBe(404);
  for (const path of ["/", "/archive", address, ...forms])
    expect((await read(path)).text, path).not.toContain(secret);

  await publishIssue(COMMAND_LINE, { id: given.id });
  for (const path of ["/archive", ...forms]) {
    const { status, text } = await read(path);
    expect([status, text.includes(secret)], path).toEqual([200, true]);
  }

  await database.issue.update({ where: { id: given.id }, data: { title: `Draft ${later}` } });
  for (const path of ["/", "/archive", ...forms]) expect((await read(path)).text, path).not.toContain(later);
  expect(await publishIssue(COMMAND_LINE, { id: given.id })).toMatchObject({ edition: 2 });
  for (const path of ["/archive", ...forms]) expect((await read(path)).text, path).toContain(later);
});
