import { KIND_MARKS } from "@/lib/claims/kind";
import type { EditionStory } from "@/lib/editions/schema";

/** What a story stands on, counted. */
export interface Counts {
  claims: number;
  withEvidence: number;
  quotations: number;
  /** Quotations found word for word in what they are quoted from. */
  verified: number;
  forecasts: number;
  openForecasts: number;
  commitments: number;
  analyses: number;
  /** Different claims that the analyses rest on. */
  premises: number;
}

export function countStory(story: EditionStory): Counts {
  const of = (kind: string) => story.claims.filter((claim) => claim.kind === kind);
  return {
    claims: story.claims.length,
    // What settled a forecast came later: the story never stood on it.
    withEvidence: story.claims.filter((claim) => claim.evidence.some((item) => item.relation !== "resolves"))
      .length,
    quotations: of("quotation").length,
    verified: of("quotation").filter((claim) =>
      claim.evidence.some((item) => item.relation === "supports" && item.matchStatus === "verified"),
    ).length,
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

/** One line for each kind of thing the story holds: its shape, the number and the words after it. */
export function tallyLines(counts: Counts): { shape: string; number: number; words: string }[] {
  const { claims, quotations, forecasts, commitments, analyses } = counts;
  const lines = [
    {
      shape: "●",
      number: claims,
      words: `${plural(claims, "claim")}, ${share(counts.withEvidence, claims, "with evidence")}`,
    },
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
export function Tally({ story }: { story: EditionStory }) {
  const lines = tallyLines(countStory(story));
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
