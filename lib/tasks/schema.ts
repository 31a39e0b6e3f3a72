import { z } from "zod";
import { id } from "@/lib/id";

export const TASK_KINDS = [
  "sourceMoved",
  "sourceDrifted",
  "quotationGone",
  "sourceBlocked",
  "sourceDead",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Where a source stands that a task is about. */
export interface TaskPlace {
  storyId: string;
  headline: string;
  /** Null in the backlog. */
  issue: { id: string; title: string; number: number | null } | null;
}

export interface TaskLine {
  id: string;
  kind: TaskKind;
  /** What was found. */
  sentence: string;
  /** ISO moments. */
  createdAt: string;
  endedAt: string | null;
  ended: "done" | "cleared" | null;
  doneBy: string | null;
  source: {
    id: string;
    title: string;
    publisher: string;
    url: string | null;
    movedTo: string | null;
    version: number;
  };
  /** Of a quotation that is gone: the claim's words, the passage that was there, and the snapshot that has it. */
  claim: { id: string; text: string; exact: string; snapshotId: string } | null;
  places: TaskPlace[];
}

export const taskIdInput = z.strictObject({ id });
export const listTasksInput = z.strictObject({ show: z.enum(["open", "ended"]).default("open") });
export const takeAddressInput = z.strictObject({
  id,
  version: z.int().positive().max(2_147_483_647),
});
