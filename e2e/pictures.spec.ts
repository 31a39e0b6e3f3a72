import type { Page } from "@playwright/test";
import sharp from "sharp";
import { expectAccessible } from "@/e2e/axe";
import { expect, test } from "@/e2e/fixtures";
import type { RichText } from "@/lib/rich-text/document";

// A picture comes into a text by mouse (dropped) and by keyboard (from the list of blocks).
test.describe.configure({ mode: "parallel" });

const png = () =>
  sharp({ create: { width: 1400, height: 700, channels: 3, background: { r: 90, g: 120, b: 140 } } })
    .png()
    .toBuffer();

/** Gives the text a file, as the browser does with what is dropped or pasted. */
async function handFile(page: Page, how: "drop" | "paste", name: string, bytes: Buffer): Promise<void> {
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await text.evaluate(
    (element, [kind, base64, fileName]) => {
      const data = new DataTransfer();
      const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([raw], fileName, { type: "image/png" }));
      const { left, top } = element.getBoundingClientRect();
      // Where nothing is, the text hears of no drop.
      const at = { clientX: left + 5, clientY: top + 5, bubbles: true, cancelable: true };
      const event =
        kind === "drop"
          ? new DragEvent("drop", { dataTransfer: data, ...at })
          : new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    },
    [how, bytes.toString("base64"), name] as const,
  );
}

test("a picture is dropped, described, captioned, removed and brought back, by mouse", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const issue = await insertIssue({ title: "Seen", sections: [{ stories: [{ headline: "Here" }] }] });
  const id = issue.stories[0]?.id ?? "";
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${id}`);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await expect(text).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
  const bytes = await png();

  await page.route("**/api/images*", (route) => route.abort());
  await handFile(page, "drop", "quay.png", bytes);
  await expect(text.getByRole("alert")).toContainText("“quay.png” was not added.");
  await page.unroute("**/api/images*");
  await page.getByRole("button", { name: "Try again" }).click();
  const figure = text.locator("figure");
  await expect(figure.locator("img")).toHaveAttribute("width", "1400");
  await figure.getByRole("button", { name: "Add alternative text" }).click();
  await expect(page.getByLabel("Alternative text")).toBeFocused();
  // Over what follows, on a phone too: nothing of them is cut off.
  await expectAccessible(page, "a picture and its fields", () =>
    page.getByRole("button", { name: "Remove the picture" }).click({ trial: true }),
  );
  await page.keyboard.type("A quay at low water");
  await page.getByLabel("Credit").fill("Jo Doe");
  await figure.locator("figcaption").click();
  await page.keyboard.type("Low water.");
  const figures = async () => {
    const { body } = await database.story.findUniqueOrThrow({ where: { id } });
    return (body as unknown as RichText).content.filter(({ type }) => type === "figure");
  };
  const kept = async () => (await figures())[0];
  await expect
    .poll(kept)
    .toMatchObject({ type: "figure", attrs: { alt: "A quay at low water", credit: "Jo Doe", width: 1400 } });
  await expect.poll(async () => (await kept())?.content?.[0]?.text).toBe("Low water.");
  await page.getByRole("button", { name: "Remove the picture" }).click();
  await expect(figure).toHaveCount(0);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(figure.locator("figcaption")).toHaveText("Low water.");

  // One more from the clipboard.
  await text.press("ControlOrMeta+End");
  await handFile(page, "paste", "crane.png", bytes);
  await expect(figure.locator("img")).toHaveCount(2);
  await expect.poll(async () => (await figures()).length).toBe(2);
});

test("a picture is added, described and credited, by keyboard", async ({ signInAs, insertIssue }) => {
  const issue = await insertIssue({ title: "Seen", sections: [{ stories: [{ headline: "Here" }] }] });
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${issue.stories[0]?.id}`);
  const text = page.getByRole("textbox", { name: "Text", exact: true });
  await expect(text).toHaveAttribute("contenteditable", "true", { timeout: 30_000 });
  // From before the first key: the browser hears only after a while that its own window for files is not wanted.
  const choosing = page.waitForEvent("filechooser");
  await text.focus();
  await page.keyboard.type("/pic");
  await expect(page.getByRole("option", { name: "Picture", selected: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await (await choosing).setFiles({ name: "quay.png", mimeType: "image/png", buffer: await png() });
  await expect(text.locator("figure")).toHaveCount(1);
  await text.focus();
  await page.keyboard.press("ControlOrMeta+Home");
  // The editor hears of the moved caret in a later task than the browser.
  await expect(page.getByLabel("Alternative text")).toBeVisible();
  await page.keyboard.type("Low water.");
  await expect(text.locator("figcaption")).toHaveText("Low water.");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Alternative text")).toBeFocused();
  await page.keyboard.type("A quay");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Jo Doe");
  await expect(page.getByLabel("Credit")).toHaveValue("Jo Doe");
  await page.keyboard.press("Escape");
  await expect(text).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("On with the story.");
  await expect(text.locator("> p").first()).toHaveText("On with the story.");
  await expect(text.locator("img")).toHaveAttribute("alt", "A quay");
});
