import type { z } from "zod";
import { db } from "@/lib/db";
import { parse } from "@/lib/parse";
import { type Ability, type Actor, authorize, can } from "@/lib/policy";
import { type Asked, ask } from "@/lib/search/asked";
import { FINDERS, type Found } from "@/lib/search/find";
import { withPassages } from "@/lib/search/passages";
import {
  lookUpInput,
  SEARCH_KINDS,
  type SearchHit,
  type SearchKind,
  type SearchPage,
  searchInput,
} from "@/lib/search/schema";

const READING: Record<SearchKind, Ability> = {
  story: "story.read",
  issue: "issue.read",
  source: "source.read",
  entity: "entity.read",
  comment: "story.read",
  // Names and roles are on a page of their own; addresses are only for those who manage them.
  person: "contributor.manage",
};

/** Sources, entities and people stand in no issue: asked for by a state they are not meant. */
const PLACELESS: readonly SearchKind[] = ["source", "entity", "person"];

const readable = (actor: Actor, kinds: readonly SearchKind[]) =>
  kinds.filter((kind) => can(actor, READING[kind]));

function better(one: Found, other: Found): number {
  if (one.inTitle !== other.inTitle) return one.inTitle ? -1 : 1;
  return Number(other.changedAt) - Number(one.changedAt) || (one.id < other.id ? 1 : -1);
}

async function find(kinds: readonly SearchKind[], asked: Asked): Promise<Found[]> {
  const found = await Promise.all(kinds.map((kind) => FINDERS[kind](db(), asked)));
  return found.flat();
}

/**
 * Searches everything on the desk that the actor may read: all words of the query, the last one as the beginning of a word;
 * titles before texts, newest first. What is in the trash is found too and says so. Without a query: nothing.
 * Throws AppError "invalid" for a query that is too long or cannot be kept as text.
 */
export async function search(actor: Actor, input: z.input<typeof searchInput>): Promise<SearchPage> {
  authorize(actor, "desk.enter");
  const { query, kinds, state, limit, offset } = parse(searchInput, input);
  if (query === "") return { hits: [], more: false };
  const wanted = kinds && kinds.length > 0 ? kinds : SEARCH_KINDS;
  const meant = readable(actor, wanted).filter((kind) => !state || !PLACELESS.includes(kind));
  const asked = ask(query, { state, trash: true, take: offset + limit + 1 });
  const found = (await find(meant, asked)).sort(better);
  const page = found.slice(offset, offset + limit);
  return { hits: await withPassages(db(), page, asked.words), more: found.length > offset + limit };
}

/**
 * For the palette: the best `each` of every kind one goes to, kind by kind, without what is in the trash; those changed last
 * for an empty query. Throws like `search`.
 */
export async function lookUp(actor: Actor, input: z.input<typeof lookUpInput>): Promise<SearchHit[]> {
  authorize(actor, "desk.enter");
  const { query, each } = parse(lookUpInput, input);
  const asked = ask(query, { state: undefined, trash: false, take: each });
  const kinds: SearchKind[] =
    query === "" ? ["story", "issue"] : ["story", "issue", "source", "entity", "person"];
  return withPassages(db(), await find(readable(actor, kinds), asked), asked.words);
}
