import type { Order, StandingOrder } from "@/lib/issues/schema";

export interface OutlineStory {
  id: string;
  headline: string;
  authorName: string | null;
}

export interface OutlineSection {
  id: string;
  title: string;
  stories: OutlineStory[];
}

/** The order of an issue as the server last gave it. */
export interface Outline {
  orderVersion: number;
  sections: OutlineSection[];
}

/** The bare order of an outline. */
export function orderOf({ sections }: Outline): Order {
  return sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((story) => story.id) }));
}

/** What sections and stories are called, as far as this screen has heard. A story is the same object until it is renamed. */
export class Names {
  readonly #sections = new Map<string, string>();
  readonly #stories = new Map<string, OutlineStory>();

  learn(outline: Outline): void {
    for (const section of outline.sections) {
      this.#sections.set(section.id, section.title);
      for (const story of section.stories) this.#learnStory(story);
    }
  }

  /** False when the story is unknown or called so already. */
  rename(storyId: string, headline: string): boolean {
    const story = this.#stories.get(storyId);
    if (!story || story.headline === headline) return false;
    this.#stories.set(storyId, { ...story, headline });
    return true;
  }

  /** False when the section is unknown or titled so already. */
  retitle(sectionId: string, title: string): boolean {
    if (!this.#sections.has(sectionId) || this.#sections.get(sectionId) === title) return false;
    this.#sections.set(sectionId, title);
    return true;
  }

  /** The order with its names. */
  tell(order: Order): OutlineSection[] {
    return order.map(({ sectionId, storyIds }) => ({
      id: sectionId,
      title: this.#sections.get(sectionId) ?? "",
      stories: storyIds.map((id) => this.#stories.get(id) ?? { id, headline: "", authorName: null }),
    }));
  }

  #learnStory(story: OutlineStory): void {
    const known = this.#stories.get(story.id);
    const authorName = story.authorName ?? known?.authorName ?? null;
    if (known?.headline === story.headline && known.authorName === authorName) return;
    this.#stories.set(story.id, { ...story, authorName });
  }
}

/** A conflict's details, when they are what arrangeStories promises. Authors come with the next full read. */
export function readStanding(details: unknown): Outline | null {
  if (typeof details !== "object" || details === null || !("orderVersion" in details)) return null;
  const standing = details as StandingOrder;
  return {
    orderVersion: standing.orderVersion,
    sections: standing.sections.map(({ id, title, stories }) => ({
      id,
      title,
      stories: stories.map((story) => ({ ...story, authorName: null })),
    })),
  };
}
