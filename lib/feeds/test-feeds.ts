// Feeds as the web has them, written for the tests.

interface Item {
  id?: string;
  link?: string;
  title?: string;
  date?: string;
  summary?: string;
}

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign,
  );
const tag = (name: string, text: string | undefined) =>
  text === undefined ? "" : `<${name}>${escaped(text)}</${name}>`;

/** RSS 2.0. */
export function rss(title: string, items: Item[], channel = ""): string {
  const each = items.map(
    ({ id, link, title: own, date, summary }) =>
      `<item>${tag("title", own)}${tag("link", link)}${id === undefined ? "" : `<guid isPermaLink="false">${escaped(id)}</guid>`}${tag("pubDate", date)}${tag("description", summary)}</item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${tag("title", title)}${channel}${each.join("\n")}</channel></rss>`;
}

export const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://quay.example/notes/">
  <title type="html">Quay &amp;lt;notes&amp;gt;</title>
  <link rel="self" href="feed.atom"/><link href="/"/>
  <author><name>Ida Holm</name></author>
  <entry xml:base="2026/">
    <id>tag:quay.example,2026:1</id>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <b>first</b> lock</div></title>
    <link rel="enclosure" href="lock.mp3"/><link rel="alternate" href="lock.html"/>
    <updated>2026-03-04T08:00:00Z</updated><published>2026-03-03T08:00:00Z</published>
    <summary type="html">&lt;p&gt;It opens&lt;/p&gt;&lt;p&gt;slowly.&lt;script&gt;track()&lt;/script&gt;&lt;/p&gt;</summary>
  </entry>
  <entry>
    <id>https://quay.example/notes/second</id><title>2 &lt; 3, says the tide</title>
    <author><name>Per Lind</name></author><author><name>Ola Dahl</name></author>
    <updated>2026-03-05T08:00:00Z</updated><content>Plain <![CDATA[<words>]]></content>
  </entry>
</feed>`;

export const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel rdf:about="https://mole.example/"><title>Mole</title><link>https://mole.example/</link></channel>
  <item rdf:about="https://mole.example/1"><title>Stones &amp; sand</title><link>https://mole.example/1</link>
    <dc:date>2026-02-01</dc:date><dc:creator>Z. Berg</dc:creator><description>A mole is a wall.</description></item>
</rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1.1",
  title: "Buoys",
  home_page_url: "https://buoy.example/",
  authors: [{ name: "The watch" }],
  items: [
    {
      id: 7,
      url: "https://buoy.example/7",
      title: "Seven <b>bells</b>",
      content_html: "<p>Rung &amp; heard</p>",
      date_published: "2026-01-07T00:00:00Z",
    },
    {
      id: "https://buoy.example/8",
      content_text: "Eight without a title",
      date_published: "2026-01-08T00:00:00Z",
    },
    { id: "9", url: "javascript:alert(9)", title: "Nine" },
  ],
});
