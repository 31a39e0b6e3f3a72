import { expect, test } from "vitest";
import type { PreflightSource } from "@/lib/preflight/draft";
import { aSource, aStory, saidOf } from "@/lib/preflight/test-draft";

const of = (rule: string, source: Partial<PreflightSource>) =>
  saidOf(rule, aStory({ sources: [aSource(source)] }));

test("story-without-source", () => {
  expect(saidOf("story-without-source", aStory({ sources: [] }))).toEqual(["Story 1 lists no source."]);
  expect(saidOf("story-without-source", aStory())).toEqual([]);
});

test("source-without-address", () => {
  expect(of("source-without-address", { url: null })).toEqual([
    "Story 1: the source “Halyard 3 is here” has no address.",
  ]);
  expect(of("source-without-address", {})).toEqual([]);
});

test("a source's state fires its own rule and no other", () => {
  const rules = { dead: "source-dead", quotationGone: "quotation-gone", drifted: "source-drifted" } as const;
  for (const [state, rule] of Object.entries(rules)) {
    for (const other of Object.values(rules)) {
      const found = of(other, { state: state as keyof typeof rules });
      expect(found, `${state} ${other}`).toHaveLength(rule === other ? 1 : 0);
    }
    expect(of(rule, { state: "live" })).toEqual([]);
  }
});

test("source-unfetched: nothing kept of what has an address; a dead one is told as dead", () => {
  expect(of("source-unfetched", { state: "unchecked", hasText: false })).toHaveLength(1);
  expect(of("source-unfetched", { state: "blocked", hasText: true })).toEqual([]);
  expect(of("source-unfetched", { state: "dead", hasText: false })).toEqual([]);
  expect(of("source-unfetched", { url: null, hasText: false })).toEqual([]);
});

test("covered-before", () => {
  const issue = { number: 11, title: "Before" };
  const coveredBefore = [{ sourceId: "source", storyId: "earlier", headline: "Halyard 2", issue }];
  expect(saidOf("covered-before", aStory({ coveredBefore }))).toEqual([
    "Story 1: “Halyard 2” of issue 11 already cites one of its sources.",
  ]);
  expect(saidOf("covered-before", aStory())).toEqual([]);
});
