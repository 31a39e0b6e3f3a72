import type { PreflightSource, PreflightStory } from "@/lib/preflight/draft";
import { type Finding, quoted, type Reading, type Rule } from "@/lib/preflight/rule";
import type { SourceState } from "@/lib/sources/state";

function sourcesThat(is: (source: PreflightSource) => boolean, say: (name: string) => string) {
  return ({ draft }: Reading): Finding[] =>
    draft.stories.flatMap((story) =>
      story.sources.filter(is).map((source) => ({
        sentence: `Story ${story.number}: ${say(quoted(source.title || source.url || "a source"))}`,
        place: { storyId: story.id, sourceId: source.id, part: "sources" as const },
        about: `${story.id} ${source.id}`,
      })),
    );
}

function storiesThat(is: (story: PreflightStory) => boolean, say: (number: number) => string) {
  return ({ draft }: Reading): Finding[] =>
    draft.stories.filter(is).map(({ id, number }) => ({
      sentence: say(number),
      place: { storyId: id, part: "sources" as const },
      about: id,
    }));
}

const stands = (state: SourceState) => (source: PreflightSource) =>
  source.url !== null && source.state === state;

/** What stories stand on: that there is something, that it can be found, and that it still says what it said. */
export const SOURCE_RULES: Rule[] = [
  {
    name: "story-without-source",
    level: "warning",
    about: "Every story lists what it stands on.",
    check: storiesThat(
      ({ sources }) => sources.length === 0,
      (number) => `Story ${number} lists no source.`,
    ),
  },
  {
    name: "source-without-address",
    level: "warning",
    about: "Readers can go to every source.",
    check: sourcesThat(
      ({ url }) => url === null,
      (name) => `the source ${name} has no address.`,
    ),
  },
  {
    name: "source-dead",
    level: "warning",
    about: "Every source is still there.",
    check: sourcesThat(stands("dead"), (name) => `the source ${name} is dead.`),
  },
  {
    name: "quotation-gone",
    level: "warning",
    about: "The passages that claims rest on are still on their pages.",
    check: sourcesThat(
      stands("quotationGone"),
      (name) => `a passage that a claim rests on is no longer in ${name}.`,
    ),
  },
  {
    name: "source-drifted",
    level: "warning",
    about: "Sources still say what they said when they were read.",
    check: sourcesThat(
      stands("drifted"),
      (name) => `${name} says something else than when its text was kept.`,
    ),
  },
  {
    name: "source-unfetched",
    level: "note",
    about: "The text of every source was kept, fetched or typed.",
    check: sourcesThat(
      ({ url, state, hasText }) => url !== null && state !== "dead" && !hasText,
      (name) => `nothing of ${name} is kept: its text was never read.`,
    ),
  },
  {
    name: "covered-before",
    level: "note",
    about: "A story whose source an earlier published story cites says that it follows that one up.",
    check: ({ draft }) =>
      draft.stories.flatMap(({ id, number, coveredBefore }) =>
        coveredBefore.map(({ sourceId, storyId, headline, issue }) => ({
          sentence: `Story ${number}: ${quoted(headline)} of ${issue.number === null ? quoted(issue.title) : `issue ${issue.number}`} already cites one of its sources.`,
          place: { storyId: id, sourceId, part: "sources" as const },
          about: `${id} ${storyId}`,
        })),
      ),
  },
];
