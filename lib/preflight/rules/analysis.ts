import type { PreflightAnalysis, PreflightStory } from "@/lib/preflight/draft";
import { isMarked } from "@/lib/preflight/prose";
import { type Finding, quoted, type Reading, type ReadSentence, type Rule } from "@/lib/preflight/rule";
import { isEmpty } from "@/lib/rich-text/document";

function analysesThat(
  is: (analysis: PreflightAnalysis) => boolean,
  say: (what: string, analysis: PreflightAnalysis) => string,
) {
  return ({ draft }: Reading): Finding[] =>
    draft.stories.flatMap((story) =>
      shown(story)
        .filter(is)
        .map((analysis) => {
          const isBox = analysis.scope === "whyItMatters";
          const what = isBox ? `“${draft.labels.whyItMatters}”` : `the analysis ${quoted(analysis.text)}`;
          return {
            sentence: `Story ${story.number}: ${say(what, analysis)}`,
            place: {
              storyId: story.id,
              analysisId: analysis.id,
              part: isBox ? ("whyItMatters" as const) : ("body" as const),
              ...(!isBox && { quote: analysis.text }),
            },
            about: analysis.id,
          };
        }),
    );
}

/** An empty box is no analysis. */
const shown = ({ analyses, whyItMatters }: PreflightStory) =>
  analyses.filter(({ scope }) => scope === "span" || !isEmpty(whyItMatters));

const premiseThat = ({ premises }: PreflightAnalysis, status: "disputed" | "retracted") =>
  premises.find((premise) => premise.status === status);

/**
 * The words in which a sentence infers ("suggests", "appears to"), outside quotations and where nobody else is said to infer.
 * That a disclaimer follows ("that is an inference") labels it for readers in words.
 */
function unlabelled(sentence: ReadSentence): boolean {
  const { rule, cue, prose, start } = sentence;
  if (rule !== "hedge" || cue === null) return false;
  const at = prose.text.indexOf(cue, start);
  return !isMarked(prose, at, at + cue.length);
}

/** The editors' own inference: that it is marked as such, and what it rests on. */
export const ANALYSIS_RULES: Rule[] = [
  {
    name: "analysis-without-premises",
    level: "blocking",
    about: "An analysis names at least one claim that it rests on.",
    check: analysesThat(
      ({ premises }) => premises.length === 0,
      (what) => `${what} is marked as analysis and names no claim that it rests on.`,
    ),
  },
  {
    name: "analysis-on-retracted-claim",
    level: "blocking",
    about: "No analysis rests on a claim that was retracted.",
    check: analysesThat(
      (analysis) => premiseThat(analysis, "retracted") !== undefined,
      (what, analysis) =>
        `${what} rests on ${quoted(premiseThat(analysis, "retracted")?.text ?? "")}, which was retracted.`,
    ),
  },
  {
    name: "analysis-on-disputed-claim",
    level: "warning",
    about: "An analysis that rests on a disputed claim is worth a second look.",
    check: analysesThat(
      (analysis) => premiseThat(analysis, "disputed") !== undefined,
      (what, analysis) =>
        `${what} rests on ${quoted(premiseThat(analysis, "disputed")?.text ?? "")}, which is disputed.`,
    ),
  },
  {
    name: "unlabelled-inference",
    level: "warning",
    about: "A sentence that infers (“suggests”, “appears to”) is marked as analysis, or says so itself.",
    check: ({ draft, sentences }) =>
      draft.stories.flatMap((story) =>
        sentences(story)
          .filter(unlabelled)
          .map(({ sentence, cue }) => ({
            sentence: `Story ${story.number}: ${quoted(sentence)} reads as inference (“${cue}”) and is not marked as analysis.`,
            place: { storyId: story.id, part: "body" as const, quote: sentence },
            about: `${story.id} ${sentence}`,
          })),
      ),
  },
];
