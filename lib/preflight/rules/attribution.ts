import { comparable } from "@/lib/preflight/comparable";
import type { PreflightClaim, PreflightStory } from "@/lib/preflight/draft";
import { isMarked } from "@/lib/preflight/prose";
import { type Finding, places, type Reading, type ReadSentence, type Rule } from "@/lib/preflight/rule";
import { isNamed, type KnownTitles, knownTitles, sourcedIn, speakersIn } from "@/lib/preflight/speakers";
import { nameKey } from "@/lib/suggestions/aliases";

/** What one speaker is said to say in a story without a source of theirs. */
interface Unsourced {
  speaker: string;
  claims: PreflightClaim[];
  sentences: ReadSentence[];
}

const isSaid = (claim: PreflightClaim) =>
  claim.anchored && claim.attribution !== "none" && claim.speaker !== null;
const hasPassage = ({ evidence }: PreflightClaim) =>
  evidence.some(({ relation, matchStatus }) => relation === "supports" && matchStatus !== "notFound");

/** Sentences that attribute something, as the suggestions see it, in text that nobody has marked yet. */
const unmarked = (sentences: ReadSentence[]) =>
  sentences.filter(
    ({ speaker, attribution, certainty, prose, start, end }) =>
      speaker !== null && attribution !== "none" && certainty === "plain" && !isMarked(prose, start, end),
  );

const keyOf = (speaker: string) => comparable(nameKey(speaker));

/** Speakers of a story without a source in it. A story that lists no source at all is told by its own rule. */
function unsourcedIn(story: PreflightStory, { prose, sentences }: Reading, known: KnownTitles): Unsourced[] {
  if (story.sources.length === 0) return [];
  const said = story.claims.filter(isSaid);
  const read = unmarked(sentences(story));
  const speakers = [...said, ...read].flatMap(({ speaker }) => speakersIn(speaker ?? ""));
  // What stands on a passage has its source, whatever that calls itself.
  const shown = new Set(
    said.filter(hasPassage).flatMap(({ speaker }) => speakersIn(speaker ?? "").map(keyOf)),
  );
  const texts = prose.filter(({ place }) => place.storyId === story.id).map(({ text }) => text);
  // Under the spelling that comes first.
  const byName = new Map(speakers.toReversed().map((speaker) => [keyOf(speaker), speaker]));
  const isSourced = sourcedIn({ sources: story.sources, texts, speakers: [...byName.values()], known });
  return [...byName].flatMap(([key, speaker]): Unsourced[] => {
    const isTheirs = (each: { speaker: string | null }) =>
      speakersIn(each.speaker ?? "").some((name) => keyOf(name) === key);
    const claims = said.filter(isTheirs);
    const role = claims.find(({ speakerRole }) => speakerRole)?.speakerRole;
    if (!isNamed(speaker) || shown.has(key) || isSourced(speaker, role)) return [];
    return [{ speaker, claims, sentences: read.filter(isTheirs) }];
  });
}

const found = new WeakMap<Reading, [PreflightStory, Unsourced][]>();

/** Of every story, once for both rules. */
function unsourced(reading: Reading): [PreflightStory, Unsourced][] {
  const before = found.get(reading);
  if (before) return before;
  const known = knownTitles(reading.draft.knownPages);
  const fresh = reading.draft.stories.flatMap((story) =>
    unsourcedIn(story, reading, known).map((each): [PreflightStory, Unsourced] => [story, each]),
  );
  found.set(reading, fresh);
  return fresh;
}

const about = (story: PreflightStory, speaker: string) => `${story.id} ${keyOf(speaker)}`;

function markedSpeakers(reading: Reading): Finding[] {
  return unsourced(reading)
    .filter(([, { claims }]) => claims.length > 0)
    .map(([story, { speaker, claims, sentences }]) => ({
      sentence: `Story ${story.number} reports ${speaker} ${places(claims.length + sentences.length)} and cites no ${speaker} source.`,
      place: {
        storyId: story.id,
        claimId: claims[0]?.id,
        part: "sources" as const,
        quote: claims[0]?.text,
      },
      about: about(story, speaker),
    }));
}

function unmarkedSpeakers(reading: Reading): Finding[] {
  return unsourced(reading)
    .filter(([, { claims }]) => claims.length === 0)
    .map(([story, { speaker, sentences }]) => ({
      sentence: `Story ${story.number} seems to report ${speaker} ${places(sentences.length)} and cites no ${speaker} source.`,
      place: { storyId: story.id, part: "sources" as const, quote: sentences[0]?.sentence },
      about: about(story, speaker),
    }));
}

/** Who is said to say something: that the story has a source of theirs. What a person marked blocks; what only rules read warns. */
export const ATTRIBUTION_RULES: Rule[] = [
  {
    name: "speaker-without-source",
    level: "blocking",
    // lib/preflight/speakers.ts says when.
    about: "Whoever a marked claim has speak has a source in the story.",
    check: markedSpeakers,
  },
  {
    name: "unmarked-speaker-without-source",
    level: "warning",
    about:
      "Whoever speaks in a sentence that nobody has marked yet has a source too, where the suggestions are sure of it.",
    check: unmarkedSpeakers,
  },
];
