const HEADINGS = "h1, h2, h3, h4, h5, h6";

const levelOf = (heading: Element) => Number(heading.tagName[1]);

/** Word's title is a paragraph with a name. */
export function markTitles(document: Document): void {
  for (const title of document.querySelectorAll("p.MsoTitle")) {
    const heading = document.createElement("h1");
    heading.append(...title.childNodes);
    title.replaceWith(heading);
  }
}

/**
 * A text has two levels of headings: whatever stands highest in what was pasted becomes the upper one, all below it the lower.
 * One h1 over other headings is the title of a whole page, and counts with the level below it.
 */
export function headingLevels(document: Document): (heading: Element) => 3 | 4 {
  const levels = [...document.querySelectorAll(HEADINGS)].map(levelOf);
  const below = levels.filter((level) => level > 1);
  const isTitled = levels.length - below.length === 1 && below.length > 0;
  const top = Math.min(...(isTitled ? below : levels));
  return (heading) => (levelOf(heading) <= top ? 3 : 4);
}
