import { expect, test } from "vitest";
import { filterAddress, isFiltering, passing, readFilter } from "@/components/desk/board-filter";
import { callCard, callColumn, columnBeside, openQuestions } from "@/components/desk/board-words";
import type { BoardCard } from "@/lib/workflow/schema";

const COMPLETE = { hasText: true, sources: 1, sourcesWithoutAddress: 0, threads: 0 };

function card(id: string, given: Partial<BoardCard> = {}): BoardCard {
  return {
    id,
    number: 1,
    headline: `${id} — angle`,
    authorId: null,
    authorName: null,
    version: 1,
    workflowState: "drafting",
    assignee: null,
    dueOn: null,
    approvedBy: null,
    approvedAt: null,
    issueId: "issue",
    issueName: "Issue 1",
    sectionId: "section",
    sectionTitle: "One",
    seen: { version: 1, sections: [], stories: [] },
    open: COMPLETE,
    ...given,
  };
}

const ana = { id: "ana", name: "Ana" };
const cards = [
  card("mine", { assignee: ana, dueOn: "2026-03-10" }),
  card("done", { assignee: ana, dueOn: "2026-03-10", workflowState: "approved", sectionId: "other" }),
  card("theirs", { assignee: { id: "ben", name: "Ben" }, dueOn: "2026-03-20" }),
  card("waiting", { issueId: null, sectionId: null, number: null }),
];

test.each([
  ["", ["mine", "done", "theirs", "waiting"]],
  ["who=me", ["mine", "done"]],
  ["who=ben", ["theirs"]],
  ["who=nobody", ["waiting"]],
  ["group=other", ["done"]],
  ["late=1", ["mine"]],
  ["who=me&late=1&group=other", []],
])("?%s shows what it says", (search, expected) => {
  const filter = readFilter(new URLSearchParams(search));
  const shown = passing(cards, filter, { me: "ana", today: "2026-03-18", inIssue: true });
  expect(shown.map(({ id }) => id)).toEqual(expected);
  expect(isFiltering(filter)).toBe(search !== "");
});

test("on the board of everything the groups are issues and the backlog", () => {
  const by = (group: string) =>
    passing(cards, { who: "", group, late: false }, { me: null, today: null, inIssue: false }).map(
      ({ id }) => id,
    );
  expect(by("issue")).toEqual(["mine", "done", "theirs"]);
  expect(by("backlog")).toEqual(["waiting"]);
});

test("a filter is found again by its address", () => {
  const filter = { who: "me", group: "a b", late: true };
  const address = filterAddress(filter, "/desk/board");
  expect(readFilter(new URL(address, "http://localhost").searchParams)).toEqual(filter);
  expect(filterAddress({ who: "", group: "", late: false }, "/desk/board")).toBe("/desk/board");
});

test("cards and columns are called by name, number and place", () => {
  expect(callCard(card("Alder"))).toBe("Story 1, Alder,");
  expect(callCard(card("Alder", { number: null }))).toBe("“Alder”");
  expect(callColumn("inReview")).toBe("In review, column 2 of 3");
  expect([columnBeside("drafting", -1), columnBeside("drafting", 1), columnBeside("approved", 1)]).toEqual([
    null,
    "inReview",
    null,
  ]);
});

test("what is open is said in a few words", () => {
  expect(openQuestions({ open: COMPLETE })).toEqual([]);
  expect(
    openQuestions({ open: { hasText: false, sources: 0, sourcesWithoutAddress: 0, threads: 1 } }),
  ).toEqual(["No text", "No source", "1 open comment"]);
  expect(
    openQuestions({ open: { hasText: true, sources: 3, sourcesWithoutAddress: 2, threads: 0 } }),
  ).toEqual(["2 sources without an address"]);
});
