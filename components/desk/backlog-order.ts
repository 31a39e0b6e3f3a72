import { queryWords } from "@/lib/search/words";
import type { WaitingStory } from "@/lib/stories/backlog-schema";

export const BACKLOG_SORTS = {
  changed: "Last changed first",
  oldest: "Waiting longest first",
  newest: "Newest first",
  headline: "By headline",
} as const;
export type BacklogSort = keyof typeof BACKLOG_SORTS;

const later = (one: string, other: string) => other.localeCompare(one);
const COMPARE: Record<BacklogSort, (one: WaitingStory, other: WaitingStory) => number> = {
  changed: (one, other) => later(one.updatedAt, other.updatedAt),
  oldest: (one, other) => later(other.createdAt, one.createdAt),
  newest: (one, other) => later(one.createdAt, other.createdAt),
  headline: (one, other) => one.headline.localeCompare(other.headline, "en", { numeric: true }),
};

/** The stories whose headline or author holds every word of the filter, sorted. */
export function orderBacklog(
  stories: readonly WaitingStory[],
  filter: string,
  sort: BacklogSort,
): WaitingStory[] {
  const words = queryWords(filter);
  const isMeant = (story: WaitingStory) => {
    const text = `${story.headline} ${story.authorName ?? ""}`.normalize("NFC").toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return stories.filter(isMeant).sort(COMPARE[sort]);
}

/** "today", "1 day", "3 weeks": how long a story has waited at the moment `now`. */
export function waitedFor(createdAt: string, now: number): string {
  const days = Math.floor((now - Date.parse(createdAt)) / 86_400_000);
  if (days < 1) return "since today";
  if (days < 14) return days === 1 ? "for 1 day" : `for ${days} days`;
  return days < 60 ? `for ${Math.floor(days / 7)} weeks` : `for ${Math.floor(days / 30)} months`;
}
