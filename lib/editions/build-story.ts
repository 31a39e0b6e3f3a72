import { kindOf } from "@/lib/claims/kind";
import { isoDate } from "@/lib/dates";
import type { PublishableClaim, PublishableStory } from "@/lib/editions/read-issue";
import type {
  EditionAnalysis,
  EditionClaim,
  EditionEvidence,
  EditionSource,
  EditionStory,
} from "@/lib/editions/schema";
import type { Around } from "@/lib/evidence/around";
import { pageAt } from "@/lib/evidence/pages";
import { isEmpty, storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";
import { sourceLine } from "@/lib/sources/lines";
import type { PublishedStory } from "@/lib/stories/follows-schema";

type Evidence = PublishableClaim["evidence"][number];

function citation(source: Evidence["snapshot"]["source"], known: EditionSource[]): EditionSource {
  const inStory = known.find((line) => line.id === source.id);
  if (inStory) return inStory;
  const { id, title, byline, publisher, url } = source;
  return { id, title, byline, publisher, url, publishedAt: isoDate(source.publishedAt) };
}

function due(claim: PublishableClaim): EditionClaim["due"] {
  if (claim.mode === "assertion") return null;
  return {
    at: isoDate(claim.horizonAt),
    criteria: claim.resolutionCriteria,
    probability: claim.probability,
    outcome: claim.outcome ?? "open",
    resolvedAt: claim.resolvedAt?.toISOString() ?? null,
    ...(claim.resolution !== null && { resolution: claim.resolution }),
  };
}

function buildClaim(
  claim: PublishableClaim,
  text: string,
  sources: EditionSource[],
  around: ReadonlyMap<string, Around>,
): EditionClaim {
  return {
    id: claim.id,
    kind: kindOf(claim),
    attribution: claim.attribution,
    text,
    speaker: claim.speaker,
    speakerRole: claim.speakerRole,
    utteredAt: isoDate(claim.utteredAt),
    status: claim.status,
    due: due(claim),
    evidence: claim.evidence.map((line) => buildEvidence(line, sources, around.get(line.id))),
  };
}

/**
 * The passage with the sentence around it, and nothing else of the page: who signed it, and how it differs from the quotation, is
 * the desk's own business. `sources` are the story's; `around` is undefined where the text is not kept.
 */
export function buildEvidence(
  line: Evidence,
  sources: EditionSource[],
  around: Around | undefined,
): EditionEvidence {
  const { snapshot, exact, prefix, suffix, matchStatus, relation } = line;
  const page = pageAt(snapshot.pages, line.start);
  return {
    source: citation(snapshot.source, sources),
    exact,
    prefix,
    suffix,
    ...(page !== null && { page }),
    ...(around && { around }),
    matchStatus,
    ...(matchStatus === "near" && line.signedAt !== null && { signed: true as const }),
    relation,
    readAt: snapshot.fetchedAt.toISOString(),
    origin: snapshot.origin,
  };
}

function buildAnalyses(story: PublishableStory, spans: Map<string, string>, known: ReadonlySet<string>) {
  const box = storedRichText(story.whyItMatters);
  return story.analyses.flatMap((analysis): EditionAnalysis[] => {
    const text = analysis.scope === "span" ? spans.get(analysis.id) : plainText(box);
    if (text === undefined || (analysis.scope === "whyItMatters" && isEmpty(box))) return [];
    return [
      {
        id: analysis.id,
        scope: analysis.scope,
        text,
        author: analysis.author?.name ?? null,
        counterargument: analysis.counterargument,
        premises: analysis.premises.map((premise) => premise.claimId).filter((id) => known.has(id)),
      },
    ];
  });
}

/** Without an earlier story there is no such key: an edition's hash is of the keys it has. */
function following(earlier: PublishedStory | undefined): Pick<EditionStory, "follows"> {
  if (!earlier) return {};
  const { issueNumber, issueSlug, anchor, headline } = earlier;
  return { follows: { issueNumber, issueSlug, anchor, headline } };
}

/** Ids of the claims whose words readers find in the story. */
export function standingClaims({ body, whyItMatters, claims }: PublishableStory): string[] {
  const marked = markedTexts("claim", storedRichText(body), storedRichText(whyItMatters));
  return claims.map(({ id }) => id).filter((id) => marked.has(id));
}

/** What a story is told of the issue around it. */
interface StoryPlace {
  /** Its number in the whole issue. */
  number: number;
  /** The earlier story it follows up, where readers have that. */
  followed: PublishedStory | undefined;
  /** The claims that readers find in the issue: an analysis rests on claims of other stories too. */
  standing: ReadonlySet<string>;
  /** The sentence around each passage, by its id. */
  around: ReadonlyMap<string, Around>;
}

/** The story as readers get it, claims in the order of their marks. */
export function buildStory(
  story: PublishableStory,
  { number, followed, standing, around }: StoryPlace,
): EditionStory {
  const body = storedRichText(story.body);
  const whyItMatters = storedRichText(story.whyItMatters);
  const sources: EditionSource[] = story.sources.map((link) => {
    const { version: _, ...line } = sourceLine(link);
    return line;
  });
  const rows = new Map(story.claims.map((claim) => [claim.id, claim]));
  // The document is the truth of the text: what its marks say, in its order.
  const marked = markedTexts("claim", body, whyItMatters);
  const claims = [...marked].flatMap(([id, text]) => {
    const row = rows.get(id);
    return row ? [buildClaim(row, text, sources, around)] : [];
  });
  return {
    number,
    anchor: story.anchor,
    headline: story.headline,
    sources,
    body,
    bodyText: plainText(body),
    tables: plainTables(body),
    whyItMatters,
    whyItMattersText: plainText(whyItMatters),
    claims,
    analyses: buildAnalyses(story, markedTexts("analysis", body, whyItMatters), standing),
    ...following(followed),
  };
}
