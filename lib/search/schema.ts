import { z } from "zod";

export const SEARCH_KINDS = ["story", "issue", "source", "entity", "comment", "person"] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Where what was found stands: an unpublished issue, one that readers have, no issue, the trash. */
export const SEARCH_STATES = ["draft", "published", "backlog", "trash"] as const;
export type SearchState = (typeof SEARCH_STATES)[number];

/** What is typed into a search box. At most 500 characters: a longer query is a pasted text. */
const query = z.string().trim().max(500, { error: "A search has at most 500 characters." });

/** How many results a page of the search has unless it asks for another number. */
export const PAGE_SIZE = 20;

export const searchInput = z.strictObject({
  query,
  /** All kinds, where none is named. */
  kinds: z.array(z.enum(SEARCH_KINDS)).max(SEARCH_KINDS.length).optional(),
  /** Anywhere, where none is named; sources, entities and people stand nowhere, so a state leaves them out. */
  state: z.enum(SEARCH_STATES).optional(),
  limit: z.int().min(1).max(50).default(PAGE_SIZE),
  /** How many results to pass over. */
  offset: z.int().min(0).max(2_000).default(0),
});

/** The palette's question: a few of each kind; with an empty query those that were changed last. */
export const lookUpInput = z.strictObject({ query, each: z.int().min(1).max(10).default(5) });

/** Offsets, in UTF-16 units, of a run of characters: the first, and the one after the last. */
export type Span = [from: number, to: number];

/** A text with the runs in it that were asked for. */
export interface Marked {
  text: string;
  hits: Span[];
}

export interface SearchHit {
  kind: SearchKind;
  id: string;
  /** The headline, title, name, or the words of a comment. */
  title: Marked;
  /** The passage around the first hit outside the title; null where the title says it all. */
  excerpt: Marked | null;
  /** Null for sources, entities and people. */
  state: SearchState | null;
  /** The issue that it stands in, or that it is. */
  issue: { id: string; number: number | null; title: string } | null;
  /** The story that it is, that it belongs to, or, of a source, the one that used it last. */
  story: { id: string; number: number | null; headline: string } | null;
  /** Who wrote it, publishes it, what a person does here, or what an entity is and what else it is called. */
  by: string | null;
  /** Of a source. */
  url: string | null;
  /** ISO moment of its last change. */
  changedAt: string;
}

export interface SearchPage {
  hits: SearchHit[];
  /** Whether there are results after these. */
  more: boolean;
}
