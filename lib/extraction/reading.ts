import { Readability } from "@mozilla/readability";
import { blockText } from "./block-text.ts";
import { bare } from "./clean-text.ts";

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** Consent banners by the names their makers give them, and by those that sites give their own. */
const BANNERS = [
  "#onetrust-consent-sdk, #CybotCookiebotDialog, #didomi-host, #usercentrics-root, #truste-consent-track",
  '.fc-consent-root, .cc-window, .qc-cmp2-container, [id^="sp_message_container"], [class*="cookieconsent" i]',
  '[class*="cookie-banner" i], [class*="cookie-consent" i], [class*="cookie-notice" i], [class*="consent-banner" i]',
  '[id*="cookie-banner" i], [id*="cookie-consent" i], [id*="cookie-notice" i], [id*="cookie-law" i], [id*="gdpr" i]',
  '[role="dialog"][aria-modal="true"], [role="dialog"][aria-label*="cookie" i], dialog:not([open])',
].join(", ");

function isHidden(element: Element): boolean {
  return (
    (element.hasAttribute("hidden") && element.getAttribute("hidden") !== "until-found") ||
    element.getAttribute("aria-hidden") === "true" ||
    HIDDEN_STYLE.test(element.getAttribute("style") ?? "")
  );
}

/** Takes out what no reader sees or came for. Metadata is read before: it may be hidden. */
function removeUnseen(document: Document): void {
  for (const element of document.querySelectorAll("[hidden], [aria-hidden], [style]"))
    if (isHidden(element) && !/^(?:HTML|BODY)$/.test(element.tagName)) element.remove();
  for (const banner of document.querySelectorAll(BANNERS))
    if (!/^(?:HTML|BODY|MAIN|ARTICLE)$/.test(banner.tagName) && !banner.querySelector("main, article"))
      banner.remove();
}

const AROUND = new Set(["banner", "contentinfo", "search", "menu"]);
const isNavigation = (element: Element) =>
  element.tagName === "NAV" || element.getAttribute("role") === "navigation";

/** What stands around a page's own words wherever it is made with the elements that are meant for it. */
function isAround(element: Element): boolean {
  if (isNavigation(element) || AROUND.has(element.getAttribute("role") ?? "")) return true;
  const isEdge = element.tagName === "HEADER" || element.tagName === "FOOTER";
  return isEdge && !element.closest("article, main") && !element.querySelector("h1");
}

/**
 * Readability visits every element many times and parses the page again where it finds little: beyond these it takes
 * seconds and hundreds of megabytes. Long articles have 5,000 elements, a long standard or a book has more.
 */
const MOST_ELEMENTS = 20_000;
const MOST_CHARACTERS = 1_000_000;
/** Readability's own measure of an article, below which it tries again with looser rules. */
const SHORT = 500;
/**
 * Of what can be seen. On the sample pages (bench/pages) Readability keeps 0.8 or more of it; real pages show more around
 * their articles, so only far less than that says that it took one post of a thread, or one entry of a list, for the page.
 */
const LEAST_SHARE = 0.35;

function readArticle(document: Document): string {
  try {
    const article = new Readability<Node>(document, {
      serializer: (node) => node,
      disableJSONLD: true,
    }).parse();
    return article?.content ? blockText(article.content, isNavigation) : "";
  } catch {
    // A tree that it was not written for: what can be seen is still there.
    return "";
  }
}

/** The headline that the page shows, in front of a text that begins without it: it is quoted like any other words. */
function withHeadline(text: string, whole: string, title: string | null): string {
  if (title === null || text === "" || !whole.includes(title)) return text;
  return bare(text.slice(0, title.length * 3 + 200)).includes(bare(title)) ? text : `${title}\n\n${text}`;
}

export interface Reading {
  text: string;
  /** What Readability takes for the article, and all that can be seen outside navigation, in characters. */
  article: number;
  visible: number;
}

/**
 * The readable text of a page: what Readability takes for the article, or everything that can be seen where it finds
 * little, since words that are missing cannot be quoted while a menu too much harms nobody. Changes the document.
 */
export function readText(document: Document, title: string | null): Reading {
  removeUnseen(document);
  const whole = document.body ? blockText(document.body, isAround) : "";
  const isLarge = whole.length > MOST_CHARACTERS || document.querySelectorAll("*").length > MOST_ELEMENTS;
  const article = isLarge ? "" : readArticle(document);
  const isLittle =
    article.length < whole.length * LEAST_SHARE ||
    (article.length < SHORT && article.length < whole.length * 0.5);
  const text = isLittle || article === "" ? whole : withHeadline(article, whole, title);
  return { text, article: article.length, visible: whole.length };
}
