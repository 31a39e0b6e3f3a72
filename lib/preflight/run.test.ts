import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readIssueFile } from "@/lib/importers/read-file";
import type { PreflightStory } from "@/lib/preflight/draft";
import { RULES } from "@/lib/preflight/rules/all";
import { runPreflight } from "@/lib/preflight/run";
import { ruleLevels, storedLevels } from "@/lib/preflight/settings";
import { aClaim, aDraft, aStory, importedDraft } from "@/lib/preflight/test-draft";
import { doc, p, table } from "@/lib/rich-text/test-words";
import { bodyParagraphs } from "@/lib/suggestions/body";
import { suggestKinds } from "@/lib/suggestions/suggest";

test("a whole draft has nothing open", () => {
  expect(runPreflight(aDraft())).toEqual([]);
});

test("every rule has a name of its own, and says what it is about", () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  for (const { name, about } of RULES) expect(name + about).toMatch(/^[a-z]+(-[a-z]+)+[A-Z“].+\.$/);
});

test("what blocks comes first; a publication's levels hold, but not over what is final", () => {
  const stories = [aStory({ claims: [aClaim({ evidence: [] })], sources: [] })];
  const levels = (given = {}) =>
    runPreflight(aDraft({ stories }), { levels: given }).map(({ rule, level }) => `${rule} ${level}`);
  expect(levels()).toEqual(["statement-without-evidence blocking", "story-without-source warning"]);
  expect(levels({ "statement-without-evidence": "off", "story-without-source": "blocking" })).toEqual([
    "story-without-source blocking",
  ]);
  const empty = runPreflight(aDraft({ stories: [] }), { levels: { "issue-without-story": "off" } });
  expect(empty.filter(({ final }) => final).map(({ rule }) => rule)).toEqual(["issue-without-story"]);
});

test("stored levels that are none count as none", () => {
  expect(storedLevels({ "source-dead": "fatal" })).toEqual({});
  expect(storedLevels(null)).toEqual({});
  expect(ruleLevels.parse({ "source-dead": "off" })).toEqual({ "source-dead": "off" });
});

test("keys are unique and stay from run to run, whatever the words", () => {
  const words = fc.array(
    fc.constantFrom(
      ...["Orrin says it costs $5 per 1M input tokens.", "ORRIN suggests this week, on March 5, “so”."],
      ...["Castell trains 30 new sailors.", "Castell trains 40 new sailors.", "\u200b", "It’s 5% — 6 m."],
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(words, fc.string({ unit: "binary" }), (texts, any) => {
      const prices = table(["Model", "Input"], ["Orrin", "$4"], [any, any]);
      const stories = [aStory({ body: doc(...[...texts, any].map((text) => p(text || " ")), prices) })];
      const [one, again] = [runPreflight(aDraft({ stories })), runPreflight(aDraft({ stories }))];
      expect(again).toEqual(one);
      expect(new Set(one.map(({ key }) => key)).size).toBe(one.length);
    }),
    { numRuns: 100 },
  );
});

const DIGEST = new URL("../../../shared/seed/weekly-digest.txt", import.meta.url);

// The file is not ours to keep here.
if (existsSync(DIGEST)) {
  describe("a real digest", () => {
    const draft = () =>
      importedDraft(readIssueFile("digest.txt", readFileSync(DIGEST)).issue, {
        from: "2026-03-14",
        to: "2026-03-20",
      });

    test("as imported: exactly one speaker has no source, no source has an address, and nothing false is said", () => {
      const lines = runPreflight(draft());
      expect(
        lines.filter(({ rule }) => rule.endsWith("-without-source")).map(({ sentence }) => sentence),
      ).toEqual(["Story 7 seems to report Xiaomi in 2 places and cites no Xiaomi source."]);
      const counts = Object.entries(Object.groupBy(lines, ({ rule }) => rule));
      expect(Object.fromEntries(counts.map(([rule, all = []]) => [rule, all.length]))).toEqual({
        "unmarked-speaker-without-source": 1,
        // "it hints at a shift", in the first sentence of story 3.
        "unlabelled-inference": 1,
        "source-without-address": 9,
      });
    });

    test("its suggestions accepted: the same speaker, now as a claim, and it blocks", () => {
      const accepted = (story: PreflightStory): PreflightStory => {
        const suggestions = suggestKinds(bodyParagraphs(story.body)).flat();
        const claims = suggestions.flatMap(({ sentence, speaker, attribution, mode }, at) =>
          attribution === "none"
            ? []
            : [aClaim({ id: `${story.id}.${at}`, text: sentence, speaker, attribution, mode, evidence: [] })],
        );
        return { ...story, claims };
      };
      const { stories, ...rest } = draft();
      const lines = runPreflight({ ...rest, stories: stories.map(accepted) });
      const speakers = lines.filter(({ rule }) => rule.endsWith("speaker-without-source"));
      expect(speakers.map(({ level, place }) => [level, place.storyId])).toEqual([["blocking", "story 7"]]);
      expect(speakers[0]?.sentence).toMatch(/^Story 7 reports Xiaomi .* and cites no Xiaomi source\.$/);
    });
  });
}
