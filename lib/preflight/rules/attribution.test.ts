import fc from "fast-check";
import { expect, test } from "vitest";
import { comparable } from "@/lib/preflight/comparable";
import type { PreflightSource, PreflightStory } from "@/lib/preflight/draft";
import { runPreflight } from "@/lib/preflight/run";
import { aClaim, aDraft, aSource, aStory, evidence, said, saidOf, told } from "@/lib/preflight/test-draft";

const MARKED = "speaker-without-source";
const UNMARKED = "unmarked-speaker-without-source";

test("plain text is compared as any other", () => {
  const anything = fc.string({ unit: fc.constantFrom("a", "B", "7", " ", "'", "s", "-", ".", "\n") });
  fc.assert(
    // A letter that is not plain takes the other way.
    fc.property(anything, (text) => {
      expect(comparable(`${text} é`)).toBe(`${comparable(text)} e`.trim());
    }),
  );
});

/** What is said of a story with one source, whose speaker is `speaker`. */
const of = (speaker: string, source: Partial<PreflightSource>, given: Partial<PreflightStory> = {}) =>
  saidOf(
    MARKED,
    aStory({
      claims: [aClaim({ speaker, evidence: [] })],
      sources: [aSource({ url: null, ...source })],
      ...given,
    }),
  );

test("a marked speaker without a source is told once, with how often they are reported", () => {
  const claims = [
    aClaim({ speaker: "Castell", evidence: [] }),
    aClaim({ id: "b", speaker: "castell", evidence: [] }),
  ];
  expect(saidOf(MARKED, aStory({ claims }))).toEqual([
    "Story 1 reports Castell in 2 places and cites no Castell source.",
  ]);
});

test("a name counts wherever a source carries it, in whatever letters", () => {
  expect(of("Orrin", {})).toEqual([]);
  expect(of("ORRIN", { title: "x", publisher: "Orrin Newsroom" })).toEqual([]);
  expect(of("Néville", { title: "Neville opens", publisher: "x" })).toEqual([]);
  expect(of("Castell", { byline: "Castell staff" })).toEqual([]);
  expect(of("Castell", { url: "https://press.castell.example/1" })).toEqual([]);
  expect(of("Castell", { text: "The mill belongs to Castell, which said …" })).toEqual([]);
  expect(of("Castell", { title: "Castellan news" })).toHaveLength(1);
});

test("a part of an organisation, and its initials", () => {
  expect(of("Orrin DeepSail", { title: "x", publisher: "Orrin Blog" })).toEqual([]);
  expect(of("HMO", { title: "x", publisher: "Harbour Masters Organisation" })).toEqual([]);
  expect(of("Harbour Masters Organisation", { title: "x", publisher: "HMO" })).toEqual([]);
  expect(of("HMX", { title: "x", publisher: "Harbour Masters Organisation" })).toHaveLength(1);
});

test("a source that the story calls the speaker's own counts, unless it is somebody else's", () => {
  const help = { title: "Set sail from anywhere", publisher: "Halyard Help Center" };
  expect(
    of("Castell", help, { body: told("According to Castell’s help documentation, it sails.").body }),
  ).toEqual([]);
  expect(of("Castell", help, { body: told("Castell’s Halyard is out.").body })).toEqual([]);
  expect(of("Castell", help, { body: told("Castell’s new boat is out.").body })).toHaveLength(1);
  const two = [aClaim({ speaker: "Castell", evidence: [] }), aClaim({ id: "b", speaker: "Orrin" })];
  const orrin = [aSource({ title: "Sailing", publisher: "Orrin Blog", url: null })];
  const body = told("Castell’s blog is silent.").body;
  expect(saidOf(MARKED, aStory({ claims: two, sources: orrin, body }))).toHaveLength(1);
});

test("a page named after what a page of the speaker's is known to be about counts", () => {
  const claims = [aClaim({ speaker: "Castell", evidence: [] })];
  const sources = [aSource({ title: "Set sail", publisher: "Halyard Help Center", url: null })];
  const of = (publisher: string) =>
    said(
      MARKED,
      aDraft({
        stories: [aStory({ claims, sources })],
        knownPages: [{ publisher, title: "Introducing Halyard 3" }],
      }),
    );
  expect(of("Castell")).toEqual([]);
  expect(of("Orrin")).toHaveLength(1);
});

test("a person speaks for whom the story, or their role, names them with", () => {
  const body = told("Orrin’s chief executive, Maud Ferris, took the stage.").body;
  expect(of("Maud Ferris", {}, { body })).toEqual([]);
  expect(of("Maud Ferris", {})).toHaveLength(1);
  const claims = [aClaim({ speaker: "Maud Ferris", speakerRole: "head of Orrin", evidence: [] })];
  expect(saidOf(MARKED, aStory({ claims }))).toEqual([]);
});

test("nobody by name, somebody shown by a passage, and a story without any source", () => {
  expect(of("regulators", { title: "x", publisher: "y" })).toEqual([]);
  expect(of("The editors", { title: "x", publisher: "y" })).toEqual([]);
  expect(of("Early testers", { title: "x", publisher: "y" })).toEqual([]);
  expect(of("Regulators", { title: "x", publisher: "y" })).toEqual([]);
  expect(
    saidOf(MARKED, aStory({ claims: [aClaim({ speaker: "Castell", evidence: [evidence()] })] })),
  ).toEqual([]);
  expect(of("Castell", {}, { sources: [] })).toEqual([]);
});

test("unmarked text warns, and only where no mark has it told already", () => {
  const text = "Castell says the mill is open. Castell also says it pays.";
  expect(saidOf(UNMARKED, told(text))).toEqual([
    "Story 1 seems to report Castell in 2 places and cites no Castell source.",
  ]);
  expect(saidOf(UNMARKED, told("Orrin says the mill is open."))).toEqual([]);
  const both = { ...told(text), claims: [aClaim({ speaker: "Castell", evidence: [] })] };
  const lines = runPreflight(aDraft({ stories: [both] })).filter(({ rule }) =>
    rule.endsWith("without-source"),
  );
  expect(lines.map(({ rule, level }) => [rule, level])).toEqual([[MARKED, "blocking"]]);
});
