import type { StoryDraft } from "@/lib/issues/schema";
import { plainText } from "@/lib/rich-text/plain-text";

/** Set in the sheet's type: characters of a line, pixels of one, and pixels of all that is neither text nor headline. */
const LINE = 68;
const LINE_HEIGHT = 28.5;
const REST = 120;

/** Where a story is going to be, about as high as it will be, while the page still unfolds. */
export function StoryOutline({ story }: { story: StoryDraft }) {
  const letters = plainText(story.body).length + plainText(story.whyItMatters).length;
  const height = Math.round((letters / LINE) * LINE_HEIGHT + story.sources.length * 26 + REST);
  return (
    <section data-part={`story:${story.id}`} aria-label={story.headline} aria-busy className="scroll-mt-4">
      <p className="mb-2 pt-7 font-serif text-2xl font-medium tracking-[-0.014em]">{story.headline}</p>
      <div className="story-rest">
        <div style={{ minHeight: height }} />
      </div>
    </section>
  );
}
