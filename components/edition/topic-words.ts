import type { EntityKind } from "@/lib/entities/schema";

const WORDS: Record<EntityKind, string> = {
  organisation: "Organisation",
  person: "Person",
  product: "Product",
};

/** What kind of thing an entity is; "Topic" while nobody has said. */
export const kindWord = (kind: EntityKind | null) => (kind === null ? "Topic" : WORDS[kind]);
