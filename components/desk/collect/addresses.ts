/** Web addresses as they stand in running text; what cannot be part of one ends it. */
const ADDRESS = /\bhttps?:\/\/[^\s<>"“”„»«`{}|\\^]+/giu;
/** Signs that end a sentence around an address rather than the address. */
const AFTER = /[.,;:!?'’*…]+$/u;
const PAIRS: Record<string, string> = { ")": "(", "]": "[" };

function ended(address: string): string {
  let rest = address;
  for (;;) {
    const bare = rest.replace(AFTER, "");
    const last = bare.at(-1) ?? "";
    const opening = PAIRS[last];
    // A closing bracket belongs to the address only where it was opened in it.
    if (opening && bare.split(last).length > bare.split(opening).length) rest = bare.slice(0, -1);
    else return bare;
  }
}

/** At most as many as can be sent at once (lib/inbox/schema.ts). */
const MOST = 50;

/** The web addresses in a text, each once, in their order; 50 at most. */
export function addressesIn(text: string): string[] {
  const found = [...text.matchAll(ADDRESS)]
    .map(([address]) => ended(address))
    .filter((each) => URL.canParse(each));
  return [...new Set(found)].slice(0, MOST);
}

/** What another app or the bookmarklet sent: many apps put the address into the text, behind the title. */
export function sharedPage(given: { url: string; title: string; text: string }) {
  if (given.url !== "") return given;
  const [inText] = addressesIn(given.text);
  const [inTitle] = addressesIn(given.title);
  const url = inText ?? inTitle ?? "";
  const without = (words: string) => (url === "" ? words : words.replace(url, "").trim());
  return { url, title: without(given.title), text: without(given.text) };
}
