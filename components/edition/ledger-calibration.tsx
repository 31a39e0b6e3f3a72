import type { CalibrationRange } from "@/lib/ledger/calibration";
import type { SpeakerRecord } from "@/lib/ledger/record";

const percent = (share: number) => `${Math.round(share * 100)}%`;

function Range({ speaker, range }: { speaker: string | null; range: CalibrationRange }) {
  const { from, to, forecasts, cameTrue, stated } = range;
  return (
    <tr>
      <th scope="row">{speaker ?? "Nobody named"}</th>
      <td>
        {from} to {to === 100 ? "100" : `under ${to}`}%
      </td>
      <td className="figure">{percent(stated)}</td>
      <td className="figure">
        {cameTrue} of {forecasts}
      </td>
      <td className="figure">{percent(cameTrue / forecasts)}</td>
    </tr>
  );
}

/** Of each speaker who stated probabilities: how often what was given one came true. Nothing where nobody did. */
export function LedgerCalibration({ records }: { records: readonly SpeakerRecord[] }) {
  const rows = records.flatMap(({ speaker, calibration }) =>
    calibration.map((range) => ({ speaker, range, key: `${speaker} ${range.from}` })),
  );
  if (rows.length === 0) return null;
  // What scrolls must be reachable by keyboard, or a keyboard cannot scroll it.
  const reachable = { tabIndex: 0 };
  return (
    <div className="calibration">
      <h3 className="section-title">Stated and come true</h3>
      <section className="scroll" aria-label="Stated probabilities and what came true" {...reachable}>
        <table>
          <thead>
            <tr>
              <th scope="col">Speaker</th>
              <th scope="col">Stated between</th>
              <th scope="col" className="figure">
                On average
              </th>
              <th scope="col" className="figure">
                Came true
              </th>
              <th scope="col" className="figure">
                That is
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, ...row }) => (
              <Range key={key} {...row} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="where">
        Who is well calibrated is right as often as they said they would be: the two percentages of a line are
        about the same. A few forecasts show little.
      </p>
    </div>
  );
}
