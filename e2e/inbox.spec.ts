import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/e2e/axe";
import { test as base, expect } from "@/e2e/fixtures";
import { rss } from "@/lib/feeds/test-feeds";
import { makeStory } from "@/prisma/factories";

interface Site {
  url: string;
  /** What the feed has from now on, newest last. */
  publish(titles: string[]): void;
}

/** A site on this machine, with a feed that its page names. */
const test = base.extend<{ site: Site }>({
  site: async ({ browserName: _ }, use) => {
    let titles: string[] = [];
    const server = createServer((request, response) => {
      if (request.url === "/blog") {
        response.setHeader("Content-Type", "text/html");
        return response.end(
          '<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed.xml"><p>Us',
        );
      }
      if (request.url === "/gone.xml") return response.writeHead(410).end();
      response.setHeader("Content-Type", "application/rss+xml");
      const items = titles.map((title, n) => ({
        id: title,
        link: `https://pages.example/${encodeURIComponent(title)}?utm_source=feed`,
        title,
        summary: `<p>About <b>${title}</b>.</p>`,
        date: new Date(Date.UTC(2026, 2, 1, 8, n)).toUTCString(),
      }));
      response.end(rss(titles[0]?.split(" ")[1] ?? "Empty", items));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    await use({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      publish: (next) => {
        titles = next;
      },
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

const suffix = () => crypto.randomUUID().slice(0, 6);
const message = (page: Page) => page.getByRole("region", { name: /Messages/ });
const rows = (page: Page) => page.getByRole("feed").getByRole("article");

async function addFeed(page: Page, url: string): Promise<void> {
  await page.goto("/desk/feeds");
  await page.getByLabel("Address of a feed").fill(url);
  await page.getByRole("button", { name: "Add the feed" }).click();
}

test("a page is subscribed to; what its feed brings is gone through by keyboard alone", async ({
  signInAs,
  database,
  site,
}) => {
  const mark = suffix();
  site.publish(["Alder", "Birch", "Cedar", "Elm"].map((name) => `${name} ${mark}`));
  const { page, contributorId } = await signInAs("editor");
  const story = await makeStory(database, { headline: `Timber ${mark}`, authorId: contributorId });
  await addFeed(page, `${site.url}/blog`);
  const feed = page.getByRole("list", { name: "Feeds" }).getByRole("listitem").filter({ hasText: site.url });
  await expect(feed).toContainText(`${site.url}/feed.xml`);
  await feed.getByRole("link", { name: /4 waiting/ }).click();

  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).first()).toContainText(`Elm ${mark}`);
  await page.keyboard.press("j");
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("e");
  await expect(message(page)).toContainText(`“Elm ${mark}” dismissed.`);
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("u");
  await expect(rows(page)).toHaveCount(4);
  await page.keyboard.press("k");
  await expect(rows(page).first()).toBeFocused();
  await expect(rows(page).first()).toContainText(`Elm ${mark}`);
  await page.keyboard.press("Enter");
  await expect(message(page)).toContainText(`“Elm ${mark}” is a story in the backlog now.`);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("s");
  const picker = page.getByRole("dialog", { name: "Which story does it join?" });
  await page.keyboard.type(`timber ${mark}`);
  await expect(picker.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(message(page)).toContainText(`“Cedar ${mark}” is a source of “Timber ${mark}”.`);
  await expect(rows(page)).toHaveCount(2);
  const made = await database.story.findFirstOrThrow({
    where: { headline: `Elm ${mark}` },
    include: { sources: { include: { source: true } } },
  });
  expect(made.authorId).toBe(contributorId);
  expect(made.sources.map((link) => link.source.url)).toEqual([`https://pages.example/Elm%20${mark}`]);
  const joined = await database.storySource.findMany({
    where: { storyId: story.id },
    include: { source: true },
  });
  expect(joined.map((link) => link.source.title)).toEqual([`Cedar ${mark}`]);
});

test("by mouse; what others decide leaves by itself, and what comes is there without a reload", async ({
  signInAs,
  site,
}) => {
  const mark = suffix();
  site.publish([`Ash ${mark}`, `Beech ${mark}`]);
  const [{ page }, { page: other }] = [await signInAs("editor"), await signInAs("editor")];
  await addFeed(page, `${site.url}/feed.xml`);
  const feed = page.getByRole("listitem").filter({ hasText: site.url });
  await feed.getByRole("link", { name: /2 waiting/ }).click();
  await other.goto("/desk/inbox");
  await other.getByLabel("Words in what waits").fill(mark);
  await expect(rows(other)).toHaveCount(2);
  await page.getByRole("button", { name: `Dismiss Beech ${mark}` }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(other)).toHaveCount(1);
  await message(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(other)).toHaveCount(2);
  site.publish([`Ash ${mark}`, `Beech ${mark}`, `Hazel ${mark}`]);
  await page.goto("/desk/feeds");
  await feed.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Read it now" }).click();
  await expect(rows(other)).toHaveCount(3);
  await rows(other)
    .getByRole("button", { name: `New story from Hazel ${mark}` })
    .click();
  await expect(message(other)).toContainText(`“Hazel ${mark}” is a story`);

  await feed.getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Remove feed" }).click();
  await expect(feed).toHaveCount(0);
  await expect(rows(other)).toHaveCount(2);
  await message(page).getByRole("button", { name: "Undo" }).first().click();
  await expect(feed).toContainText("2 waiting");
});

test("the bookmarklet's page shows what was sent, changes nothing by itself, and collects it where one says", async ({
  signInAs,
  database,
}) => {
  const mark = suffix();
  const url = `https://pages.example/sent-${mark}`;
  const { page } = await signInAs("contributor");
  const query = new URLSearchParams({ url, title: `Sent ${mark}`, text: "A passage that matters." });
  await page.goto(`/desk/collect?${query}`);
  await expect(page.getByLabel("What you selected")).toHaveValue("A passage that matters.");
  expect(await database.inboxItem.count({ where: { url } })).toBe(0);
  await page.getByRole("button", { name: "To the inbox" }).click();
  await expect(page.getByRole("status")).toContainText("1 page collected in the inbox.");
  await page.getByRole("link", { name: "Open the inbox" }).click();
  await page.getByLabel("Where it came from").selectOption({ label: "Sent by people" });
  const row = rows(page).filter({ hasText: `Sent ${mark}` });
  await expect(row).toContainText("A passage that matters.");
  await expect(row.getByRole("button", { name: /^Dismiss/ })).toHaveCount(0);
  await row.getByRole("button", { name: /^New story/ }).click();
  await expect(row).toHaveCount(0);

  // A phone's share menu may put the address into the text.
  await page.goto(`/desk/collect?${new URLSearchParams({ title: "Shared", text: `Look ${url}` })}`);
  await expect(page.getByLabel("Address")).toHaveValue(url);
  await expect(page.getByText("Used in the backlog")).toBeVisible();

  await page.goto("/desk/collect");
  const bookmarklet = page.getByRole("link", { name: "Collect in Plumbline" });
  expect(await bookmarklet.getAttribute("href")).toMatch(/^javascript:\(\(\)=>\{open\(/);
  const manifest = await page.request.get("/desk/manifest.webmanifest");
  expect(await manifest.json()).toMatchObject({ share_target: { action: "/desk/collect", method: "GET" } });
  await expect(page.locator('link[rel="manifest"]')).toHaveAttribute("href", "/desk/manifest.webmanifest");
});

/** Pastes as the keys do, where the focus is. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }, text);
}

test("two addresses pasted on a story become its sources, one is known, and undo takes them back", async ({
  signInAs,
  insertIssue,
  database,
}) => {
  const mark = suffix();
  const [known, fresh] = [`https://pages.example/known-${mark}`, `https://pages.example/new-${mark}`];
  const issue = await insertIssue({
    title: `Pasted ${mark}`,
    sections: [
      {
        stories: [
          { headline: `First ${mark}`, sources: [{ title: "K", url: known, canonicalUrl: known }] },
          { headline: `Second ${mark}` },
        ],
      },
    ],
  });
  const second = issue.stories[1]?.id ?? "";
  const { page } = await signInAs("editor");
  await page.goto(`/desk/issues/${issue.id}?part=story:${second}`);
  const headline = page.getByRole("textbox", { name: "Headline" }).nth(1);
  await expect(headline).toBeVisible();
  await headline.focus();
  await paste(page, `${known} ${fresh}`);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.locator(`[data-order-item="story:${second}"]`).focus();
  await paste(page, `${known}?utm_source=mail\nand ${fresh}.`);
  const dialog = page.getByRole("dialog", { name: "Collect these 2 addresses?" });
  await expect(dialog).toContainText(`Used in “Pasted ${mark}”, story 1`);
  await expect(dialog.getByRole("radio", { name: `The story in hand, “Second ${mark}”` })).toBeChecked();
  await expectAccessible(page, "collecting what was pasted");
  await dialog.getByRole("button", { name: "Collect 2" }).press("Enter");
  await expect(message(page)).toContainText(`2 pages collected in “Second ${mark}”.`);
  const sources = async () => {
    const links = await database.storySource.findMany({
      where: { storyId: second },
      orderBy: { position: "asc" },
      include: { source: true },
    });
    return links.map((link) => link.source.url);
  };
  expect(await sources()).toEqual([known, fresh]);
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(sources).toEqual([]);

  // Dropped on the first story, while the second is the one that is open.
  await page.locator(`[data-part="story:${issue.stories[0]?.id}"]`).evaluate((element, url) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/uri-list", url);
    element.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, fresh);
  await expect(page.getByRole("radio", { name: `The story in hand, “First ${mark}”` })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.goto("/desk");
  await paste(page, fresh);
  await page
    .getByRole("dialog", { name: "Collect this address?" })
    .getByRole("button", { name: "Collect it" })
    .click();
  await expect(message(page)).toContainText("1 page collected in the inbox.");
});

test("a list of feeds comes in with a report, goes out, and a gone feed says so", async ({
  signInAs,
  site,
}) => {
  const mark = suffix();
  site.publish([`Oak ${mark}`]);
  const { page } = await signInAs("editor");
  await addFeed(page, `${site.url}/feed.xml`);
  await page.getByRole("button", { name: "Import a list…" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a list of feeds" });
  const list = dialog.getByLabel("Or paste its text");
  await list.fill(
    '<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline xmlUrl="https://a.example/f"/></body></opml>',
  );
  await dialog.getByRole("button", { name: "Import it" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Nothing was taken in");
  await list.fill(
    `<opml version="2.0"><body><outline text="Folder"><outline text="Gone ${mark}" xmlUrl="${site.url}/gone.xml"/></outline>
     <outline text="Known" xmlUrl="${site.url}/feed.xml"/><outline text="Bad" xmlUrl="file:///etc/passwd"/></body></opml>`,
  );
  await dialog.getByRole("button", { name: "Import it" }).click();
  for (const part of ["1 added", "1 here already", "1 refused"]) await expect(dialog).toContainText(part);
  await dialog.getByRole("button", { name: "Done" }).click();
  const gone = page.getByRole("listitem").filter({ hasText: `Gone ${mark}` });
  await expect(gone).toContainText("took the page down for good");
  await expect(gone).toContainText("Paused");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export the list" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text).toContain(`xmlUrl="${site.url}/gone.xml"`);
  await gone.getByRole("button", { name: `Actions for Gone ${mark}` }).click();
  await page.getByRole("menuitem", { name: "Edit…" }).click();
  await page.getByRole("dialog").getByLabel("Title").fill(`Renamed ${mark}`);
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: `Renamed ${mark}` })).toBeVisible();
});

test("the screens of collecting have no accessibility faults", async ({ signInAs, site }) => {
  const mark = suffix();
  site.publish([`Pine ${mark}`, `Rowan ${mark}`]);
  const { page } = await signInAs("editor");
  await addFeed(page, `${site.url}/feed.xml`);
  await addFeed(page, `${site.url}/gone.xml`);
  const feed = page.getByRole("listitem").filter({ hasText: `${site.url}/feed.xml` });
  await expect(feed).toContainText("2 waiting");
  await expectAccessible(page, "feeds");
  await page.getByRole("button", { name: "Import a list…" }).click();
  await expectAccessible(page, "importing feeds");
  await page.keyboard.press("Escape");
  await feed.getByRole("link", { name: /2 waiting/ }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press("j");
  await expectAccessible(page, "inbox, an item in hand");
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible(page, "inbox, picking a story");
  await page.keyboard.press("Escape");
  await page.getByLabel("Words in what waits").fill("nothing has these words");
  await expect(page.getByText("Nothing of that waits")).toBeVisible();
  await expectAccessible(page, "inbox, nothing found");
  await page.goto(`/desk/collect?url=${encodeURIComponent("https://pages.example/x")}&title=X&text=Words`);
  await expectAccessible(page, "collecting a page");
  await page.goto("/desk/collect");
  await expectAccessible(page, "collecting, with the bookmarklet");
});
