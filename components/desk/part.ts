/** The issue's own words: one sheet, opened at one of its places. */
const OWN_PARTS = ["front", "introduction", "highlights", "closing"] as const;

/** What is open on the sheet: one of the issue's own parts, or a story. Stands in the address as `?part=…`. */
export type Part = (typeof OWN_PARTS)[number] | `story:${string}`;

/** The part that an address names; null when it names none. */
export function readPart(value: string | null | undefined): Part | null {
  const own = OWN_PARTS.find((part) => part === value);
  return own ?? (value?.startsWith("story:") ? (value as Part) : null);
}

/** The story's id, or null when the part is one of the issue's own. */
export function storyOf(part: Part): string | null {
  return part.startsWith("story:") ? part.slice("story:".length) : null;
}

/** Where the focus goes in a part: to the first field one writes in, or to this field of a story. */
export type PartField = "focus" | "sources" | "body" | "whyItMatters";

/** Opens a part on the sheet; with `focus` the focus goes there too. */
export type SelectPart = (part: Part, focus?: PartField) => void;

/** The address of a part, on the page of its issue. */
export function partAddress(part: Part): string {
  return `?part=${part}`;
}
