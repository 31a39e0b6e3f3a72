import { expect, it } from "vitest";
import { withFirstPage } from "@/components/desk/inbox/use-inbox";
import type { InboxLine, InboxPage } from "@/lib/inbox/schema";

const line = (id: string, minute: number) =>
  ({ id, receivedAt: `2026-03-01T08:0${minute}:00.000Z` }) as InboxLine;
const page = (more: boolean, ...items: InboxLine[]): InboxPage => ({ items, more, found: 9, waiting: 9 });
const ids = (items: InboxLine[]) => items.map(({ id }) => id).join("");

it("what is read again takes the place of what was shown, and keeps older pages", () => {
  const shown = [line("f", 6), line("e", 5), line("d", 4), line("c", 3), line("b", 3), line("a", 1)];
  const first = page(true, line("g", 7), line("f", 6), line("d", 4), line("c", 3));
  expect(ids(withFirstPage(shown, first))).toBe("gfdcba");
  expect(ids(withFirstPage(shown, page(false, line("f", 6))))).toBe("f");
  expect(ids(withFirstPage(shown, page(false)))).toBe("");
});
