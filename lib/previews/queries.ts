import type { z } from "zod";
import { db } from "@/lib/db";
import type { PreviewLink } from "@/lib/generated/prisma/client";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { type PreviewLinkLine, previewIssueInput } from "@/lib/previews/schema";

type Row = PreviewLink & { createdBy: { name: string; suspendedAt: Date | null } | null };

function stateOf({ revokedAt, expiresAt, createdBy }: Row): PreviewLinkLine["state"] {
  if (revokedAt) return "revoked";
  if (expiresAt && expiresAt <= new Date()) return "expired";
  return createdBy?.suspendedAt ? "paused" : "open";
}

/** The private links of an issue, the newest first; the addresses themselves are known to nobody here. */
export async function listPreviewLinks(
  actor: Actor,
  input: z.input<typeof previewIssueInput>,
): Promise<PreviewLinkLine[]> {
  authorize(actor, "preview.share");
  const { issueId } = parse(previewIssueInput, input);
  const rows = await db().previewLink.findMany({
    where: { issueId },
    orderBy: { createdAt: "desc" },
    include: { createdBy: { select: { name: true, suspendedAt: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    madeBy: row.createdBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
    state: stateOf(row),
  }));
}
