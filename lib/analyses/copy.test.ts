import { expect, it } from "vitest";
import { markAnalysis, setAnalysis, setPremises } from "@/lib/analyses/commands";
import { copyMarks } from "@/lib/analyses/copy";
import { listStoryAnalyses } from "@/lib/analyses/queries";
import { markClaim, setClaim } from "@/lib/claims/commands";
import { listStoryClaims } from "@/lib/claims/queries";
import { db } from "@/lib/db";
import { signNear } from "@/lib/evidence/sign";
import { attach, story, write } from "@/lib/evidence/test-story";
import { resolveForecast } from "@/lib/forecasts/commands";
import { FORETOLD, published } from "@/lib/forecasts/test-forecast";
import { nameRevision, restoreRevision } from "@/lib/revisions/commands";
import { analysisMark, claimMark, doc, p } from "@/lib/rich-text/test-words";
import { refusal } from "@/lib/workflow/test-people";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const SAID = "Holm says it “will not raise the fee of its neighbors before 2027”.";
const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());

/** A story with a signed near quotation that falls due, and an inference that rests on it. */
async function copiedFrom() {
  const { author, editor, storyId, snapshotId } = await story();
  const [claimId = "", analysisId = ""] = ids(2);
  await write(author, storyId, doc(p(claimMark(claimId, SAID)), p(analysisMark(analysisId, "So it may."))));
  const claim = await markClaim(author, {
    id: claimId,
    storyId,
    kind: "quotation",
    text: "",
    speaker: "Ida Holm",
  });
  const due = { mode: "commitment", horizonAt: "2027-01-01", speakerRole: "Harbour master" } as const;
  await setClaim(author, { id: claimId, version: claim.version, ...due });
  const words = "The harbour will not raise the fee of its neighbours before 2027";
  const { id } = await attach(author, claimId, snapshotId, words);
  const { version: claimVersion } = await db().claim.findUniqueOrThrow({ where: { id: claimId } });
  await signNear(editor, { id, claimVersion });
  const analysis = await markAnalysis(author, { id: analysisId, storyId, text: "" });
  const resting = await setPremises(author, {
    id: analysisId,
    version: analysis.version,
    claimIds: [claimId],
  });
  await setAnalysis(author, { id: analysisId, version: resting.version, counterargument: "It may not." });
  return { author, editor, storyId, claimId, analysisId };
}

it("a copy in another story says the same, stands on the same, and rests on what was copied with it", async () => {
  const from = await copiedFrom();
  const to = await story();
  const [claim = "", analysis = "", nothing = ""] = ids(3);
  await write(to.author, to.storyId, doc(p(claimMark(claim, SAID)), p(analysisMark(analysis, "So it may."))));
  const made = await copyMarks(to.author, {
    storyId: to.storyId,
    claims: [
      { id: claim, fromId: from.claimId, text: "" },
      { id: nothing, fromId: nothing, text: "made up" },
    ],
    analyses: [{ id: analysis, fromId: from.analysisId, text: "" }],
  });
  const [original] = await listStoryClaims(from.author, from.storyId);
  const { id: _, storyId: __, version: ___, evidence = [], ...said } = original ?? {};
  expect(made.claims).toEqual([expect.objectContaining({ ...said, id: claim, anchored: true })]);
  expect(made.claims[0]?.evidence).toMatchObject([
    { exact: evidence[0]?.exact, matchStatus: "near", signedBy: from.editor.name, diff: evidence[0]?.diff },
  ]);
  expect(made.analyses).toMatchObject([
    {
      id: analysis,
      counterargument: "It may not.",
      premises: [{ claimId: claim }],
      // A contributor's copy is their own reasoning: nobody puts words under another's name.
      author: to.author.name,
    },
  ]);
  // The original is as it was.
  expect(await listStoryAnalyses(from.author, from.storyId)).toMatchObject([
    { premises: [{ claimId: from.claimId }] },
  ]);
  const foreign = { storyId: from.storyId, claims: [], analyses: [] };
  expect((await refusal(copyMarks(to.author, foreign))).code).toBe("forbidden");
});

it("a copy that comes before its words are saved keeps its signature, until they are other words", async () => {
  const from = await copiedFrom();
  const to = await story();
  const [id = ""] = ids(1);
  const claims = [{ id, fromId: from.claimId, text: "" }];
  const made = await copyMarks(to.author, { storyId: to.storyId, claims, analyses: [] });
  expect(made.claims).toMatchObject([{ text: SAID, anchored: false, evidence: [{ matchStatus: "near" }] }]);
  const signedBy = async () => {
    const [copy] = await listStoryClaims(to.author, to.storyId);
    return [copy?.anchored, copy?.text, copy?.evidence[0]?.signedBy];
  };
  await write(to.author, to.storyId, doc(p(claimMark(id, SAID))));
  expect(await signedBy()).toEqual([true, SAID, from.editor.name]);
  const other = SAID.replace("raise", "lower");
  await write(to.author, to.storyId, doc(p(claimMark(id, other))));
  expect(await signedBy()).toEqual([true, other, null]);
});

it("a copy of a settled forecast is open, unchecked, and without what settled the original", async () => {
  const from = await published({ due: "2020-03-25" });
  const words = { outcome: "yes", resolution: "Hourly fees began.", resolvedOn: "2020-03-24" } as const;
  const passages = [{ snapshotId: from.snapshotId, start: 0, end: 33 }];
  await resolveForecast(from.editor, { id: from.claimId, version: from.version, ...words, passages });
  await attach(from.author, from.claimId, from.snapshotId, "The harbour opens a second berth");
  const checked = { status: "supported", checkedById: from.editor.id, checkedAt: new Date() } as const;
  await db().claim.update({ where: { id: from.claimId }, data: checked });
  const to = await story();
  const [id = ""] = ids(1);
  await write(to.author, to.storyId, doc(p(claimMark(id, FORETOLD))));
  await copyMarks(to.author, {
    storyId: to.storyId,
    claims: [{ id, fromId: from.claimId, text: "" }],
    analyses: [],
  });
  const copy = await db().claim.findUniqueOrThrow({ where: { id }, include: { evidence: true } });
  expect(copy).toMatchObject({
    ...{ text: FORETOLD, speaker: "Ida Holm", mode: "forecast", horizonAt: new Date("2020-03-25") },
    ...{ outcome: "open", resolvedAt: null, resolvedById: null, resolution: null },
    ...{ status: "unverified", checkedById: null, checkedAt: null },
    evidence: [{ relation: "supports", position: 1 }],
  });
  expect(await db().claim.findUnique({ where: { id: from.claimId } })).toMatchObject({ outcome: "yes" });
});

it("what was cut is unanchored, and a restored version brings it back", async () => {
  const { author, storyId } = await copiedFrom();
  const newest = { where: { storyId }, orderBy: { version: "desc" } } as const;
  const { id, version } = await db().revision.findFirstOrThrow(newest);
  await nameRevision(author, { id, version, name: "With its marks" });
  await write(author, storyId, doc(p("Nothing is left.")));
  const standing = async () => [
    ...(await listStoryClaims(author, storyId)).map(({ anchored, evidence }) => [anchored, evidence.length]),
    ...(await listStoryAnalyses(author, storyId)).map(({ anchored, premises }) => [
      anchored,
      premises.length,
    ]),
  ];
  expect(await standing()).toEqual([
    [false, 1],
    [false, 1],
  ]);
  const now = await db().story.findUniqueOrThrow({ where: { id: storyId } });
  await restoreRevision(author, { id, version: now.version });
  expect(await standing()).toEqual([
    [true, 1],
    [true, 1],
  ]);
});
