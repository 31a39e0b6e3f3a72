import { expect, test } from "vitest";
import { shortDate, shortWeek } from "@/components/desk/dates";

test("days are told in one zone", () => {
  expect(shortDate("2026-03-18")).toBe("18 Mar 2026");
  expect(shortDate("2026-03-18T23:59:00.000Z")).toBe("18 Mar 2026");
});

test("a week says month and year once where both ends share them", () => {
  expect(shortWeek({ from: "2026-03-14", to: "2026-03-20" })).toBe("14 to 20 Mar 2026");
  expect(shortWeek({ from: "2026-03-28", to: "2026-04-03" })).toBe("28 Mar to 3 Apr 2026");
  expect(shortWeek({ from: "2026-12-28", to: "2027-01-03" })).toBe("28 Dec 2026 to 3 Jan 2027");
  expect(shortWeek({ from: "2026-03-14", to: null })).toBe("14 Mar 2026");
  expect(shortWeek({ from: null, to: null })).toBeNull();
});
