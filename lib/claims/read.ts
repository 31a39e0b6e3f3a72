import type { ClaimDraft } from "@/lib/claims/schema";
import { isoDate } from "@/lib/dates";
import { storedDifference } from "@/lib/evidence/difference";
import { pageAt } from "@/lib/evidence/pages";
import type { EvidenceLine } from "@/lib/evidence/schema";
import type { Prisma } from "@/lib/generated/prisma/client";

/** What the desk shows of a passage. Never the snapshot's whole text: an issue has hundreds of passages. */
const evidenceParts = {
  signedBy: { select: { name: true } },
  snapshot: {
    select: {
      origin: true,
      fetchedAt: true,
      pages: true,
      source: { select: { id: true, title: true, publisher: true, url: true, state: true } },
    },
  },
} as const satisfies Prisma.EvidenceInclude;

/** Everything the desk shows of a claim. */
export const claimParts = {
  evidence: { orderBy: { position: "asc" }, include: evidenceParts },
} as const satisfies Prisma.ClaimInclude;

type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof claimParts }>;

function evidenceLine({ snapshot, signedBy, ...row }: ClaimRow["evidence"][number]): EvidenceLine {
  return {
    id: row.id,
    snapshotId: row.snapshotId,
    source: snapshot.source,
    origin: snapshot.origin,
    readAt: snapshot.fetchedAt.toISOString(),
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    start: row.start,
    end: row.end,
    page: pageAt(snapshot.pages, row.start),
    matchStatus: row.matchStatus,
    similarity: row.similarity,
    diff: storedDifference(row.diff),
    signedBy: row.signedAt === null ? null : (signedBy?.name ?? "somebody who left"),
    signedAt: row.signedAt?.toISOString() ?? null,
    relation: row.relation,
    goneSince: row.goneSince?.toISOString() ?? null,
  };
}

/** The row as the desk's claim. What an earlier kind of it had, as a day on which it falls due, is not shown. */
export function claimDraft(row: ClaimRow): ClaimDraft {
  const isDue = row.mode !== "assertion";
  return {
    id: row.id,
    storyId: row.storyId,
    text: row.text,
    anchored: row.anchored,
    attribution: row.attribution,
    mode: row.mode,
    speaker: row.speaker,
    speakerRole: row.speakerRole,
    utteredAt: isoDate(row.utteredAt),
    horizonAt: isDue ? isoDate(row.horizonAt) : null,
    resolutionCriteria: isDue ? row.resolutionCriteria : null,
    probability: isDue ? row.probability : null,
    version: row.version,
    evidence: row.evidence.map(evidenceLine),
  };
}
