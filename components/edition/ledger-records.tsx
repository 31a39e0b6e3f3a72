import { LEDGER, topicAddress } from "@/components/edition/addresses";
import { LedgerCalibration } from "@/components/edition/ledger-calibration";
import { type KnownNames, resolve } from "@/lib/entities/resolve";
import type { SpeakerRecord } from "@/lib/ledger/record";

const HEADINGS = ["Came true", "Did not", "Kept", "Not kept", "Undecided", "Open", "Brier score"];

function figures(record: SpeakerRecord): string[] {
  const { forecasts, commitments, undecided, open, brier } = record;
  const counts = [
    forecasts.cameTrue,
    forecasts.didNot,
    commitments.kept,
    commitments.broken,
    undecided,
    open,
  ].map(String);
  return [...counts, brier ? `${brier.score.toFixed(2)} (of ${brier.forecasts})` : "–"];
}

/** Whose it is, with the way to theirs alone, and to everything about them. */
function Speaker({ name, known }: { name: string; known: KnownNames }) {
  const topic = resolve(known, name);
  return (
    <>
      <a href={`${LEDGER}?speaker=${encodeURIComponent(name)}`}>{name}</a>
      {topic ? (
        <>
          {" "}
          <a className="topic" href={topicAddress(topic.slug)}>
            Topic<span className="unseen">: {name}</span>
          </a>
        </>
      ) : null}
    </>
  );
}

/** Hits and misses of each speaker; how near their probabilities came, where they stated any. */
export function LedgerRecords({
  records,
  known,
  title = "Who was right",
}: {
  records: readonly SpeakerRecord[];
  title?: string;
  known: KnownNames;
}) {
  // What scrolls must be reachable by keyboard, or a keyboard cannot scroll it.
  const reachable = { tabIndex: 0 };
  return (
    <section className="records" aria-labelledby="records-h">
      <h2 className="section-title" id="records-h">
        {title}
      </h2>
      <section className="scroll" aria-label="Forecasts and commitments by speaker" {...reachable}>
        <table>
          <thead>
            <tr>
              <th scope="col">Speaker</th>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col" className="figure">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.speaker ?? ""}>
                <th scope="row">
                  {record.speaker === null ? "Nobody named" : <Speaker name={record.speaker} known={known} />}
                </th>
                {figures(record).map((figure, column) => (
                  <td key={HEADINGS[column]} className="figure">
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="where">
        Forecasts come true or do not; commitments are kept or not. The Brier score is worked out only where a
        probability was stated: the mean of the squared distance between it and what happened. 0 is perfect, 1
        the worst, and always saying 50% gives 0.25. What we have retracted does not count.
      </p>
      <LedgerCalibration records={records} />
    </section>
  );
}
