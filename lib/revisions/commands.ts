import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { equal } from "@/lib/equal";
import { AppError } from "@/lib/errors";
import type { Revision } from "@/lib/generated/prisma/client";
import { labels } from "@/lib/issues/labels";
import { lockIssue } from "@/lib/issues/lock";
import { readOwnWords } from "@/lib/issues/own-words";
import { writeIssue } from "@/lib/issues/save";
import { week } from "@/lib/issues/schema";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { issueDocument, storyDocument } from "@/lib/revisions/document";
import { NEWEST_FIRST } from "@/lib/revisions/keep";
import { nameRevisionInput, type RestoreUndo, restoreRevisionInput } from "@/lib/revisions/schema";
import { richText } from "@/lib/rich-text/document";
import { lockStory, writeStory } from "@/lib/stories/save";

async function find(tx: Db, id: string): Promise<Revision> {
  const revision = await tx.revision.findUnique({ where: { id } });
  if (revision === null) throw new AppError("not-found", "This version does not exist any more.");
  return revision;
}

/** Locks what the revision is of, when the actor may change it. */
async function lockSubject(tx: Db, actor: Actor, { storyId, issueId }: Revision): Promise<void> {
  if (storyId !== null) await lockStory(tx, actor, storyId);
  if (issueId !== null) {
    authorize(actor, "issue.edit");
    await lockIssue(tx, issueId);
  }
}

/**
 * Gives a version a name, under which it stays: no later autosave joins it. An empty name takes the name away.
 * Throws AppError "conflict" when its writer went on meanwhile, so that the name would stand over other words.
 */
export async function nameRevision(
  actor: Actor,
  input: z.input<typeof nameRevisionInput>,
): Promise<{ name: string | null }> {
  const { id, version, name } = parse(nameRevisionInput, input);
  return transaction(async (tx) => {
    await lockSubject(tx, actor, await find(tx, id));
    const { reason, updatedAt, ...revision } = await find(tx, id);
    if (revision.version !== version) {
      throw new AppError(
        "conflict",
        "This version went on while you looked at it: look again, then name it.",
      );
    }
    const written = reason === "autosave" || reason === "named";
    const data = { name: name || null, reason: written ? (name ? "named" : "autosave") : reason } as const;
    // Its moment is that of its words.
    await tx.revision.update({ where: { id }, data: { ...data, updatedAt } });
    return { name: data.name };
  });
}

// Lines are taken back as they were stored, by imports too; texts must be such as the editor can still hold.
const storyWords = storyDocument.extend({ body: richText, whyItMatters: richText });
const issueWords = issueDocument.extend({ introduction: richText, closing: richText, week, labels });

async function restoreStoryWords(tx: Db, actor: Actor, storyId: string, revision: Revision, version: number) {
  const words = parse(storyWords, revision.document);
  const saved = await writeStory(tx, actor, { id: storyId, version, ...words }, whyOf(revision));
  return saved.version;
}

/** Number and address are no words: they stay as they are, since readers may know them and other issues have theirs. */
async function restoreIssueWords(tx: Db, actor: Actor, issueId: string, revision: Revision, version: number) {
  authorize(actor, "issue.edit");
  const { number: _, slug: __, labels, ...words } = parse(issueWords, revision.document);
  await lockIssue(tx, issueId);
  const now = await readOwnWords(tx, issueId);
  // Labels that nobody set follow the house's own, and go on doing so.
  const set = equal(now.labels, labels) ? {} : { labels };
  const saved = await writeIssue(tx, actor, { id: issueId, version, ...words, ...set }, whyOf(revision));
  return saved.version;
}

function whyOf({ name, version }: Revision) {
  return { reason: "restore", name: name ?? `version ${version}` } as const;
}

/**
 * Writes the words of an earlier version as a new one, by the same way as every save: marks are mirrored, claims found
 * again, the words that stood are kept. `undo` is for restoreRevision too. Throws AppError "conflict", as a save does, when
 * `version` is not the latest, and "invalid" when the old words hold what the editor no longer knows.
 */
export async function restoreRevision(
  actor: Actor,
  input: z.input<typeof restoreRevisionInput>,
): Promise<{ version: number; undo: RestoreUndo }> {
  const { id, version } = parse(restoreRevisionInput, input);
  return transaction(async (tx) => {
    const revision = await find(tx, id);
    const { storyId, issueId } = revision;
    let restored = version;
    if (storyId !== null) restored = await restoreStoryWords(tx, actor, storyId, revision, version);
    if (issueId !== null) restored = await restoreIssueWords(tx, actor, issueId, revision, version);
    const target = { storyId, issueId };
    const stood = await tx.revision.findFirstOrThrow({
      where: { ...target, version: { lte: version } },
      orderBy: NEWEST_FIRST,
    });
    const subject = storyId === null ? "Issue" : "Story";
    await record(tx, actor, "revision.restore", subject, storyId ?? issueId, { version: revision.version });
    return { version: restored, undo: { id: stood.id, version: restored } };
  });
}
