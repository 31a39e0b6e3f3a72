import { expect, test } from "vitest";
import { daysUntil, dueWords, isOverdue } from "@/components/desk/due";

const TODAY = "2026-03-18"; // a Wednesday

test.each([
  ["2026-03-18", "Due today"],
  ["2026-03-19", "Due tomorrow"],
  ["2026-03-20", "Due Friday"],
  ["2026-03-24", "Due Tuesday"],
  ["2026-03-25", "Due 25 Mar 2026"],
  ["2026-03-17", "Due yesterday"],
  ["2026-03-14", "Due 4 days ago"],
  ["2026-03-04", "Due 4 Mar 2026"],
])("%s, read on 18 March, is “%s”", (dueOn, words) => {
  expect(dueWords(dueOn, TODAY)).toBe(words);
});

test("without a day of one's own the date is said as it is", () => {
  expect(dueWords("2026-03-18", null)).toBe("Due 18 Mar 2026");
});

test("days are counted over the change of the clocks", () => {
  expect(daysUntil("2026-03-30", "2026-03-28")).toBe(2);
  expect(daysUntil("2026-10-24", "2026-10-26")).toBe(-2);
});

test("only what is past and not approved is overdue", () => {
  const work = (dueOn: string | null, workflowState: "drafting" | "approved" = "drafting") => ({
    dueOn,
    workflowState,
  });
  expect(isOverdue(work("2026-03-17"), TODAY)).toBe(true);
  expect(isOverdue(work("2026-03-18"), TODAY)).toBe(false);
  expect(isOverdue(work("2026-03-17", "approved"), TODAY)).toBe(false);
  expect(isOverdue(work(null), TODAY)).toBe(false);
  expect(isOverdue(work("2026-03-17"), null)).toBe(false);
});
