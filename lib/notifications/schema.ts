import { z } from "zod";
import { id } from "@/lib/id";

export type NotificationKind =
  | "mention"
  | "reply"
  | "suggestion"
  | "suggestionSettled"
  | "assigned"
  | "reviewAsked"
  | "approved"
  | "approvalLost";

export const markReadInput = z.strictObject({ ids: z.array(id).min(1).max(200) });
export const nothingInput = z.strictObject({});

/** One thing a person is told. Moments are ISO. */
export interface NotificationLine {
  id: string;
  kind: NotificationKind;
  /** Who did it; null for the system, or for an account that is gone. */
  actor: string | null;
  createdAt: string;
  read: boolean;
  /** Null where it is about an issue. */
  story: { id: string; headline: string } | null;
  /** The issue that it, or its story, stands in now. */
  issue: { id: string; title: string } | null;
  threadId: string | null;
  /** How the suggestion was settled, where it is about one. */
  settled: "accepted" | "refused" | null;
}

export interface NotificationList {
  /** Newest first, 100 at most. */
  lines: NotificationLine[];
  unread: number;
}
