import { cleanLine } from "./clean-text.ts";

/** Other stories, comments and boxes, as sites name them. */
const BESIDE =
  /(?:^|[-_ ])(?:related|recommend(?:ed|ations?)?|comments?|replies|sidebar|teasers?|promo|more|most-?read|trending|latest|popular|breadcrumbs?|newsletter|card)(?:[-_ ]|$)/i;
const BESIDE_TAG = new Set(["ASIDE", "NAV", "FOOTER"]);

/** Whether an element belongs to something other than the page's own story: another story, a comment, the navigation. */
export function isBeside(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (/^(?:HTML|BODY|MAIN)$/.test(at.tagName)) return false;
    if (BESIDE_TAG.has(at.tagName) && !(at.tagName === "FOOTER" && at.closest("article"))) return true;
    if (/\/(?:Comment|UserComments|WPSideBar|WPFooter)$/.test(at.getAttribute("itemtype") ?? "")) return true;
    const holdsHeadline = at !== element && at.tagName === "ARTICLE" && at.querySelector("h1") !== null;
    if (!holdsHeadline && BESIDE.test(`${at.getAttribute("class") ?? ""} ${at.id ?? ""}`)) return true;
  }
  return false;
}

// A page may hold a hundred thousand matches; what a story says of itself is among the first.
const MOST = 200;

/** The elements of the page's own story that match, in the order of the page. */
export function ownElements(document: Document, selector: string): Element[] {
  return [...document.querySelectorAll(selector)].slice(0, MOST).filter((element) => !isBeside(element));
}

/** What an element of microdata or microformats says: for machines where it does, otherwise its words. */
export function shownValue(element: Element): string | null {
  const forMachines = element.getAttribute("content") ?? element.getAttribute("datetime");
  return cleanLine(forMachines ?? element.textContent);
}
