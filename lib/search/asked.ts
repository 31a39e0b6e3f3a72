import { Prisma } from "@/lib/generated/prisma/client";
import type { SearchState } from "@/lib/search/schema";
import { likePatterns, queryWords, tsQuery } from "@/lib/search/words";

/** A query, cut into what Postgres is asked. */
export interface Asked {
  words: string[];
  /** For to_tsquery; empty where the query has no words. */
  tsquery: string;
  /** For ILIKE ALL; empty where nothing was typed: then everything is meant. */
  patterns: string[];
  /** Only what stands there; without it anything but, where `trash` is false, what is in the trash. */
  state: SearchState | undefined;
  trash: boolean;
  /** How many rows, and how many to pass over. */
  take: number;
}

/** Cuts a query up; `where` limits what is found. */
export function ask(query: string, where: Pick<Asked, "state" | "trash" | "take">): Asked {
  const words = queryWords(query);
  return { words, tsquery: tsQuery(words), patterns: likePatterns(query, words), ...where };
}

/** True for a title that holds every word somewhere: those come first, and also what no index of words knows (a part of a word). */
export function inTitle(title: Prisma.Sql, asked: Asked): Prisma.Sql {
  return Prisma.sql`(${title} ILIKE ALL (${asked.patterns}::text[]))`;
}

/**
 * The ids of a table's rows that match: those that `finder`, a function of the database (prisma/migrations/…_search), finds by
 * the index of words, and those whose title does. A union, so that each half keeps to its own way.
 */
export function matching(asked: Asked, table: Prisma.Sql, finder: Prisma.Sql, title: Prisma.Sql): Prisma.Sql {
  const byTitle = Prisma.sql`SELECT "id" FROM ${table} WHERE ${inTitle(title, asked)}`;
  if (asked.tsquery === "") return byTitle;
  return Prisma.sql`SELECT ${finder}(to_tsquery('simple', ${asked.tsquery})) AS "id" UNION ${byTitle}`;
}

/** Condition on the column "state" of a subquery: what stands where it was asked for. */
export function standing(asked: Asked): Prisma.Sql {
  if (asked.state) return Prisma.sql`"state" = ${asked.state}`;
  return asked.trash ? Prisma.sql`TRUE` : Prisma.sql`"state" IS DISTINCT FROM 'trash'`;
}

/** Titles before texts, newest first; the id makes the sequence one. */
export const RANKED = Prisma.sql`ORDER BY "inTitle" DESC, "changedAt" DESC, "id" DESC`;
