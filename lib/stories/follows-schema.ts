import { z } from "zod";
import { id } from "@/lib/id";

/** A new story that follows up `storyId`: at the end of a section, or in the backlog with `sectionId` null. */
export const followUpInput = z.strictObject({ storyId: id, sectionId: id.nullable() });
/** The same, in the issue after the one that `storyId` stands in. */
export const followUpNextInput = z.strictObject({ storyId: id });
/** Says which earlier story this one follows up; null for none. */
export const setFollowsInput = z.strictObject({ id, followsId: id.nullable() });
export const publishedStoriesInput = z.strictObject({
  query: z.string().trim().max(500, { error: "A search has at most 500 characters." }),
});

/** A story as readers have it: in the latest edition of a published issue. `issueSlug` and `anchor` are its address. */
export interface PublishedStory {
  id: string;
  issueNumber: number;
  issueSlug: string;
  anchor: string;
  headline: string;
  /** Its number in that edition. */
  number: number;
}

/** What a story follows up, and what follows it up. */
export interface Follows {
  /** Null for none; `published` null for one that readers do not have any more. */
  follows: { id: string; headline: string; published: PublishedStory | null } | null;
  followedBy: { id: string; headline: string }[];
  /** The forecast or commitment that it was begun for; `address` is where readers have that, null for one they do not have any more. */
  takesUp: { text: string; speaker: string | null; address: string | null } | null;
  /** Whether readers have this story itself, so that it can be followed up. */
  isPublished: boolean;
}
