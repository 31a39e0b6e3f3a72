// npm run screenshots [-- readers greyscale desk]: the pictures in docs/screenshots, taken of the demo in an app that is running. Needs a Chromium
// (PLUMBLINE_CHROMIUM, or the one Playwright has) and poppler's pdftoppm, for the printed pages.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "@playwright/test";
import { Failure, printFailure } from "./failure.ts";
import { ROOT } from "./places.mjs";

const FOLDER = path.join(ROOT, "docs", "screenshots");
const SITE = process.env.PLUMBLINE_URL ?? "http://localhost:3000";
const WIDE = { width: 1280, height: 900 };

/** A page of its own with the options, closed when `take` is done. */
async function onPage(browser: Browser, options: BrowserContextOptions, take: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    baseURL: SITE,
    viewport: WIDE,
    reducedMotion: "reduce",
    ...options,
  });
  await take(await context.newPage());
  await context.close();
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: "disabled", caret: "hide" });
  console.log(`${name}.png`);
}

async function openLatest(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: /^Read issue/ }).click();
  await page.getByRole("article").first().waitFor();
}

/** A sentence in the middle of the window, and the passage that it stands on. */
async function openNote(page: Page): Promise<void> {
  const note = await page.locator(".note:has(blockquote)").first().getAttribute("id");
  const opener = page.locator(`button[popovertarget="${note}"]`).first();
  await opener.evaluate((button) => button.scrollIntoView({ block: "center" }));
  await opener.click();
  await page.mouse.move(0, 0);
}

async function readerPages(browser: Browser): Promise<void> {
  await onPage(browser, {}, async (page) => {
    await page.goto("/");
    await shoot(page, "home");
    await openLatest(page);
    await shoot(page, "issue-light");
    await print(browser, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  });
  await onPage(browser, { colorScheme: "dark" }, async (page) => {
    await openLatest(page);
    await openNote(page);
    await shoot(page, "issue-dark");
  });
  const phone = {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  };
  await onPage(browser, phone, async (page) => {
    await openLatest(page);
    await openNote(page);
    await shoot(page, "issue-phone");
  });
}

/** As somebody sees it who sees no colour, where kinds of every sort stand together. */
async function greyscale(browser: Browser): Promise<void> {
  await onPage(browser, { viewport: { width: 1280, height: 1100 } }, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" });
    await openLatest(page);
    // The story with the most kinds, and of those the first.
    await page.locator("article.story").evaluateAll((stories) => {
      // No function has a name here: what the compiler adds for one is not in the page.
      const counts = stories.map(
        (story) => new Set([...story.querySelectorAll(".mark-piece")].map((piece) => piece.className)).size,
      );
      stories[counts.indexOf(Math.max(...counts))]?.scrollIntoView();
    });
    await shoot(page, "issue-greyscale");
  });
}

/** The first two sheets of the printed issue, side by side. */
async function print(browser: Browser, pdf: Buffer): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-print-"));
  execFileSync("pdftoppm", ["-png", "-r", "100", "-l", "2", "-", path.join(folder, "sheet")], { input: pdf });
  const sheets = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(path.join(folder, file), "base64"));
  rmSync(folder, { recursive: true });
  const images = sheets.map((data) => `<img alt="" src="data:image/png;base64,${data}">`);
  await onPage(browser, { viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:flex;gap:24px;align-items:center;justify-content:center;background:#d8d5cc}img{height:852px;box-shadow:0 1px 4px #0005}</style>${images.join("")}`,
    );
    await shoot(page, "issue-print");
  });
}

async function deskPages(browser: Browser): Promise<void> {
  const { PLUMBLINE_EMAIL: email, PLUMBLINE_PASSWORD: password } = process.env;
  if (!email || !password)
    throw new Failure(
      "PLUMBLINE_EMAIL and PLUMBLINE_PASSWORD must name one of the demo's sign-ins; npm start prints them.",
    );
  await onPage(browser, { viewport: { width: 1440, height: 900 } }, async (page) => {
    await page.goto("/desk");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("table").waitFor();
    await page.setViewportSize({ width: 1440, height: 560 });
    await shoot(page, "desk");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole("table").getByRole("link").first().click();
    await page.locator("[data-order-row]").first().click();
    await page.locator("[data-suggestion]").first().waitFor();
    await page.getByText(/\d of \d+ with evidence/).waitFor();
    await shoot(page, "desk-issue");
  });
}

const SETS = { readers: readerPages, greyscale, desk: deskPages };
type SetName = keyof typeof SETS;

/** The sets that the command line names; without any, all. */
function wanted(): SetName[] {
  const names = Object.keys(SETS) as SetName[];
  const asked = process.argv.slice(2);
  const unknown = asked.find((name) => !names.includes(name as SetName));
  if (unknown !== undefined)
    throw new Failure(`There are no pictures called “${unknown}”, only ${names.join(", ")}.`);
  return asked.length > 0 ? (asked as SetName[]) : names;
}

try {
  mkdirSync(FOLDER, { recursive: true });
  const asRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: process.env.PLUMBLINE_CHROMIUM || undefined,
    args: asRoot ? ["--no-sandbox", "--disable-dev-shm-usage"] : [],
  });
  for (const set of wanted()) await SETS[set](browser);
  await browser.close();
} catch (error) {
  printFailure(error);
  process.exit(1);
}
