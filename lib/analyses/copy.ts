import { z } from "zod";
import { readAnalyses } from "@/lib/analyses/read";
import { type AnalysisDraft, markAnalysisInput } from "@/lib/analyses/schema";
import { claimChanged } from "@/lib/claims/changed";
import { claimDraft, claimParts } from "@/lib/claims/read";
import type { ClaimDraft } from "@/lib/claims/schema";
import { type Db, transaction } from "@/lib/db";
import { equal } from "@/lib/equal";
import { differenceColumn, storedDifference } from "@/lib/evidence/difference";
import { reverifyClaim } from "@/lib/evidence/reverify";
import type { Claim, Story } from "@/lib/generated/prisma/client";
import { id } from "@/lib/id";
import { type Actor, authorize, can } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { lockStory } from "@/lib/stories/save";

const copied = z.strictObject({
  /** Made by the browser, which has put the mark under it. */
  id,
  /** The claim or analysis whose words were copied. */
  fromId: id,
  text: markAnalysisInput.shape.text,
});

export const copyMarksInput = z.strictObject({
  storyId: id,
  claims: z.array(copied).max(500),
  analyses: z.array(copied).max(500),
});

type Copied = z.output<typeof copied>;

/**
 * The words of a copy, and whether a save has brought its mark: those in its story, else those given, else the original's,
 * whose signatures are of them.
 */
function wordsIn(story: Story, type: "claim" | "analysis") {
  const standing = markedTexts(type, storedRichText(story.body), storedRichText(story.whyItMatters));
  return ({ id, text }: Copied, original: { text: string }) => ({
    text: standing.get(id) ?? (text || original.text),
    anchored: standing.has(id),
  });
}

const among = (ids: readonly string[]) => ({ where: { id: { in: [...ids] } } });

/** Copies that have no row yet, each with the original it is of; one without an original is none. */
function toMake<T extends { id: string }>(
  copies: readonly Copied[],
  originals: readonly T[],
  there: readonly { id: string }[],
): { copy: Copied; original: T }[] {
  const byId = new Map(originals.map((original) => [original.id, original]));
  const made = new Set(there.map(({ id }) => id));
  const distinct = new Map(copies.map((copy) => [copy.id, copy]));
  return [...distinct.values()].flatMap((copy) => {
    const original = byId.get(copy.fromId);
    return original && !made.has(copy.id) ? [{ copy, original }] : [];
  });
}

/**
 * How a claim was checked and how it came out, as a copy has it: somebody said that of the original and of its words. Readers
 * and the ledger would count a settled copy a second time, and whoever may write it could give it other words.
 */
const unjudged = ({ outcome }: Pick<Claim, "outcome">) => ({
  ...{ status: "unverified" as const, checkedById: null, checkedAt: null },
  outcome: outcome === null ? null : ("open" as const),
  ...{ resolvedAt: null, resolvedById: null, resolution: null },
});

async function copyClaims(tx: Db, story: Story, copies: readonly Copied[]): Promise<void> {
  const originals = await tx.claim.findMany({
    ...among(copies.map(({ fromId }) => fromId)),
    include: { evidence: { where: { relation: { not: "resolves" } }, orderBy: { position: "asc" } } },
  });
  const there = await tx.claim.findMany({ ...among(copies.map(({ id }) => id)), select: { id: true } });
  const words = wordsIn(story, "claim");
  const made = toMake(copies, originals, there).map(({ copy, original }) => {
    const { evidence, version: _, createdAt: __, updatedAt: ___, ...said } = original;
    const row = { ...said, ...unjudged(said), id: copy.id, storyId: story.id, ...words(copy, said) };
    const passages = evidence.map(({ id: _id, createdAt: _at, diff, ...passage }, index) => ({
      ...passage,
      claimId: copy.id,
      position: index + 1,
      diff: differenceColumn(storedDifference(diff)),
    }));
    return { row, passages, isReworded: said.attribution === "quoted" && row.text !== said.text };
  });
  await tx.claim.createMany({ data: made.map(({ row }) => row) });
  await tx.evidence.createMany({ data: made.flatMap(({ passages }) => passages) });
  for (const { row, isReworded } of made) if (isReworded) await reverifyClaim(tx, row);
}

/** Of each of these analyses, the claims it rests on. */
async function premisesOf(tx: Db, analysisIds: readonly string[]) {
  const premises = await tx.analysisPremise.findMany({
    where: { analysisId: { in: [...analysisIds] } },
    include: {
      claim: { select: { storyId: true, story: { select: { section: { select: { issueId: true } } } } } },
    },
  });
  return Map.groupBy(premises, ({ analysisId }) => analysisId);
}

/** `claims` has the copy of each claim that was copied with them, by the original's id. */
async function copyAnalyses(
  tx: Db,
  actor: Actor,
  story: Story,
  copies: readonly Copied[],
  claims: ReadonlyMap<string, string>,
): Promise<void> {
  const originals = await tx.analysis.findMany(among(copies.map(({ fromId }) => fromId)));
  const there = await tx.analysis.findMany({ ...among(copies.map(({ id }) => id)), select: { id: true } });
  const words = wordsIn(story, "analysis");
  const made = toMake(copies, originals, there);
  const rows = made.map(({ copy, original }) => ({
    ...{ id: copy.id, storyId: story.id, scope: "span" as const, ...words(copy, original) },
    // Readers are told whose reasoning it is: only editors, who answer for every word, put words under somebody else's name.
    authorId: can(actor, "issue.edit") ? original.authorId : actor.id,
    counterargument: original.counterargument,
  }));
  const section = story.sectionId
    ? await tx.section.findUnique({ where: { id: story.sectionId }, select: { issueId: true } })
    : null;
  const premises = await premisesOf(
    tx,
    made.map(({ original }) => original.id),
  );
  // The copies of those copied with it, else those that stand in the same issue.
  const resting = made.flatMap(({ copy, original }) =>
    (premises.get(original.id) ?? []).flatMap(({ claimId, claim }) => {
      const isBeside = section !== null && equal(claim.story.section, section);
      const own = claims.get(claimId) ?? (isBeside || claim.storyId === story.id ? claimId : null);
      return own === null ? [] : [{ analysisId: copy.id, claimId: own }];
    }),
  );
  await tx.analysis.createMany({ data: rows });
  await tx.analysisPremise.createMany({ data: resting, skipDuplicates: true });
}

/**
 * Makes rows for marks that were copied into a story, from its own text or from another story's: a copy says what its original
 * says, stands on the same passages, and goes its own way from then on: nobody has checked it, and a forecast is open again.
 * Analyses rest on the copies of claims that were copied with them; what a contributor copies is their own reasoning. Answers the
 * rows that are there now: an original that does not exist has no copy, and the mark means nothing. Throws AppError "forbidden" where the actor may not write the story.
 */
export async function copyMarks(
  actor: Actor,
  input: z.input<typeof copyMarksInput>,
): Promise<{ claims: ClaimDraft[]; analyses: AnalysisDraft[] }> {
  authorize(actor, "story.read");
  const { storyId, claims, analyses } = copyMarksInput.parse(input);
  return transaction(async (tx) => {
    const story = await lockStory(tx, actor, storyId);
    await copyClaims(tx, story, claims);
    const idsOf = (marks: Copied[]) => ({ in: marks.map(({ id }) => id) });
    const rows = await tx.claim.findMany({ where: { storyId, id: idsOf(claims) }, include: claimParts });
    const own = new Set(rows.map(({ id }) => id));
    const copies = claims.filter(({ id }) => own.has(id)).map(({ id, fromId }) => [fromId, id] as const);
    await copyAnalyses(tx, actor, story, analyses, new Map(copies));
    const made = {
      claims: rows.map(claimDraft),
      analyses: await readAnalyses(tx, { storyId, id: idsOf(analyses) }),
    };
    const anchored = [...made.claims, ...made.analyses].some((each) => each.anchored);
    await claimChanged(tx, actor, { storyId, anchored });
    return made;
  });
}
