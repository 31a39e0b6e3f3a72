import type { RichText } from "@/lib/rich-text/document";
import { imagesOf, type TextImage } from "@/lib/rich-text/images";

interface Story {
  headline: string;
  body: RichText;
  whyItMatters: RichText;
}

/** What holds pictures: a draft as the desk has it, and an Edition. */
interface Holder<S extends Story> {
  introduction: RichText;
  sections: readonly { stories: readonly S[] }[];
  closing: RichText;
}

/** One place that can hold pictures, in reading order; `story` where it is one. */
interface Place<S> {
  place: "introduction" | "closing" | "story";
  story: S | null;
  images: TextImage[];
}

/** Every picture of the issue, by where it stands. */
function places<S extends Story>({ introduction, sections, closing }: Holder<S>): Place<S>[] {
  const stories = sections.flatMap((section) => section.stories);
  return [
    { place: "introduction", story: null, images: imagesOf(introduction) },
    ...stories.map((story) => ({
      place: "story" as const,
      story,
      images: [...imagesOf(story.body), ...imagesOf(story.whyItMatters)],
    })),
    { place: "closing", story: null, images: imagesOf(closing) },
  ];
}

/** Ids of every picture of the issue, each once. */
export function pictureIds(issue: Holder<Story>): string[] {
  return [...new Set(places(issue).flatMap(({ images }) => images.map((image) => image.imageId)))];
}

/** Where pictures fail a rule: as a person names the place, and the story where it is one. */
export interface PictureFault<S> {
  place: Place<S>["place"];
  story: S | null;
  sentence: string;
}

function faults<S extends Story>(
  issue: Holder<S>,
  isWrong: (image: TextImage) => boolean,
  say: (count: number, where: string) => string,
): PictureFault<S>[] {
  return places(issue).flatMap(({ place, story, images }) => {
    const count = images.filter(isWrong).length;
    const where = story
      ? story.headline
        ? `“${story.headline}”`
        : "a story without a headline"
      : `the ${place}`;
    return count > 0 ? [{ place, story, sentence: say(count, where) }] : [];
  });
}

/** Places with pictures that say nothing to those who cannot see them. They block publishing. */
export function undescribedPictures<S extends Story>(issue: Holder<S>): PictureFault<S>[] {
  const say = (count: number, where: string) =>
    count === 1
      ? `A picture in ${where} has no alternative text.`
      : `${count} pictures in ${where} have no alternative text.`;
  return faults(issue, (image) => image.alt === "", say);
}

/** Places with pictures that are not among those kept; readers would see a gap. They block publishing. */
export function lostPictures<S extends Story>(
  issue: Holder<S>,
  kept: ReadonlySet<string>,
): PictureFault<S>[] {
  const say = (count: number, where: string) =>
    `${count === 1 ? "A picture" : `${count} pictures`} in ${where} cannot be found: take ${count === 1 ? "it" : "them"} out, or add ${count === 1 ? "it" : "them"} again.`;
  return faults(issue, (image) => !kept.has(image.imageId), say);
}
