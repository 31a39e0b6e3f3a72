import { expect, test } from "vitest";
import { aDraft, said, told } from "@/lib/preflight/test-draft";

const rule = "date-outside-week";
const of = (
  text: string,
  week = { from: "2026-03-14", to: "2026-03-20" } as { from: string | null; to: string | null },
) => said(rule, aDraft({ week, stories: [told(text)] }));

test("a day told as of this week that the week does not have", () => {
  expect(of("Orrin launched Halyard this week, on March 5.")).toEqual([
    "Story 1 says “this week” of March 5, which is outside the issue's week: “Orrin launched Halyard this week, on March 5.”",
  ]);
  for (const text of [
    "On 27 March this week Orrin opened its mill.",
    "This week (March 19, 2025) it opened.",
    "It opened on March 5 this week.",
  ]) {
    expect(of(text), text).toHaveLength(1);
  }
});

test("nothing of a day within, of one that is told of something else, or without a week", () => {
  for (const text of [
    "Orrin launched Halyard this week, on March 19.",
    "It opened this week, on 14 March 2026.",
    "It did not launch this week — that came on March 5, 2026.",
    "It did not launch this week, on March 5 it had.",
    "Orrin said this week that it will open on April 2.",
    "The offer opened this week and runs until April 2.",
    "Orrin launched Halyard on March 5.",
    "This week's bill is from March 5.",
  ]) {
    expect(of(text), text).toEqual([]);
  }
  expect(of("Orrin launched Halyard this week, on March 5.", { from: null, to: null })).toEqual([]);
});

test("a week over the turn of the year has days of both", () => {
  const week = { from: "2026-12-28", to: "2027-01-03" };
  expect(of("It opened this week, on January 2.", week)).toEqual([]);
  expect(of("It opened this week, on January 5.", week)).toHaveLength(1);
});
