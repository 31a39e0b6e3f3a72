import { isOverdue } from "@/components/desk/due";
import type { BoardCard } from "@/lib/workflow/schema";

/** What the board shows, as its address says it (`?who=me&group=…&late=1`); an empty text shows everything. */
export interface BoardFilter {
  /** "me", "nobody", or a person's id. */
  who: string;
  /** A section's id on the board of an issue; on the board of everything an issue's id, or "backlog". */
  group: string;
  late: boolean;
}

/** The filter that an address names. */
export function readFilter(search: URLSearchParams): BoardFilter {
  return { who: search.get("who") ?? "", group: search.get("group") ?? "", late: search.get("late") === "1" };
}

/** The address of a filter, "?" included; only the path for one that shows everything. */
export function filterAddress(filter: BoardFilter, path: string): string {
  const search = new URLSearchParams();
  if (filter.who) search.set("who", filter.who);
  if (filter.group) search.set("group", filter.group);
  if (filter.late) search.set("late", "1");
  return search.size > 0 ? `${path}?${search}` : path;
}

/** True when the filter hides anything at all. */
export function isFiltering({ who, group, late }: BoardFilter): boolean {
  return who !== "" || group !== "" || late;
}

/** The group a card belongs to: its section on the board of an issue, otherwise its issue or the backlog. */
export function groupOf(card: BoardCard, inIssue: boolean): string {
  return (inIssue ? card.sectionId : card.issueId) ?? "backlog";
}

/** The cards that pass, in their order. `today` is the reader's own day, null while it is not known. */
export function passing(
  cards: BoardCard[],
  { who, group, late }: BoardFilter,
  { me, today, inIssue }: { me: string | null; today: string | null; inIssue: boolean },
): BoardCard[] {
  const wanted = who === "me" ? me : who;
  return cards.filter((card) => {
    const assignee = card.assignee?.id ?? null;
    const byPerson = who === "" || (who === "nobody" ? assignee === null : assignee === wanted);
    return (
      byPerson && (group === "" || groupOf(card, inIssue) === group) && (!late || isOverdue(card, today))
    );
  });
}
