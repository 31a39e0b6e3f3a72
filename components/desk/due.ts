import { shortDate } from "@/components/desk/dates";
import type { WorkflowState } from "@/lib/issues/schema";

// A due date is a day on the wall calendar, without a zone: it is compared with the reader's own day, as text.

const A_DAY = 86_400_000;
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

/** Days from `today` to `day`, both ISO dates; negative when it is past. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / A_DAY);
}

/** Approved work is done: it is never overdue. */
export function isOverdue(
  work: { dueOn: string | null; workflowState: WorkflowState },
  today: string | null,
): boolean {
  return work.dueOn !== null && today !== null && work.workflowState !== "approved" && work.dueOn < today;
}

/** "Due yesterday", "Due Friday", "Due 14 Mar 2026": as one says it today; the plain date while today is not known. */
export function dueWords(dueOn: string, today: string | null): string {
  const plain = `Due ${shortDate(dueOn)}`;
  if (today === null) return plain;
  const days = daysUntil(dueOn, today);
  if (days === 0) return "Due today";
  if (days === 1) return "Due tomorrow";
  if (days === -1) return "Due yesterday";
  if (days > 1 && days < 7) return `Due ${WEEKDAY.format(new Date(dueOn))}`;
  return days < 0 && days > -14 ? `Due ${-days} days ago` : plain;
}
