import type { ImportedStory } from "@/lib/importers/imported-issue";
import { plainText } from "@/lib/rich-text/plain-text";

/** Words of a story by where they stand: the headline and source lines name it, the body speaks about much else. */
interface Profile {
  named: Set<string>;
  mentioned: Set<string>;
}

const NAMED = 3;
const MENTIONED = 1;
/** A link must rest on more than one common word. */
const LEAST = 1.2;
const COMMON = new Set(
  "a an and are as at be been but by for from had has have how in into is it its more most no nor not now of off on one or out over own so some than that the their them then there these they this those to too was we were what when which while who why will with you your all just also new said says say two three toward towards about after before between both each other same such very can could may might should would".split(
    " ",
  ),
);

/** Folds case, accents and the commonest English endings, so that "robots" and "robot's" meet. */
function stem(word: string): string {
  const folded = word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s?$/, "");
  if (folded.length <= 4) return folded.length === 4 ? folded.replace(/s$/, "") : folded;
  return folded.replace(/(?:ing|ed|es|ly|s)$/, "").replace(/e$/, "");
}

function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu) ?? [];
}

function stems(text: string): Set<string> {
  return new Set(
    tokens(text)
      .map(stem)
      .filter((word) => !COMMON.has(word)),
  );
}

function profile(story: ImportedStory): Profile {
  const sources = story.sources.map((source) => `${source.title} ${source.byline} ${source.publisher}`);
  return {
    named: stems([story.headline, ...sources].join(" ")),
    mentioned: stems(`${plainText(story.body)} ${plainText(story.whyItMatters)}`),
  };
}

/** Rare words weigh most: ln(1 + stories / stories with the word). */
function weights(profiles: Profile[]): (word: string) => number {
  return (word) => {
    const having = profiles.filter(({ named, mentioned }) => named.has(word) || mentioned.has(word)).length;
    return having === 0 ? 0 : Math.log(1 + profiles.length / having);
  };
}

function score(wanted: Set<string>, { named, mentioned }: Profile, weight: (word: string) => number): number {
  let sum = 0;
  for (const word of wanted) {
    sum += weight(word) * (named.has(word) ? NAMED : mentioned.has(word) ? MENTIONED : 0);
  }
  return sum;
}

/** Words written with a capital: the names a highlight speaks of. Its first word is one unless stories write it small. */
function names(text: string, written: Set<string>): Set<string> {
  return new Set(
    tokens(text)
      .filter(
        (word, index) =>
          /^\p{Lu}|\p{N}|\p{Ll}\p{Lu}/u.test(word) && (index > 0 || !written.has(word.toLowerCase())),
      )
      .map(stem)
      .filter((word) => !COMMON.has(word)),
  );
}

/** Rare enough to tell stories apart: a name in the line of more than half of them tells nothing. */
function isTelling(word: string, profiles: Profile[]): boolean {
  const having = profiles.filter(({ named }) => named.has(word)).length;
  return having > 0 && (having * 2 <= profiles.length || profiles.length === 1);
}

/**
 * The stories that a highlight sums up, as numbers from 1, deterministically: the story that shares most with it,
 * and then, while names of the highlight are named by no story chosen so far, the best one that names them.
 */
export function storiesOfHighlight(text: string, stories: ImportedStory[]): number[] {
  return matcher(stories)(text);
}

/** `storiesOfHighlight` for many highlights of one issue: the stories' words are read once. */
export function matcher(stories: ImportedStory[]): (text: string) => number[] {
  const profiles = stories.map(profile);
  const weight = weights(profiles);
  const written = new Set(stories.flatMap((story) => tokens(plainText(story.body))));
  return (text) => {
    const wanted = stems(text);
    const scores = profiles.map((entry) => score(wanted, entry, weight));
    const best = scores.indexOf(Math.max(...scores));
    const chosen = profiles[best];
    if (!chosen || (scores[best] ?? 0) < LEAST) return [];
    const found = new Set([best]);
    const open = new Set(
      [...names(text, written)].filter((word) => isTelling(word, profiles) && !chosen.named.has(word)),
    );
    while (open.size > 0) {
      const next = mostNaming(open, profiles, scores);
      found.add(next);
      for (const word of [...open]) if (profiles[next]?.named.has(word)) open.delete(word);
    }
    return [...found].sort((a, b) => a - b).map((index) => index + 1);
  };
}

/** The story that names most of the open names; of equals, the one nearer to the whole highlight. */
function mostNaming(open: Set<string>, profiles: Profile[], scores: number[]): number {
  const counts = profiles.map(({ named }) => [...open].filter((word) => named.has(word)).length);
  const most = Math.max(...counts);
  const equals = counts.flatMap((count, index) => (count === most ? [index] : []));
  return equals.reduce((a, b) => ((scores[b] ?? 0) > (scores[a] ?? 0) ? b : a));
}
