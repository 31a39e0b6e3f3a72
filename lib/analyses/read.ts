import type { AnalysisDraft, Premise } from "@/lib/analyses/schema";
import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";

const story = {
  select: { body: true, whyItMatters: true, position: true, section: { select: { position: true } } },
} as const;

const analysisParts = {
  author: { select: { name: true } },
  premises: { orderBy: { claimId: "asc" }, include: { claim: { include: { story } } } },
} as const satisfies Prisma.AnalysisInclude;

type Row = Prisma.AnalysisGetPayload<{ include: typeof analysisParts }>;
type Claim = Row["premises"][number]["claim"];

/** Where readers meet a claim: its section, its story, its place among the story's claims. Those they do not meet come last. */
function placeOf({ id, story: { section, position, body, whyItMatters } }: Claim): number[] {
  const marked = [...markedTexts("claim", storedRichText(body), storedRichText(whyItMatters)).keys()];
  const at = marked.indexOf(id);
  const last = Number.MAX_SAFE_INTEGER;
  return [section?.position ?? last, position ?? last, at === -1 ? last : at];
}

function inOrder(premises: Row["premises"]): Premise[] {
  const placed = premises.map(({ claim }) => ({ claim, place: placeOf(claim) }));
  const sorted = placed.toSorted((a, b) => {
    const differing = a.place.findIndex((number, index) => number !== b.place[index]);
    return (a.place[differing] ?? 0) - (b.place[differing] ?? 0);
  });
  return sorted.map(({ claim: { id, storyId, text, anchored, status, attribution, mode } }) => ({
    ...{ claimId: id, storyId, text, anchored, status, attribution, mode },
  }));
}

function analysisDraft({ author, premises, ...row }: Row): AnalysisDraft {
  const { id, storyId, scope, text, anchored, counterargument, version } = row;
  return {
    ...{ id, storyId, scope, text, anchored, counterargument, version },
    author: author?.name ?? null,
    premises: inOrder(premises),
  };
}

/** Analyses as the desk shows them, oldest first. */
export async function readAnalyses(db: Db, where: Prisma.AnalysisWhereInput): Promise<AnalysisDraft[]> {
  const rows = await db.analysis.findMany({ where, orderBy: { createdAt: "asc" }, include: analysisParts });
  return rows.map(analysisDraft);
}

/** One analysis that is known to be there. */
export async function readAnalysis(db: Db, id: string): Promise<AnalysisDraft> {
  return analysisDraft(await db.analysis.findUniqueOrThrow({ where: { id }, include: analysisParts }));
}
