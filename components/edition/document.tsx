import type { ReactNode } from "react";
import { type JsonLd, jsonLdText } from "@/lib/editions/json-ld";
import type { PublicationName } from "@/lib/editions/listing";

/** Where the stylesheet, the main face and the icon are; their names carry a hash of what is in them. */
export interface Assets {
  stylesheet: string;
  serif: string;
  icon: string;
}

export interface DocumentHead {
  title: string;
  description: string;
  /** Absolute; null for pages that have no address of their own (404, errors). */
  canonical: string | null;
  /** The same content in other forms. */
  alternates?: { type: string; title: string; href: string }[];
  article?: { publishedAt: string };
  /** What the page holds, for programs. */
  data?: JsonLd;
  /** True where search engines should lead to another page instead. */
  unlisted?: boolean;
}

export interface DocumentProps {
  head: DocumentHead;
  publication: PublicationName;
  assets: Assets;
  /** True on the home page, whose heading is the publication's name. */
  isHome?: boolean;
  children: ReactNode;
}

function Head({ head, publication, assets }: Omit<DocumentProps, "children" | "isHome">) {
  const { canonical, article } = head;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{head.title}</title>
      {head.description ? <meta name="description" content={head.description} /> : null}
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#fbf9f4" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14140f" />
      {canonical ? <link rel="canonical" href={canonical} /> : null}
      {canonical && !head.unlisted ? null : <meta name="robots" content="noindex" />}
      {head.alternates?.map((form) => (
        <link key={form.href} rel="alternate" type={form.type} title={form.title} href={form.href} />
      ))}
      <link rel="icon" type="image/svg+xml" href={assets.icon} />
      <link rel="preload" as="font" type="font/woff2" href={assets.serif} crossOrigin="anonymous" />
      <link rel="stylesheet" href={assets.stylesheet} />
      <meta property="og:site_name" content={publication.name} />
      <meta property="og:title" content={head.title} />
      {head.description ? <meta property="og:description" content={head.description} /> : null}
      <meta property="og:type" content={article ? "article" : "website"} />
      {canonical ? <meta property="og:url" content={canonical} /> : null}
      {article ? <meta property="article:published_time" content={article.publishedAt} /> : null}
    </head>
  );
}

/**
 * A data block: an element that is called script and is none. Of a type that is not JavaScript's a browser runs nothing and
 * asks no policy (HTML, "prepare the script element"). React writes the text of a script as it is, so it comes escaped.
 */
function DataBlock({ data }: { data: JsonLd }) {
  return <script type="application/ld+json">{jsonLdText(data)}</script>;
}

/** A whole reader page. No script, no inline style: the policy it is served under allows neither. */
export function Document({ children, isHome = false, ...rest }: DocumentProps) {
  const { publication } = rest;
  return (
    <html lang={publication.language}>
      <Head {...rest} />
      <body className="edition">
        <a className="skip" href="#content">
          Skip to the text
        </a>
        <header className="bar">
          <div>
            {isHome ? (
              <div className="masthead">
                <h1>{publication.name}</h1>
                {publication.tagline ? <p>{publication.tagline}</p> : null}
              </div>
            ) : (
              <a className="brand" href="/">
                {publication.name}
              </a>
            )}
            <nav aria-label="Site">
              <a href="/archive">Archive</a>
              <a href="/topics">Topics</a>
              <a href="/ledger">Ledger</a>
            </nav>
          </div>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="foot">
          <div>
            <span>
              {publication.name}
              {publication.tagline ? `. ${publication.tagline}` : null}
            </span>
            <nav aria-label="Footer">
              <a href="/archive">Archive</a>
              <a href="/topics">Topics</a>
              <a href="/ledger">Ledger</a>
              <a href="/how-we-work">How we work</a>
              <a href="/desk">The desk</a>
            </nav>
          </div>
        </footer>
        {rest.head.data ? <DataBlock data={rest.head.data} /> : null}
      </body>
    </html>
  );
}
