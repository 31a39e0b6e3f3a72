import Link from "next/link";
import { ClaimStateWords } from "@/components/desk/claims/claim-state";
import { shortDate } from "@/components/desk/dates";
import { KIND_MARKS } from "@/lib/claims/kind";
import { STATE_MARKS } from "@/lib/claims/state";
import type { ClaimRow } from "@/lib/claims/table/row";
import { STANDING_WORDS } from "@/lib/claims/table/words";

// What stands in the cells of a row, each for one column.

/** Where a row's story is on the desk. */
export interface DeskPlace {
  storyId: string;
  issueId: string | null;
}

/** A day, as the whole desk writes it. */
export const DayCell = ({ of }: { of: string }) => (
  <time dateTime={of} className="whitespace-nowrap tabular-nums">
    {shortDate(of)}
  </time>
);

const ATTRIBUTED = { none: null, reported: "reported", quoted: "quoted" } as const;

export function KindCell({ row: { kind, attribution } }: { row: ClaimRow }) {
  const { word, shape } = KIND_MARKS[kind];
  // Whose words a statement or a quotation is in, its kind says already.
  const how = kind === "forecast" || kind === "commitment" ? ATTRIBUTED[attribution ?? "none"] : null;
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden className="mr-1 inline-block w-3.5 text-line">
        {shape || "●"}
      </span>
      {word}
      {how ? <span className="block pl-4.5 text-xs text-quiet">{how}</span> : null}
    </span>
  );
}

function deskAddress({ storyId, issueId }: DeskPlace, claim: string): string {
  if (issueId === null) return `/desk/stories/${storyId}${claim && `?${claim}`}`;
  return `/desk/issues/${issueId}?part=story:${storyId}${claim && `&${claim}`}`;
}

/** The claim's words, as the way to them: on the desk where they still are, else to the published page. */
export function WordsCell({ row, place }: { row: ClaimRow; place: DeskPlace | undefined }) {
  const { id, kind, words, issue, story, standing } = row;
  const page = standing === "published" && issue ? `/issues/${issue.slug}#${story.anchor}` : null;
  const claim = kind === "analysis" ? "" : `claim=${id}`;
  const desk = place && deskAddress(place, claim);
  const shown = words || "(no words)";
  return (
    <>
      {desk ? (
        <Link
          href={desk}
          prefetch={false}
          className="line-clamp-4 underline decoration-hair underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink"
        >
          {shown}
        </Link>
      ) : (
        <span className="line-clamp-4 [overflow-wrap:anywhere]">{shown}</span>
      )}
      {standing === "published" ? null : (
        <span className="mt-0.5 block text-xs text-quiet">{STANDING_WORDS[standing]}</span>
      )}
      {page ? (
        <a href={page} className="link mt-0.5 inline-flex min-h-6 items-center text-xs text-quiet">
          As published<span className="sr-only">: {shown}</span>
        </a>
      ) : null}
    </>
  );
}

export function IssueCell({ row: { issue } }: { row: ClaimRow }) {
  if (issue === null) return <span className="text-quiet">Backlog</span>;
  return issue.number === null ? <span className="text-quiet">{issue.title}</span> : issue.number;
}

export function SpeakerCell({ row: { speaker, speakerRole } }: { row: ClaimRow }) {
  return (
    <>
      {speaker}
      {speakerRole ? <span className="block text-xs text-quiet">{speakerRole}</span> : null}
    </>
  );
}

export function StateCell({ row: { state, status } }: { row: ClaimRow }) {
  return (
    <>
      {state ? <ClaimStateWords state={state} words={STATE_MARKS[state].word} /> : null}
      {status === "disputed" || status === "retracted" ? (
        <span className="block font-semibold text-line">
          <span aria-hidden>▲ </span>
          {status === "disputed" ? "Disputed" : "Retracted"}
        </span>
      ) : null}
    </>
  );
}

/** How many claims an analysis rests on. */
export const PremisesCell = ({ count }: { count: number }) => (
  <span className="whitespace-nowrap text-quiet">
    {count} {count === 1 ? "premise" : "premises"}
  </span>
);

/** Of the sources of a claim, so many are named. */
const NAMED = 3;

export function SourcesCell({ row: { sources } }: { row: ClaimRow }) {
  const rest = sources.length - NAMED;
  return (
    <ul className="grid gap-1">
      {sources.slice(0, NAMED).map(({ title, publisher, url }) => (
        <li key={`${title} ${url}`} className="line-clamp-2">
          {title}
          {publisher ? <span className="text-quiet">, {publisher}</span> : null}
        </li>
      ))}
      {rest > 0 ? <li className="text-quiet">and {rest} more</li> : null}
    </ul>
  );
}
