import type { z } from "zod";
import { readAnalyses, readAnalysis } from "@/lib/analyses/read";
import {
  type AnalysisDraft,
  markAnalysesInput,
  markAnalysisInput,
  setAnalysisInput,
  setPremisesInput,
} from "@/lib/analyses/schema";
import { claimChanged } from "@/lib/claims/changed";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Analysis, Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { lockStory } from "@/lib/stories/save";

/**
 * Makes the row of an analysis: of a marked span, which is unanchored until the story is saved with the mark, or of the whole
 * box, of which there is one a story. Asked twice for the same, it answers the analysis that is there, whatever id was given
 * for the box. The actor is its author. Throws AppError "conflict" for the id of another story's analysis.
 */
export async function markAnalysis(
  actor: Actor,
  input: z.input<typeof markAnalysisInput>,
): Promise<AnalysisDraft> {
  const { id, storyId, scope, text } = markAnalysisInput.parse(input);
  const [marked] = await transaction((tx) =>
    scope === "span"
      ? writeSpans(tx, actor, storyId, [{ id, text }])
      : writeBox(tx, actor, { id, storyId, text }),
  );
  if (!marked) throw new Error("An analysis that was written is there.");
  return marked;
}

/**
 * `markAnalysis` for many marked spans of one story, all or none of them. Answers the analyses, oldest first.
 * Throws AppError "conflict" where one is another story's.
 */
export async function markAnalyses(
  actor: Actor,
  input: z.input<typeof markAnalysesInput>,
): Promise<AnalysisDraft[]> {
  const { storyId, analyses } = markAnalysesInput.parse(input);
  return transaction((tx) => writeSpans(tx, actor, storyId, analyses));
}

/** Spans are unanchored until the story is saved with their marks. */
async function writeSpans(tx: Db, actor: Actor, storyId: string, spans: { id: string; text: string }[]) {
  const story = await lockStory(tx, actor, storyId);
  const standing = markedTexts("analysis", storedRichText(story.body), storedRichText(story.whyItMatters));
  const rows = spans.map(({ id, text }) => ({
    ...{ id, storyId, scope: "span" as const, authorId: actor.id },
    ...{ text: standing.get(id) ?? text, anchored: standing.has(id) },
  }));
  return writeRows(tx, actor, storyId, rows, { id: { in: spans.map(({ id }) => id) } });
}

/** Of the box there is one a story, whatever id it was made under. */
async function writeBox(tx: Db, actor: Actor, box: { id: string; storyId: string; text: string }) {
  const { storyId } = box;
  await lockStory(tx, actor, storyId);
  const scope = "whyItMatters";
  const row = { ...box, scope, anchored: true, authorId: actor.id } as const;
  return writeRows(tx, actor, storyId, [row], { storyId, scope });
}

/** Makes the rows that are not there yet, and answers those that `where` finds then. */
async function writeRows(
  tx: Db,
  actor: Actor,
  storyId: string,
  rows: Prisma.AnalysisCreateManyInput[],
  where: Prisma.AnalysisWhereInput,
): Promise<AnalysisDraft[]> {
  const { count } = await tx.analysis.createMany({ data: rows, skipDuplicates: true });
  const marked = await readAnalyses(tx, where);
  // No box is found where its id is another story's.
  if (marked.length === 0 || marked.some((each) => each.storyId !== storyId)) {
    throw new AppError("conflict", "This mark belongs to another story. Mark the words here anew.");
  }
  const anchored = marked.some((each) => each.anchored);
  if (count > 0) await claimChanged(tx, actor, { storyId, anchored });
  return marked;
}

/** The analysis at this version, after its story was locked for the actor. */
async function lockAnalysis(tx: Db, actor: Actor, id: string, version: number): Promise<Analysis> {
  const found = await tx.analysis.findUnique({ where: { id }, select: { storyId: true } });
  if (found === null) throw new AppError("not-found", "This analysis does not exist any more.");
  await lockStory(tx, actor, found.storyId);
  const analysis = await tx.analysis.findUniqueOrThrow({ where: { id } });
  if (analysis.version !== version) {
    const message = "Someone else changed this analysis meanwhile; look again.";
    throw new AppError("conflict", message, await readAnalysis(tx, id));
  }
  return analysis;
}

/**
 * Says what speaks against an analysis. Throws AppError "conflict" with the AnalysisDraft that stands when that version is not
 * the latest.
 */
export async function setAnalysis(
  actor: Actor,
  input: z.input<typeof setAnalysisInput>,
): Promise<AnalysisDraft> {
  const { id, version, counterargument } = setAnalysisInput.parse(input);
  return transaction(async (tx) => {
    const analysis = await lockAnalysis(tx, actor, id, version);
    await tx.analysis.update({ where: { id }, data: { counterargument, version: version + 1 } });
    await claimChanged(tx, actor, analysis);
    return readAnalysis(tx, id);
  });
}

/** Throws AppError "invalid" where a claim is of no story beside this one: readers could not look at it. */
async function checkPremises(tx: Db, storyId: string, claimIds: readonly string[]): Promise<void> {
  const { section } = await tx.story.findUniqueOrThrow({
    where: { id: storyId },
    select: { section: { select: { issueId: true } } },
  });
  const beside = section
    ? [{ storyId }, { story: { section: { issueId: section.issueId } } }]
    : [{ storyId }];
  const count = await tx.claim.count({ where: { id: { in: [...claimIds] }, OR: beside } });
  if (count !== claimIds.length) {
    throw new AppError(
      "invalid",
      "An analysis rests on claims of its own issue: one of these is gone or elsewhere.",
    );
  }
}

/**
 * Says on which claims of its issue an analysis rests, all of them at once. Those it rested on before may stay, wherever their
 * story has gone since. Throws AppError "conflict" like setAnalysis, "invalid" for claims of other issues.
 */
export async function setPremises(
  actor: Actor,
  input: z.input<typeof setPremisesInput>,
): Promise<AnalysisDraft> {
  const { id, version, claimIds } = setPremisesInput.parse(input);
  return transaction(async (tx) => {
    const analysis = await lockAnalysis(tx, actor, id, version);
    const wanted = new Set(claimIds);
    const before = await tx.analysisPremise.findMany({ where: { analysisId: id } });
    const kept = new Set(before.map(({ claimId }) => claimId));
    const added = [...wanted].filter((claimId) => !kept.has(claimId));
    await checkPremises(tx, analysis.storyId, added);
    await tx.analysisPremise.deleteMany({ where: { analysisId: id, claimId: { notIn: [...wanted] } } });
    await tx.analysisPremise.createMany({ data: added.map((claimId) => ({ analysisId: id, claimId })) });
    await tx.analysis.update({ where: { id }, data: { version: version + 1 } });
    await claimChanged(tx, actor, analysis);
    return readAnalysis(tx, id);
  });
}
