import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "@/e2e/fixtures";

const HARBOUR = readFileSync(
  path.join(import.meta.dirname, "../lib/importers/fixtures/harbour-weekly.txt"),
  "utf8",
);

/** A digest that nobody has imported before: five stories in three sections, and a word of its own at the end. */
function digest() {
  const mark = `kelp${crypto.randomUUID().slice(0, 8)}`;
  return { mark, text: `Harbour Weekly ${mark}\n${HARBOUR.trimEnd()}\nThe word of the week is ${mark}.\n` };
}

const textField = (page: Page) => page.getByLabel("The text of an issue");
const fileField = (page: Page) => page.getByLabel("File", { exact: true });
const found = (page: Page) => page.getByRole("region", { name: "What was found" });
const headline = (page: Page, number: number) => page.getByLabel(`Headline of story ${number}`);
const story = (page: Page, number: number) => page.getByRole("article", { name: `Story ${number}` });
const accept = (page: Page) => page.getByRole("button", { name: "Make it an issue" });
const rows = (page: Page) =>
  page.getByRole("navigation", { name: "Running order" }).locator("[data-order-row]");

async function expectCounts(page: Page, counts: Record<string, number>) {
  for (const [name, count] of Object.entries(counts))
    await expect(found(page).locator("dl > div").filter({ hasText: name })).toHaveText(`${name}${count}`);
}

const asFile = (name: string, content: string | Buffer, mimeType = "text/plain") => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

test("a pasted text is looked through, corrected and becomes an issue with everything in it", async ({
  signInAs,
}) => {
  const { page } = await signInAs("editor");
  const { mark, text } = digest();
  await page.goto("/desk/import");
  await textField(page).fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await expectCounts(page, { Sections: 3, Stories: 5, Sources: 6, Highlights: 3 });
  await expect(found(page)).toContainText(/All \d+ words kept/);

  await headline(page, 3).fill("Fjordline — data before apps");
  await page.getByRole("button", { name: "Undo the last correction" }).click();
  await expect(headline(page, 3)).toHaveValue("Fjordline opens its timetable — data before apps");
  await headline(page, 3).fill("Fjordline — the open timetable");
  await story(page, 1)
    .getByRole("listitem")
    .filter({ hasText: "Marine Review" })
    .getByText("Not a source")
    .click();
  await story(page, 5).getByRole("button", { name: "Not a story: join up" }).click();
  await expectCounts(page, { Stories: 4, Sources: 5 });
  await page.getByLabel("Title", { exact: true }).fill(`Harbours ${mark}`);
  await accept(page).click();

  await page.waitForURL(/\/desk\/issues\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Harbours ${mark}`);
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(2)).toContainText("Fjordline");
  await page.goto(`${page.url().split("?")[0]}/preview`);
  const main = page.frameLocator("iframe").getByRole("main");
  for (const words of [
    "Ports had a quiet week on the surface and a loud one underneath.",
    "The quay is becoming the product.",
    "What a yard knows about batteries — Marine Review",
    "Fjordline — the open timetable",
    "Idle docks are the cheapest capacity there is.",
    "The Port of Aske ends its long refusal with one berth.",
    `The word of the week is ${mark}.`,
  ])
    await expect(main, words).toContainText(words);
  await expect(main.getByRole("table").getByRole("row")).toHaveCount(3);
  await expect(main.getByRole("link", { name: "Story 4" })).not.toHaveCount(0);
});

test("a file is chosen or dropped, and the same file again leads to what it became", async ({ signInAs }) => {
  const { page } = await signInAs("editor");
  const { mark, text } = digest();
  await page.goto("/desk/import");
  await fileField(page).setInputFiles(asFile(`${mark}.txt`, text));
  await expectCounts(page, { Sections: 3, Stories: 5 });
  await expect(found(page).getByRole("heading")).toHaveText(`${mark}.txt`);
  await accept(page).click();
  await page.waitForURL(/\/desk\/issues\/[0-9a-f-]{36}/);
  await expect(rows(page)).toHaveCount(5);
  const address = new URL(page.url()).pathname;

  await page.goto("/desk/import");
  const files = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ""], name ?? "", { type: "text/plain" }));
      return transfer;
    },
    [`again-${mark}.txt`, text],
  );
  // A hand goes on moving until the page answers.
  await expect(async () => {
    for (const type of ["dragenter", "dragover"])
      await textField(page).dispatchEvent(type, { dataTransfer: files });
    await expect(page.getByText("Let go to read it")).toBeVisible({ timeout: 500 });
  }).toPass();
  await textField(page).dispatchEvent("drop", { dataTransfer: files });
  await expect(
    page.getByText("This very file was imported before, so nothing new is made of it."),
  ).toBeVisible();
  await expect(accept(page)).toBeDisabled();
  await page.getByRole("link", { name: "Open the issue it became" }).click();
  await page.waitForURL(`**${address}**`);
});

test("what cannot be read is refused in a sentence, and what was typed stays", async ({ signInAs }) => {
  const { page } = await signInAs("editor");
  await page.goto("/desk/import");
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("There is no text yet: paste one, or choose a file.")).toBeVisible();

  const typed = "Words typed before a wrong file was chosen.";
  await textField(page).fill(typed);
  const png = await page.screenshot();
  const refused: [ReturnType<typeof asFile>, RegExp][] = [
    [asFile("empty.txt", ""), /“empty\.txt” is empty\./],
    [asFile("picture.txt", png), /“picture\.txt” is a binary file, not text/],
    [asFile("picture.png", png, "image/png"), /“picture\.png” is not a text or Markdown file/],
    [asFile("long.txt", "word ".repeat(629_146)), /“long\.txt” has 3\.0 MB/],
  ];
  for (const [file, sentence] of refused) {
    await fileField(page).setInputFiles(file);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(textField(page)).toHaveValue(typed);
  }
  // Few characters of many bytes: a browser lays them out faster.
  await textField(page).fill("—— ".repeat(300_000));
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.getByText("This text is longer than 2 MB.")).toBeVisible();

  await textField(page).fill(typed);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(found(page)).toBeVisible();
  await page.getByRole("button", { name: "Back to the text" }).click();
  await expect(textField(page)).toHaveValue(typed);
});

test("a contributor does not import", async ({ signInAs }) => {
  const { page } = await signInAs("contributor");
  await page.goto("/desk");
  await expect(page.getByRole("link", { name: "Backlog" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Import" })).toHaveCount(0);
  await page.goto("/desk/import");
  await expect(page.getByText("Editors import issues")).toBeVisible();
  await expect(textField(page)).toHaveCount(0);
});
