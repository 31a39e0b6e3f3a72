import { z } from "zod";
import { oneLine } from "@/lib/one-line";

const NO_ISSUE = "This issue does not exist, or it was removed.";
const NO_LINK = "This link does not exist any more. Open the list again.";

export const createPreviewLinkInput = z.strictObject({
  issueId: z.uuid({ error: NO_ISSUE }).toLowerCase(),
  /** For whom it is, in the maker's words. */
  label: oneLine().max(120, { error: "This has at most 120 characters." }),
  /** Null: until it is revoked. */
  expiresInDays: z
    .int({ error: "Choose how long the link works." })
    .min(1, { error: "A link works for a day at least." })
    .max(365, { error: "A link works for a year at most; choose no end instead." })
    .nullable(),
});
export const previewIssueInput = z.strictObject({ issueId: z.uuid({ error: NO_ISSUE }).toLowerCase() });
export const previewLinkInput = z.strictObject({ id: z.uuid({ error: NO_LINK }).toLowerCase() });

/** 32 random bytes, base64url. */
export const previewToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/u);

export type CreatePreviewLink = z.input<typeof createPreviewLinkInput>;

/** A private link as the list of an issue's links shows it. Moments are ISO 8601. */
export interface PreviewLinkLine {
  id: string;
  label: string;
  /** Null when the account is gone, or it was made on the command line. */
  madeBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastOpenedAt: string | null;
  /** "paused": whoever made it is suspended; it works again when they are back. */
  state: "open" | "expired" | "revoked" | "paused";
}
