import { ENTITY_KINDS, type EntityKind, type EntityLine, type EntitySort } from "@/lib/entities/schema";

export const KIND_WORDS: Record<EntityKind, string> = {
  organisation: "Organisation",
  person: "Person",
  product: "Product",
};

export const SORT_WORDS: Record<EntitySort, string> = {
  name: "By name",
  claims: "Most claims first",
  stories: "Most stories first",
};

/** The kind in a word; "Not said" while nobody has. */
export const kindWord = (kind: EntityKind | null) => (kind === null ? "Not said" : KIND_WORDS[kind]);

/** The kind that a choice in a form means. */
export const kindOfChoice = (chosen: string): EntityKind | null =>
  ENTITY_KINDS.find((kind) => kind === chosen) ?? null;

const some = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** "12 claims in 4 stories". */
export function speaksIn({ claims, stories }: Pick<EntityLine, "claims" | "stories">): string {
  if (claims === 0) return "No claim yet";
  return `${some(claims, "claim", "claims")} in ${some(stories, "story", "stories")}`;
}

/** Names as a sentence lists them: “A”, “B” and “C”. */
export function quotedNames(names: readonly string[]): string {
  const quoted = names.map((name) => `“${name}”`);
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(quoted);
}
