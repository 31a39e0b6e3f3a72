import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";

// The four formats under one name for each thing. Nothing of what they say is trusted yet (entries.ts).

/** What is parsed at all, so that the newest are among it wherever they stand. */
const MOST_PARSED = 2_000;

/** A text as the formats give it: plain words, or HTML. */
export interface Text {
  words: string | undefined;
  isHtml: boolean;
}

/** An entry before anything of it is trusted. */
export interface RawEntry {
  id: string | undefined;
  links: (string | undefined)[];
  title: Text;
  summary: Text;
  authors: (string | undefined)[];
  date: string | undefined;
  base: string;
}

const html = (words: string | undefined): Text => ({ words, isHtml: true });
const plain = (words: string | undefined): Text => ({ words, isHtml: false });
const firstOf = (...texts: Text[]): Text => texts.find(({ words }) => words?.trim()) ?? plain(undefined);

/** An id may be an address, but is none that is relative to anything. */
const asAddress = (id: string | undefined) => (/^https?:/i.test(id ?? "") ? id : undefined);

const within = (base: string, own: string | undefined) => URL.parse(own ?? "", base)?.href ?? base;

function rssEntry(item: RssFeed.Item<string>, base: string): RawEntry {
  const { guid, dc, content } = item;
  // A guid is an address unless it says that it is none (RSS 2.0, guid).
  const permalink = guid?.isPermaLink === false ? undefined : asAddress(guid?.value);
  return {
    id: guid?.value,
    links: [item.link, permalink, item.enclosures?.[0]?.url],
    title: html(item.title ?? dc?.titles?.[0]),
    summary: firstOf(html(item.description), html(content?.encoded)),
    authors: dc?.creators ?? item.authors?.map(({ name, email }) => name ?? email) ?? [],
    date: item.pubDate ?? dc?.dates?.[0] ?? item.atom?.updated,
    base: within(base, item.xml?.base),
  };
}

function rdfEntry(item: RdfFeed.Item<string>, base: string): RawEntry {
  return {
    id: item.rdf?.about,
    links: [item.link, asAddress(item.rdf?.about)],
    title: html(item.title),
    summary: firstOf(html(item.description), html(item.content?.encoded)),
    authors: item.dc?.creators ?? [],
    date: item.dc?.dates?.[0],
    base: within(base, item.xml?.base),
  };
}

/** RFC 4287, 3.1: a text is plain unless its type says otherwise. */
const atomText = (text: AtomFeed.Text | AtomFeed.Content | undefined): Text => ({
  words: text?.value,
  isHtml: /html/i.test(text?.type ?? ""),
});

/** RFC 4287, 4.2.7.2: a link without a relation is the alternate. */
const alternates = (links: AtomFeed.Link<string>[] | undefined) =>
  (links ?? []).filter(({ rel = "alternate" }) => rel === "alternate").map(({ href }) => href);

function atomEntry(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>, base: string): RawEntry {
  return {
    id: entry.id,
    links: [...alternates(entry.links), entry.content?.src, asAddress(entry.id)],
    title: atomText(entry.title),
    summary: firstOf(atomText(entry.summary), atomText(entry.content)),
    authors: (entry.authors ?? entry.source?.authors ?? feed.authors ?? []).map(({ name }) => name),
    date: entry.published ?? entry.updated,
    base: within(base, entry.xml?.base),
  };
}

function jsonEntry(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>, base: string): RawEntry {
  return {
    id: item.id,
    links: [item.url, item.external_url, asAddress(item.id)],
    title: plain(item.title),
    summary: firstOf(plain(item.summary), plain(item.content_text), html(item.content_html)),
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    date: item.date_published ?? item.date_modified,
    base,
  };
}

export interface RawFeed {
  title: Text;
  site: string | undefined;
  base: string;
  entries: RawEntry[];
}

/** The parts of any format, of what `address` answered. Throws what the parser throws for none. */
export function rawFeed(text: string, address: string): RawFeed {
  const parsed = parseFeed(text, { maxItems: MOST_PARSED });
  switch (parsed.format) {
    case "rss": {
      const { title, link, items = [], xml } = parsed.feed;
      const base = within(within(address, link), xml?.base);
      return {
        title: html(title),
        site: link,
        base: address,
        entries: items.map((item) => rssEntry(item, base)),
      };
    }
    case "rdf": {
      const { title, link, items = [], xml } = parsed.feed;
      const base = within(within(address, link), xml?.base);
      return {
        title: html(title),
        site: link,
        base: address,
        entries: items.map((item) => rdfEntry(item, base)),
      };
    }
    case "atom": {
      const { feed } = parsed;
      const base = within(address, feed.xml?.base);
      const entries = (feed.entries ?? []).map((entry) => atomEntry(entry, feed, base));
      return { title: atomText(feed.title), site: alternates(feed.links)[0], base, entries };
    }
    case "json": {
      const { feed } = parsed;
      const entries = (feed.items ?? []).map((item) => jsonEntry(item, feed, address));
      return { title: plain(feed.title), site: feed.home_page_url, base: address, entries };
    }
  }
}
