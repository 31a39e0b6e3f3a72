import type { EditionClaim, EditionSource, EditionStory } from "@/lib/editions/schema";
import type { KnownNames } from "@/lib/entities/resolve";
import { resolve } from "@/lib/entities/resolve";
import type { EntityKind } from "@/lib/entities/schema";
import type { LedgerEntry } from "@/lib/ledger/entry";

/** A story as readers have it, and where. */
export interface ToldStory {
  issueSlug: string;
  issueNumber: number;
  /** When its edition was published (ISO moment), and the last day of the issue's week, where it names one. */
  publishedAt: string;
  weekTo: string | null;
  story: EditionStory;
}

/** A claim that the entity speaks. */
export interface TopicClaim {
  claim: EditionClaim;
  /** ISO date: when it was said; else the end of the issue's week, or the day of publishing. */
  day: string;
  /** False where the day is only the issue's. */
  isDayOfSaying: boolean;
  issueSlug: string;
  issueNumber: number;
  anchor: string;
  headline: string;
}

/** A source that its claims rest on, or that it published itself. */
export interface TopicSource {
  source: EditionSource;
  isItsOwn: boolean;
}

/** A line of the index of topics. */
export interface TopicListing {
  slug: string;
  name: string;
  kind: EntityKind | null;
  stories: number;
  claims: number;
}

/** Everything that was published about one entity. */
export interface Topic {
  slug: string;
  name: string;
  kind: EntityKind | null;
  otherNames: string[];
  /** The newest issue first, in it by their numbers. */
  stories: ToldStory[];
  /** The latest first. */
  claims: TopicClaim[];
  sources: TopicSource[];
  /** Its forecasts and commitments, by the day they fall due. */
  entries: LedgerEntry[];
}

function claimsOf(told: readonly ToldStory[], known: KnownNames, id: string): TopicClaim[] {
  const claims = told.flatMap(({ story, issueSlug, issueNumber, weekTo, publishedAt }) =>
    story.claims
      .filter((claim) => resolve(known, claim.speaker)?.id === id)
      .map((claim) => ({
        claim,
        day: claim.utteredAt ?? weekTo ?? publishedAt.slice(0, 10),
        isDayOfSaying: claim.utteredAt !== null,
        ...{ issueSlug, issueNumber, anchor: story.anchor, headline: story.headline },
      })),
  );
  return claims.sort((a, b) => b.day.localeCompare(a.day) || b.issueNumber - a.issueNumber);
}

function sourcesOf(
  told: readonly ToldStory[],
  claims: readonly TopicClaim[],
  known: KnownNames,
  id: string,
): TopicSource[] {
  const isItsOwn = (source: EditionSource) => resolve(known, source.publisher)?.id === id;
  const cited = claims.flatMap(({ claim }) => claim.evidence.map((item) => item.source));
  const own = told.flatMap(({ story }) => story.sources.filter(isItsOwn));
  const each = new Map([...cited, ...own].map((source) => [source.id, source]));
  return [...each.values()]
    .map((source) => ({ source, isItsOwn: isItsOwn(source) }))
    .sort(
      (a, b) =>
        (b.source.publishedAt ?? "").localeCompare(a.source.publishedAt ?? "") ||
        a.source.title.localeCompare(b.source.title, "en"),
    );
}

/**
 * What a page about one entity holds, out of the stories that have to do with it. A forecast's or a commitment's outcome is the
 * ledger's: it may be known there since.
 * @param told stories about it, and those that cite what it published
 * @param about whether a story is about it
 */
export function topicOf(
  entity: { id: string; slug: string; name: string; kind: EntityKind | null; otherNames: string[] },
  told: readonly (ToldStory & { about: boolean })[],
  known: KnownNames,
  ledger: readonly LedgerEntry[],
): Topic {
  const { id, slug, name, kind, otherNames } = entity;
  const entries = ledger.filter((entry) => resolve(known, entry.claim.speaker)?.id === id);
  const now = new Map(entries.map((entry) => [entry.claim.id, entry.claim]));
  const claims = claimsOf(told, known, id).map((each) => ({
    ...each,
    claim: now.get(each.claim.id) ?? each.claim,
  }));
  const stories = told
    .filter(({ about }) => about)
    .sort((a, b) => b.issueNumber - a.issueNumber || a.story.number - b.story.number);
  return {
    slug,
    name,
    kind,
    otherNames,
    stories,
    claims,
    sources: sourcesOf(told, claims, known, id),
    entries,
  };
}
