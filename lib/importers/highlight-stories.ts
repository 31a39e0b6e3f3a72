import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { wordsOf } from "@/lib/importers/words";
import { plainText } from "@/lib/rich-text/plain-text";

interface StoryWords {
  headline: Set<string>;
  all: Set<string>;
}

/** Without case, possessive and plural: enough to meet "antenna" in "Antennas". */
const plain = (word: string) => {
  const stem = word.toLowerCase().replace(/['’]s$/, "");
  return stem.length > 3 ? stem.replace(/s$/, "") : stem;
};
const lower = (text: string) => new Set(wordsOf(text).map(plain));

/** Words of a highlight that name something: with digits, or capitalised and never written small in the stories. */
function namesIn(text: string, writtenSmall: Set<string>): string[] {
  return wordsOf(text)
    .filter((word) => /\d/.test(word) || (/^\p{Lu}/u.test(word) && !writtenSmall.has(plain(word))))
    .map(plain);
}

/**
 * Which stories a highlight sums up, by number: the one that shares most of its rare words (weighted by inverse
 * document frequency, headlines three times), and each story whose headline bears a name that the first lacks.
 * Empty when no story shares anything rarer than what most stories say.
 */
export function storiesFor(text: string, issue: ImportedIssue): number[] {
  const stories = issue.sections.flatMap((section) => section.stories);
  const texts = stories.map(
    (story) => `${story.headline}\n${plainText(story.body)}\n${plainText(story.whyItMatters)}`,
  );
  const words: StoryWords[] = stories.map((story, index) => ({
    headline: lower(story.headline),
    all: lower(texts[index] ?? ""),
  }));
  const small = texts.flatMap(wordsOf).filter((word) => /^\p{Ll}/u.test(word));
  const writtenSmall = new Set(small.map(plain));
  const rarity = (word: string) => {
    const count = words.filter((story) => story.all.has(word)).length;
    return count === 0 ? 0 : Math.log((words.length + 1) / count);
  };
  const wanted = [...lower(text)].filter((word) => word.length > 2 || /\d/.test(word));
  const scores = words.map((story) =>
    wanted.reduce(
      (sum, word) => sum + (story.headline.has(word) ? 3 : story.all.has(word) ? 1 : 0) * rarity(word),
      0,
    ),
  );
  const best = scores.indexOf(Math.max(...scores));
  const first = words[best];
  if (!first || (scores[best] ?? 0) < Math.log(2)) return [];
  const named = namesIn(text, writtenSmall).filter((name) => !first.headline.has(name));
  const others = words.flatMap((story, index) =>
    index !== best && named.some((name) => story.headline.has(name)) ? [index] : [],
  );
  return [best, ...others].sort((a, b) => a - b).map((index) => index + 1);
}
