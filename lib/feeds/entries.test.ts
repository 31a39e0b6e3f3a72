import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { feedOfPage } from "@/lib/feeds/discover";
import { readFeedText } from "@/lib/feeds/entries";
import { cleanLine, wordsOfHtml } from "@/lib/feeds/plain-text";
import { ATOM, JSON_FEED, RDF, rss } from "@/lib/feeds/test-feeds";

const ADDRESS = "https://feeds.example/pier/feed.xml";

describe("a feed", () => {
  it("in RSS has relative addresses, HTML in its words, authors and dates", () => {
    const channel = "<link>https://pier.example/news/</link>";
    const text = rss(
      "Pier &amp; co",
      [
        {
          id: "b",
          link: "tide?utm_source=feed&x=1",
          title: "Tide <em>tables</em>",
          date: "Tue, 03 Mar 2026 10:00:00 GMT",
        },
        {
          link: "https://pier.example/c",
          date: "Wed, 04 Mar 2026 10:00:00 +0200",
          summary: `<p>${"word ".repeat(400)}`,
        },
        { id: "d", link: "mailto:someone@pier.example", title: "No page" },
      ],
      channel,
    );
    const feed = readFeedText(text, ADDRESS);
    expect(feed).toMatchObject({ title: "Pier & co", siteUrl: "https://pier.example/news/" });
    expect(feed?.entries).toHaveLength(2);
    expect(feed?.entries[1]).toMatchObject({
      externalId: "b",
      url: "https://pier.example/news/tide?x=1",
      canonicalUrl: "https://pier.example/news/tide?x=1",
      title: "Tide tables",
      publishedAt: new Date("2026-03-03T10:00:00Z"),
    });
    const untitled = feed?.entries[0];
    expect(untitled?.externalId).toBe("https://pier.example/c");
    expect(untitled?.title).toMatch(/^word word .*…$/);
    expect(untitled?.summary.length).toBeLessThanOrEqual(1_000);
  });

  it("in Atom has a base of its own, types of text, and authors of its own or of the feed", () => {
    const feed = readFeedText(ATOM, ADDRESS);
    expect(feed).toMatchObject({ title: "Quay <notes>", siteUrl: "https://quay.example/" });
    expect(feed?.entries).toMatchObject([
      {
        url: "https://quay.example/notes/second",
        title: "2 < 3, says the tide",
        byline: "Per Lind, Ola Dahl",
        summary: "Plain <words>",
      },
      {
        externalId: "tag:quay.example,2026:1",
        url: "https://quay.example/notes/2026/lock.html",
        title: "The first lock",
        byline: "Ida Holm",
        summary: "It opens slowly.",
      },
    ]);
  });

  it("in RDF and in JSON says the same things", () => {
    expect(readFeedText(RDF, ADDRESS)?.entries).toMatchObject([
      {
        externalId: "https://mole.example/1",
        title: "Stones & sand",
        byline: "Z. Berg",
        summary: "A mole is a wall.",
        publishedAt: new Date("2026-02-01"),
      },
    ]);
    const feed = readFeedText(JSON_FEED, ADDRESS);
    expect(feed?.title).toBe("Buoys");
    expect(feed?.entries).toMatchObject([
      { url: "https://buoy.example/8", title: "Eight without a title", summary: "", byline: "The watch" },
      { externalId: "7", title: "Seven <b>bells</b>", summary: "Rung & heard" },
    ]);
  });

  it("that is broken, hostile or none is none", () => {
    const entity = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaa">]>';
    const file = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]>';
    const items = [{ link: "https://e.example/1", title: "&a;" }];
    for (const text of [
      "",
      "no feed",
      "<html><head><title>A page</title></head></html>",
      rss("Cut", items).slice(0, -30),
      rss("Bomb", items).replace("?>", `?>${entity}`),
      rss("File", items).replace("?>", `?><!-- x -->${file}`),
      `<rss version="2.0"><channel>${"<a>".repeat(20_000)}`,
      "{}",
    ])
      expect(readFeedText(text, ADDRESS), text.slice(0, 80)).toBeNull();
    const old =
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">';
    expect(readFeedText(rss("Old", items).replace("?>", `?>${old}`), ADDRESS)?.title).toBe("Old");
  });

  it("gives each id and each page once, at most 200, newest first, whatever is in it", () => {
    const item = fc.record({
      id: fc.option(fc.string({ maxLength: 600 }), { nil: undefined }),
      link: fc.oneof(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constantFrom(
          "https://one.example/?utm_source=a",
          "https://one.example",
          "/two",
          "data:text/html,x",
          "http://[bad",
        ),
      ),
      title: fc.string({ unit: "binary", maxLength: 50 }),
      date: fc.option(
        fc
          .date({ min: new Date("1971-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
          .map((d) => d.toUTCString()),
        { nil: undefined },
      ),
    });
    const storable = (text: string) => text.isWellFormed() && !/\p{Cc}/u.test(text);
    fc.assert(
      fc.property(fc.array(item, { maxLength: 250 }), (items) => {
        const feed = readFeedText(rss("Any", items), ADDRESS);
        // A character that XML forbids makes it no feed.
        if (feed === null) return;
        const { entries } = feed;
        expect(entries.length).toBeLessThanOrEqual(200);
        expect(new Set(entries.map((entry) => entry.externalId)).size).toBe(entries.length);
        expect(new Set(entries.map((entry) => entry.canonicalUrl)).size).toBe(entries.length);
        for (const { url, title, externalId } of entries) {
          expect(url).toMatch(/^https?:\/\//);
          expect(title).not.toBe("");
          expect(externalId.length).toBeLessThanOrEqual(500);
          expect([url, title, externalId].filter((text) => !storable(text))).toEqual([]);
        }
        const dates = entries.map((entry) => Number(entry.publishedAt));
        if (entries.every((entry) => entry.publishedAt))
          expect(dates).toEqual(dates.toSorted((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });
});

it("words are cut between characters and never run anything", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.integer({ min: 2, max: 40 }),
      (text, most) => {
        for (const line of [cleanLine(text, most), wordsOfHtml(text, most)]) {
          expect(line.length).toBeLessThanOrEqual(most);
          expect(line.isWellFormed()).toBe(true);
        }
      },
    ),
  );
  expect(
    wordsOfHtml('<p>One<p>two<br>three<img src=x onerror="alert(1)"><script>alert(1)</script>', 100),
  ).toBe("One two three");
  expect(cleanLine("🚢🚢🚢", 4)).toBe("🚢…");
});

it("a page names its feed", () => {
  const page = (head: string) => `<!doctype html><html><head>${head}</head><body><p>Hello</body></html>`;
  const link = (href: string, type = "application/rss+xml") =>
    `<link rel="alternate" type="${type}" href="${href}">`;
  const at = "https://pier.example/blog/";
  expect(feedOfPage(page(link("feed.xml") + link("comments.xml")), at)).toBe(
    "https://pier.example/blog/feed.xml",
  );
  expect(feedOfPage(page(`<base href="/x/">${link("f.json", "application/feed+json")}`), at)).toBe(
    "https://pier.example/x/f.json",
  );
  expect(feedOfPage(page(link("javascript:alert(1)") + link("/atom", "application/atom+xml")), at)).toBe(
    "https://pier.example/atom",
  );
  expect(feedOfPage(page('<link rel="alternate" hreflang="de" type="text/html" href="/de">'), at)).toBeNull();
  expect(feedOfPage("", at)).toBeNull();
});
