import { expect, it } from "vitest";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { importTrouble } from "@/lib/importers/trouble";
import { EMPTY } from "@/lib/rich-text/document";

const issue = (change: Partial<ImportedIssue>): ImportedIssue => ({
  title: "Harbour Notes",
  number: null,
  standfirst: "",
  week: { from: null, to: null },
  labels: {},
  introduction: EMPTY,
  highlights: [],
  thesis: [],
  sections: [{ title: "", stories: [{ headline: "A", sources: [], body: EMPTY, whyItMatters: EMPTY }] }],
  closing: EMPTY,
  feedbackPrompt: "",
  ...change,
});

it.each([
  [{}, undefined],
  [{ title: " " }, "The issue and every story need a headline first."],
  [{ week: { from: "2026-11-16", to: "2026-11-22" } }, undefined],
  [{ week: { from: "2026-11-22", to: "2026-11-16" } }, "The week ends before it begins."],
  [{ week: { from: "0026-11-16", to: null } }, "A week lies between the years 1900 and 2199."],
  [{ week: { from: "12026-11-16", to: null } }, "A week lies between the years 1900 and 2199."],
])("an import with %j: %s", (change, sentence) => {
  expect(importTrouble(issue(change))).toBe(sentence);
});
