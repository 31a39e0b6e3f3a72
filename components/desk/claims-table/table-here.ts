import { askedQuery, type TableAsked } from "@/lib/claims/table/address";

/** Which table it is and what of it is asked for: its address says it all. */
export interface TableHere {
  /** The path of its page. */
  path: string;
  /** The issue whose draft it shows; null for everything that was published. */
  draft: string | null;
  asked: TableAsked;
}

/** The address of the same table, asked something else; from its first page on unless that is what changes. */
export function tableAddress({ path, asked }: TableHere, change: Partial<TableAsked> = {}): string {
  return path + askedQuery({ ...asked, page: 1, ...change });
}

/** Where all rows of the table, of every page, are to be had as a file. */
export function exportAddress({ draft, asked }: TableHere, format: "csv" | "json"): string {
  const query = new URLSearchParams(askedQuery({ ...asked, page: 1 }));
  if (draft) query.set("draft", draft);
  return `/desk/claims/export.${format}${query.size > 0 ? `?${query}` : ""}`;
}

/** Whether only some rows are asked for. */
export function isFiltered({ words, kind, speaker, source, state, issue }: TableAsked): boolean {
  return [words, kind, speaker, source, state, issue].some(Boolean);
}

/** What of a table is asked for when every row is. */
export const UNFILTERED = {
  words: "",
  kind: null,
  speaker: "",
  source: "",
  state: null,
  issue: null,
} as const;
