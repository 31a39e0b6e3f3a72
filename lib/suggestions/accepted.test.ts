import { existsSync, readFileSync } from "node:fs";
import { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { describe, expect, test } from "vitest";
import { markAnalyses } from "@/lib/analyses/commands";
import { markClaims } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { importIssue } from "@/lib/importers/commands";
import { readIssueFile } from "@/lib/importers/read-file";
import { getIssue } from "@/lib/issues/queries";
import { COMMAND_LINE } from "@/lib/policy";
import { getPreflight } from "@/lib/preflight/queries";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";
import { saveStory } from "@/lib/stories/save";
import { accepted, isWanting } from "@/lib/suggestions/accepted";
import { type SuggestedSentence, suggestedIn } from "@/lib/suggestions/in-document";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const SUGGESTION: SuggestedSentence = {
  ...{ key: "0 So.", sentence: "So.", from: 1, to: 4, kind: "forecast", mode: "forecast" },
  ...{ attribution: "reported", speaker: "Orrin", horizonAt: "2027-12-31" },
  ...{ cue: "expects", rule: "speaker foretells", certainty: "plain" },
};

test("what is accepted keeps who says so and what is said of it; another kind keeps what applies to it", () => {
  const claimOf = (change = {}, given: Partial<SuggestedSentence> = {}) =>
    accepted({ ...SUGGESTION, ...given }, "id", change).claim;
  const base = { id: "id", text: "So." };
  const due = { horizonAt: "2027-12-31" };
  const orrin = { speaker: "Orrin" };
  expect(claimOf()).toEqual({ ...base, kind: "forecast", attribution: "reported", ...orrin, ...due });
  expect(claimOf({ kind: "statement" })).toEqual({
    ...base,
    kind: "statement",
    attribution: "reported",
    ...orrin,
    dueIfAhead: "2027-12-31",
  });
  expect(claimOf({ kind: "fact" }, { horizonAt: null })).toEqual({
    ...{ ...base, kind: "fact", attribution: "none", speaker: null },
  });
  const nobody = { attribution: "none", speaker: null } as const;
  expect(claimOf({ speaker: " Ida " }, nobody)).toMatchObject({ attribution: "reported", speaker: "Ida" });
  expect(claimOf({}, nobody)).toMatchObject({ attribution: "none", speaker: null });
  expect(accepted(SUGGESTION, "id", { kind: "analysis" })).toMatchObject({ mark: "analysis", claim: null });
  expect(isWanting(accepted({ ...SUGGESTION, ...nobody }, "id", { kind: "statement" }))).toBe(true);
  expect(isWanting(accepted(SUGGESTION, "id"))).toBe(false);
});

/** Accepts every plain suggestion of a story as the desk does: marks in its text, their rows, a save. Answers how many. */
async function acceptAll(storyId: string): Promise<number> {
  const { body, version } = await db().story.findUniqueOrThrow({ where: { id: storyId } });
  const document = Node.fromJSON(proseMirrorSchema, body);
  const plain = suggestedIn(document).filter(({ certainty }) => certainty === "plain");
  const transform = new Transform(document);
  const marks = plain.map((suggestion) => ({ ...suggestion, ...accepted(suggestion, crypto.randomUUID()) }));
  for (const { from, to, mark, id } of marks)
    transform.addMark(from, to, proseMirrorSchema.mark(mark, { id }));
  const claims = marks.flatMap(({ claim }) => claim ?? []);
  const analyses = marks.filter(({ claim }) => claim === null).map(({ id, text }) => ({ id, text }));
  if (claims.length > 0) await markClaims(COMMAND_LINE, { storyId, claims });
  if (analyses.length > 0) await markAnalyses(COMMAND_LINE, { storyId, analyses });
  await saveStory(COMMAND_LINE, { id: storyId, version, body: transform.doc.toJSON() as RichText });
  expect(await db().claim.count({ where: { storyId, anchored: true } })).toBe(claims.length);
  expect(await db().analysis.count({ where: { storyId, anchored: true } })).toBe(analyses.length);
  return marks.length;
}

/** Imports a file, accepts every plain suggestion in it, and answers what preflight says of speakers without a source. */
async function accountFor(fileName: string, bytes: Uint8Array) {
  const { issueId } = await importIssue(COMMAND_LINE, { fileName, ...readIssueFile(fileName, bytes) });
  const { sections } = await getIssue(COMMAND_LINE, issueId);
  let count = 0;
  for (const { id } of sections.flatMap(({ stories }) => stories)) count += await acceptAll(id);
  const lines = await getPreflight(COMMAND_LINE, { issueId });
  const unsourced = lines.filter(({ rule }) => rule.endsWith("speaker-without-source"));
  return { count, unsourced: unsourced.map(({ level, sentence }) => [level, sentence]) };
}

const WEEK = `---
title: A week at the harbour
---

## Boats

### 1. Halyard 3 — the boat that steers itself

- [Halyard 3 sails](https://orrin.example/halyard) — Orrin
- [Notes from the yard](https://harbournews.example/yard) — Harbour News

Orrin released Halyard 3 on March 5. The company says the boat steers itself. Castell says its own boat did so a year ago. Castell also says that it lost no rope. That is an inference from its logs.

According to Harbour News, 40 boats were built. Ida Holm, who runs Orrin’s yard, said the next boat is ready.

#### Why this matters

> Fewer hands are needed.

### 2. The second berth — by the hour

- [The fees](https://council.example/fees) — The harbour council

The council said the berth costs 31 million crowns. Regulators say that they have not looked. The new fee suggests that ferries matter less. “We will not raise it before 2027,” said the council.

#### Why this matters

> Somebody has to pay.
`;

test("an issue whose suggestions are all accepted: preflight names the one speaker without a source, and nobody else", async () => {
  const { count, unsourced } = await accountFor("week.md", new TextEncoder().encode(WEEK));
  expect(count).toBeGreaterThan(9);
  expect(unsourced).toEqual([
    ["blocking", "Story 1 reports Castell in 2 places and cites no Castell source."],
  ]);
});

const DIGEST = new URL("../../../shared/seed/weekly-digest.txt", import.meta.url);

// The file is not ours to keep here.
if (existsSync(DIGEST)) {
  describe("a real digest", () => {
    test("accepted, it lacks the source of one speaker in story 7 and of nobody else", async () => {
      const { count, unsourced } = await accountFor("digest.txt", readFileSync(DIGEST));
      expect(count).toBeGreaterThan(60);
      expect(unsourced).toEqual([
        ["blocking", "Story 7 reports Xiaomi in 2 places and cites no Xiaomi source."],
      ]);
    });
  });
}
