import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";

/** Why a version was kept. */
export type RevisionReason = "autosave" | "import" | "review" | "publish" | "restore" | "named";

/** The document as it stands, where no revision holds it yet (nobody has changed it): listed under this id. */
export const AS_IT_STANDS = "now";

/** One version of a story, or of an issue's own words. `at` is an ISO moment. */
export interface RevisionLine {
  /** The revision's id, or AS_IT_STANDS. */
  id: string;
  version: number;
  reason: RevisionReason;
  /** Given by a person, or what the reason is about: "edition 2", the name of a file, "version 7". */
  name: string | null;
  author: string | null;
  at: string;
  /** Whether these are the words that stand now. */
  isCurrent: boolean;
}

export const revisionTarget = z.union([z.strictObject({ storyId: id }), z.strictObject({ issueId: id })]);

/** Whose revisions: a story's, or those of an issue's own words. */
export type RevisionTarget = z.infer<typeof revisionTarget>;

const version = z.int().positive().max(2_147_483_647);

export const nameRevisionInput = z.strictObject({
  id,
  /** The version that the revision held when it was read: a writer's last autosave still goes on. */
  version,
  /** Empty takes the name away. */
  name: oneLine().max(120, { error: "A version's name has at most 120 characters." }),
});

export const restoreRevisionInput = z.strictObject({
  id,
  /** The document's version that was seen, which the restored words take the place of. */
  version,
});

/** What `restoreRevision` takes to undo one. */
export type RestoreUndo = z.infer<typeof restoreRevisionInput>;
