import { momentOf } from "@/components/desk/revision-words";
import type { FeedLine } from "@/lib/feeds/schema";

/** "every hour", "every 15 minutes", "once a day" */
export function intervalOf(minutes: number): string {
  if (minutes === 1_440) return "once a day";
  if (minutes === 60) return "every hour";
  return minutes % 60 === 0 ? `every ${minutes / 60} hours` : `every ${minutes} minutes`;
}

/** What a feed is called until it has said so itself. */
export function nameOfFeed({ title, url }: Pick<FeedLine, "title" | "url">): string {
  return title || url.replace(/^https?:\/\/(www\.)?/, "");
}

/** When it was read last and is read next, in one line; times in `zone`, null for the reader's own. */
export function readingsOf(feed: FeedLine, zone: "UTC" | null): string {
  const { lastFetchedAt, nextFetchAt, pausedAt, remark, everyMinutes } = feed;
  const last = lastFetchedAt ? `Read ${momentOf(lastFetchedAt, zone)}` : "Not read yet";
  if (pausedAt) return `${last} · paused ${momentOf(pausedAt, zone)}`;
  if (!lastFetchedAt && !remark) return "Being read for the first time";
  const next = `${remark ? "tried again" : "next"} ${momentOf(nextFetchAt, zone)}`;
  return `${last} · ${next} · ${intervalOf(everyMinutes)}`;
}
