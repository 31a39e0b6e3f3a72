import { PAGE } from "@/components/desk/claims-table/claims-screen";
import { readAsked, type TableAsked } from "@/lib/claims/table/address";
import { type ClaimTable, deskPlaces } from "@/lib/claims/table/queries";
import type { Actor } from "@/lib/policy";

export type Parameters = Record<string, string | string[] | undefined>;

/** What the parameters of a page ask for. */
export function askedBy(parameters: Parameters): TableAsked {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    const [first] = [value].flat();
    if (first !== undefined) query.set(name, first);
  }
  return readAsked(query);
}

/** One page of a table as the screen shows it; behind the last page there is the last one. */
export async function screenOf(actor: Actor, table: ClaimTable, asked: TableAsked) {
  const { rows, all, ...choices } = table;
  const page = Math.max(1, Math.min(asked.page, Math.ceil(rows.length / PAGE)));
  const from = (page - 1) * PAGE;
  const shown = rows.slice(from, from + PAGE);
  return {
    asked: { ...asked, page },
    rows,
    shown,
    from,
    all,
    choices,
    places: await deskPlaces(actor, shown),
  };
}
