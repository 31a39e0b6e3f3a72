import { isoDate } from "@/lib/dates";
import type { SourceModel, StorySourceModel } from "@/lib/generated/prisma/models";
import type { SourceLine } from "@/lib/issues/schema";
import { cited } from "@/lib/sources/schema";

/** A story's own wording as stored; where it does not pass today's rules any more, the source's own fields stand. */
export function storedCitation(value: unknown) {
  return cited.safeParse(value).data ?? {};
}

/** The source as this story shows it: its own fields under what the story cites differently. */
export function sourceLine(link: StorySourceModel & { source: SourceModel }): SourceLine {
  const own = storedCitation(link.cited);
  const { id, version } = link.source;
  return {
    id,
    title: own.title ?? link.source.title,
    byline: own.byline ?? link.source.byline,
    publisher: own.publisher ?? link.source.publisher,
    url: own.url ?? link.source.url,
    publishedAt: isoDate(link.source.publishedAt),
    version,
  };
}

/** The same with what is known of the page, as the desk shows it. */
export function deskSourceLine(link: StorySourceModel & { source: SourceModel }): SourceLine {
  const { state, stateSince, fetchAskedAt, lastFailure: failure } = link.source;
  const moments = {
    stateSince: stateSince?.toISOString() ?? null,
    askedAt: fetchAskedAt?.toISOString() ?? null,
  };
  return { ...sourceLine(link), look: { state, failure, ...moments } };
}
