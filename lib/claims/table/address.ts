import { z } from "zod";
import { ROW_KINDS } from "@/lib/claims/table/row";
import { ASKED_STATES, type ClaimsAsked, SORTS } from "@/lib/claims/table/select";
import { id } from "@/lib/id";

/** A table as an address asks for it. */
export interface TableAsked extends ClaimsAsked {
  /** With what is only in drafts. */
  drafts: boolean;
  /** From 1. */
  page: number;
}

/** The longest text that is looked for, in characters. */
export const LONGEST_ASKED = 200;

const text = z
  .string()
  .trim()
  .transform((words) => words.slice(0, LONGEST_ASKED))
  .catch("");

const asked = z.object({
  words: text,
  kind: z.enum(ROW_KINDS).nullable().catch(null),
  speaker: text,
  source: text,
  state: z.enum(ASKED_STATES).nullable().catch(null),
  issue: z
    .union([id, z.literal("backlog")])
    .nullable()
    .catch(null),
  sort: z.enum(SORTS).nullable().catch(null),
  page: z.coerce.number().int().positive().max(100_000).catch(1),
});

/** What the query of an address asks for. What is empty, unknown or misspelt asks for everything. */
export function readAsked(query: URLSearchParams): TableAsked {
  const sort = query.get("sort") ?? "";
  const descending = sort.startsWith("-");
  return {
    ...asked.parse({
      words: query.get("q"),
      kind: query.get("kind"),
      speaker: query.get("speaker"),
      source: query.get("source"),
      state: query.get("state"),
      issue: query.get("issue"),
      sort: descending ? sort.slice(1) : sort,
      page: query.get("page"),
    }),
    descending,
    drafts: query.get("drafts") === "yes",
  };
}

/** The sort of a column as it stands in an address: its name, behind a "-" where it descends. */
export const sortName = ({ sort, descending }: Pick<TableAsked, "sort" | "descending">) =>
  sort === null ? "" : `${descending ? "-" : ""}${sort}`;

/** The query that asks for this table, with its "?"; empty where nothing special is asked for. */
export function askedQuery(table: TableAsked): string {
  const { words, kind, speaker, source, state, issue, drafts, page } = table;
  const sort = sortName(table);
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(kind && { kind }),
    ...(speaker && { speaker }),
    ...(source && { source }),
    ...(state && { state }),
    ...(issue && { issue }),
    ...(drafts && { drafts: "yes" }),
    ...(sort && { sort }),
    ...(page > 1 && { page: String(page) }),
  });
  return query.size > 0 ? `?${query}` : "";
}
