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
import { type Actor, authorize } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { lockStory } from "@/lib/stories/save";

const copied = z.object({
  /** Made by the browser, which has put the mark under it. */
  id: z.uuid(),
  /** The claim or analysis whose words were copied. */
  fromId: z.uuid(),
  text: markAnalysisInput.shape.text,
});

export const copyMarksInput = z.strictObject({
  storyId: z.uuid(),
  claims: z.array(copied).max(500),
  analyses: z.array(copied).max(500),
});

type Copied = z.output<typeof copied>;

/** The words of a copy as they stand in its story, and whether a save has brought its mark. */
function wordsIn(story: Story, type: "claim" | "analysis", { id, text }: Copied) {
  const documents = [storedRichText(story.body), storedRichText(story.whyItMatters)];
  const standing = markedTexts(type, ...documents).get(id);
  return { text: standing ?? text, anchored: standing !== undefined };
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

async function copyClaim(tx: Db, story: Story, copy: Copied): Promise<void> {
  const found = await tx.claim.findUnique({
    where: { id: copy.fromId },
    include: { evidence: { where: { relation: { not: "resolves" } }, orderBy: { position: "asc" } } },
  });
  if (found === null || (await tx.claim.count({ where: { id: copy.id } })) > 0) return;
  const { evidence, version: _, createdAt: __, updatedAt: ___, ...said } = found;
  const words = wordsIn(story, "claim", copy);
  const row = { ...said, ...unjudged(said), id: copy.id, storyId: story.id, ...words };
  const claim = await tx.claim.create({ data: row });
  const passages = evidence.map(({ id: _id, createdAt: _at, diff, ...passage }, index) => ({
    ...passage,
    claimId: copy.id,
    position: index + 1,
    diff: differenceColumn(storedDifference(diff)),
  }));
  await tx.evidence.createMany({ data: passages });
  if (claim.text !== found.text) await reverifyClaim(tx, claim);
}

/** Premises of the copy: the copies of those copied with it, else those that stand in the same issue. */
async function premisesOf(tx: Db, story: Story, fromId: string, copies: ReadonlyMap<string, string>) {
  const premises = await tx.analysisPremise.findMany({
    where: { analysisId: fromId },
    include: {
      claim: { select: { storyId: true, story: { select: { section: { select: { issueId: true } } } } } },
    },
  });
  const section = story.sectionId
    ? await tx.section.findUnique({ where: { id: story.sectionId }, select: { issueId: true } })
    : null;
  return premises.flatMap(({ claimId, claim }) => {
    const copy = copies.get(claimId);
    if (copy) return [copy];
    const isBeside = section !== null && equal(claim.story.section, section);
    return isBeside || claim.storyId === story.id ? [claimId] : [];
  });
}

async function copyAnalysis(tx: Db, story: Story, copy: Copied, copies: ReadonlyMap<string, string>) {
  const found = await tx.analysis.findUnique({ where: { id: copy.fromId } });
  if (found === null || (await tx.analysis.count({ where: { id: copy.id } })) > 0) return;
  const { authorId, counterargument } = found;
  const words = wordsIn(story, "analysis", copy);
  const row = { id: copy.id, storyId: story.id, scope: "span" as const, authorId, counterargument, ...words };
  const premises = await premisesOf(tx, story, copy.fromId, copies);
  await tx.analysis.create({
    data: { ...row, premises: { create: premises.map((claimId) => ({ claimId })) } },
  });
}

/**
 * Makes rows for marks that were copied into a story, from its own text or from another story's: a copy says what its original
 * says, stands on the same passages, and goes its own way from then on: nobody has checked it, and a forecast is open again.
 * Analyses rest on the copies of claims that were copied with them. Answers the rows that are there now: an original that does not exist has no copy, and the mark means
 * nothing. Throws AppError "forbidden" where the actor may not write the story.
 */
export async function copyMarks(
  actor: Actor,
  input: z.input<typeof copyMarksInput>,
): Promise<{ claims: ClaimDraft[]; analyses: AnalysisDraft[] }> {
  authorize(actor, "story.read");
  const { storyId, claims, analyses } = copyMarksInput.parse(input);
  return transaction(async (tx) => {
    const story = await lockStory(tx, actor, storyId);
    for (const copy of claims) await copyClaim(tx, story, copy);
    const copies = new Map(claims.map(({ id, fromId }) => [fromId, id]));
    for (const copy of analyses) await copyAnalysis(tx, story, copy, copies);
    const idsOf = (marks: Copied[]) => ({ in: marks.map(({ id }) => id) });
    const rows = await tx.claim.findMany({ where: { storyId, id: idsOf(claims) }, include: claimParts });
    const made = {
      claims: rows.map(claimDraft),
      analyses: await readAnalyses(tx, { storyId, id: idsOf(analyses) }),
    };
    const anchored = [...made.claims, ...made.analyses].some((each) => each.anchored);
    await claimChanged(tx, actor, { storyId, anchored });
    return made;
  });
}
