import { issueAddress, LEDGER, LEDGER_FEED } from "@/components/edition/addresses";
import { longDate } from "@/components/edition/dates";
import { KindAndSpeaker } from "@/components/edition/kind-and-speaker";
import { LedgerFilters } from "@/components/edition/ledger-filters";
import { LedgerRecords } from "@/components/edition/ledger-records";
import { archivedAddress } from "@/lib/editions/passages";
import { type KnownNames, standingName } from "@/lib/entities/resolve";
import {
  dueYears,
  earlierDays,
  type LedgerEntry,
  type LedgerFilter,
  selectEntries,
  stateOf,
} from "@/lib/ledger/entry";
import { speakerRecords } from "@/lib/ledger/record";
import { stateWords } from "@/lib/ledger/words";

/** What it rests on, and what settled it: each passage by its source, with the way to it. */
function Passages({ entry, language }: { entry: LedgerEntry; language: string }) {
  const { claim, issueSlug } = entry;
  if (claim.evidence.length === 0) return null;
  const SAID = {
    supports: "Said in",
    contradicts: "Against it",
    context: "For context",
    resolves: "Settled by",
  };
  return (
    <ul className="passages">
      {claim.evidence.map((item) => (
        <li key={`${item.source.id} ${item.prefix}${item.exact}`}>
          {SAID[item.relation]}{" "}
          <a href={archivedAddress(issueSlug, claim.id, item)}>
            {item.source.title}
            <span className="unseen">: the archived passage</span>
          </a>
          {item.source.publisher ? `, ${item.source.publisher}` : null}
          {item.source.publishedAt ? `, ${longDate(item.source.publishedAt, language)}` : null}
        </li>
      ))}
    </ul>
  );
}

function Standing({ entry, today, language }: { entry: LedgerEntry; today: string; language: string }) {
  const { due, kind } = entry.claim;
  return (
    <span>
      <strong>{stateWords(kind, stateOf(entry, today))}</strong>
      {due.resolvedAt ? (
        <>
          {" "}
          on <time dateTime={due.resolvedAt}>{longDate(due.resolvedAt, language)}</time>
        </>
      ) : null}
    </span>
  );
}

interface EntryProps {
  entry: LedgerEntry;
  today: string;
  language: string;
  known: KnownNames;
}

/** One forecast or commitment: when it falls due, whose it is, how it stands, where it was told. */
function Entry({ entry, today, language, known }: EntryProps) {
  const { claim } = entry;
  const { due } = claim;
  const doubt = claim.status === "disputed" || claim.status === "retracted" ? claim.status : null;
  return (
    <li id={`c-${claim.id}`}>
      <p className="kick">
        {due.at ? (
          <span>
            Due <time dateTime={due.at}>{longDate(due.at, language)}</time>
          </span>
        ) : (
          <span>No day named</span>
        )}
        <span>
          <KindAndSpeaker claim={claim} known={known} />
        </span>
        <Standing entry={entry} today={today} language={language} />
        {doubt ? <strong>{doubt}</strong> : null}
      </p>
      <p className="words">
        <a href={`${issueAddress(entry.issueSlug)}#${entry.anchor}`}>{claim.text}</a>
      </p>
      {due.resolution ? <p className="resolution">{due.resolution}</p> : null}
      <p className="where">
        In “{entry.headline}”, issue {entry.issueNumber}.
        {due.probability === null ? null : ` Stated probability: ${Math.round(due.probability * 100)}%.`}
        {due.criteria ? ` It counts as settled so: ${due.criteria}` : null}
        {earlierDays(entry).map((day) => ` First published as due on ${longDate(day, language)}.`)}
      </p>
      <Passages entry={entry} language={language} />
    </li>
  );
}

function Stand({ count, shown }: { count: number; shown: number }) {
  if (count === 0) return <p className="stand">No forecast and no commitment has been published yet.</p>;
  return (
    <p className="stand">
      {count === 1 ? "One forecast or commitment" : `${count} forecasts and commitments`}, by the day they
      fall due{shown === count ? "" : `; ${shown} of them shown`}.
    </p>
  );
}

/** Everything that was ever foretold or promised in an issue, and what became of it. `today` is an ISO date. */
export function LedgerPage({
  entries,
  filter,
  today,
  language,
  known,
}: {
  entries: readonly LedgerEntry[];
  /** Its speaker by the name that it has among the entities. */
  filter: LedgerFilter;
  today: string;
  language: string;
  known: KnownNames;
}) {
  const called = (speaker: string) => standingName(known, speaker);
  const shown = selectEntries(entries, filter, today, called);
  const records = speakerRecords(entries, called);
  const named = entries.flatMap(({ claim }) => (claim.speaker === null ? [] : called(claim.speaker)));
  const speakers = [...new Set(named)].sort((a, b) => a.localeCompare(b, "en"));
  return (
    <div className="sheet ledger">
      <header className="head">
        <h1>Ledger</h1>
        <Stand count={entries.length} shown={shown.length} />
      </header>
      {entries.length > 0 ? (
        <LedgerFilters filter={filter} speakers={speakers} years={dueYears(entries)} />
      ) : null}
      {shown.length > 0 ? (
        <ol className="entries">
          {shown.map((entry) => (
            <Entry key={entry.claim.id} {...{ entry, today, language, known }} />
          ))}
        </ol>
      ) : entries.length > 0 ? (
        <p className="none">
          Nothing stands so. <a href={LEDGER}>Show everything</a>
        </p>
      ) : null}
      {records.length > 0 ? <LedgerRecords records={records} known={known} /> : null}
      <p className="colophon">
        <a href={LEDGER_FEED}>What was settled, as a feed (Atom)</a>
      </p>
    </div>
  );
}
