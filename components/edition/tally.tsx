import { KIND_MARKS } from "@/lib/claims/kind";
import { type ClaimState, hasStandingEvidence, STATE_MARKS } from "@/lib/claims/state";
import type { EditionStory } from "@/lib/editions/schema";
import { standingOf } from "@/lib/editions/standing";
import type { Conditions } from "@/lib/sources/conditions";

/** What a story stands on, counted. */
export interface Counts {
  claims: number;
  /** With a passage that supports them and is there. */
  withEvidence: number;
  contradicted: number;
  /** Everything they stood on is gone: from its page, or with it. */
  passageGone: number;
  sourceGone: number;
  quotations: number;
  /** Quotations found word for word in the page they are quoted from, where somebody read it, and nothing contradicts them. */
  verified: number;
  forecasts: number;
  openForecasts: number;
  commitments: number;
  analyses: number;
  /** Different claims that the analyses rest on. */
  premises: number;
}

/** What a story holds and how that stands; without `conditions`, as when it was published. */
export function countStory(story: EditionStory, conditions?: Conditions): Counts {
  const of = (kind: string) => story.claims.filter((claim) => claim.kind === kind);
  const states = new Map(story.claims.map((claim) => [claim.id, standingOf(claim, conditions)]));
  const count = (state: ClaimState) => [...states.values()].filter((each) => each === state).length;
  return {
    claims: story.claims.length,
    withEvidence: [...states.values()].filter(hasStandingEvidence).length,
    contradicted: count("contradicted"),
    passageGone: count("quotationGone"),
    sourceGone: count("sourceGone"),
    quotations: of("quotation").length,
    verified: of("quotation").filter((claim) => states.get(claim.id) === "verified").length,
    forecasts: of("forecast").length,
    openForecasts: of("forecast").filter((claim) => claim.due?.outcome === "open").length,
    commitments: of("commitment").length,
    analyses: story.analyses.length,
    premises: new Set(story.analyses.flatMap((analysis) => analysis.premises)).size,
  };
}

/** "all with evidence", "8 with evidence", "none with evidence". */
function share(part: number, whole: number, words: string): string {
  if (part === whole) return whole === 1 ? words : `all ${words}`;
  return part === 0 ? `none ${words}` : `${part} ${words}`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** How many claims are in doubt, and why: a line each, in the shapes that stand in the sentences. */
function doubtLines({ contradicted, passageGone, sourceGone }: Counts) {
  return [
    { shape: STATE_MARKS.contradicted.shape, number: contradicted, words: "contradicted" },
    {
      shape: STATE_MARKS.quotationGone.shape,
      number: passageGone,
      words: `whose ${plural(passageGone, "passage is", "passages are")} gone`,
    },
    {
      shape: STATE_MARKS.sourceGone.shape,
      number: sourceGone,
      words: `whose ${plural(sourceGone, "source is", "sources are")} gone`,
    },
  ];
}

/** One line for each kind of thing the story holds: its shape, the number and the words after it. */
export function tallyLines(counts: Counts): { shape: string; number: number; words: string }[] {
  const { claims, quotations, forecasts, commitments, analyses } = counts;
  const lines = [
    {
      shape: counts.withEvidence > 0 ? "●" : "○",
      number: claims,
      words: `${plural(claims, "claim")}, ${share(counts.withEvidence, claims, "with evidence")}`,
    },
    ...doubtLines(counts),
    {
      shape: KIND_MARKS.quotation.shape,
      number: quotations,
      words: `${plural(quotations, "quotation")}, ${share(counts.verified, quotations, "verified")}`,
    },
    {
      shape: KIND_MARKS.forecast.shape,
      number: forecasts,
      words: `${plural(forecasts, "forecast")}, ${share(counts.openForecasts, forecasts, "open")}`,
    },
    {
      shape: KIND_MARKS.commitment.shape,
      number: commitments,
      words: plural(commitments, "commitment"),
    },
    {
      shape: KIND_MARKS.analysis.shape,
      number: analyses,
      words: `${plural(analyses, "analysis", "analyses")}, on ${counts.premises} ${plural(counts.premises, "claim")}`,
    },
  ];
  return lines.filter((line) => line.number > 0);
}

/** Beside the story: how much of it stands on what. A story in which nothing is marked says nothing. */
export function Tally({ story, conditions }: { story: EditionStory; conditions: Conditions | undefined }) {
  const lines = tallyLines(countStory(story, conditions));
  if (lines.length === 0) return null;
  return (
    <aside className="tally" aria-label={`What story ${story.number} stands on`}>
      <ul>
        {lines.map((line) => (
          <li key={line.shape}>
            <span className="shape" aria-hidden="true">
              {line.shape}
            </span>
            <span>
              <b>{line.number}</b> {line.words}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
