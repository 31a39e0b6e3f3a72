import { dayAndTime } from "@/components/desk/dates";
import type { SourceDetail } from "@/lib/sources/overview-schema";
import { STATE_WORDS } from "@/lib/sources/state-words";

/** How a source's state went, newest first. */
export function StateChanges({ changes }: { changes: SourceDetail["changes"] }) {
  return (
    <ol aria-label="How its state went" className="rounded-card border border-hair bg-paper text-sm">
      {changes.map(({ at, was, became, sentence }) => (
        <li key={at} className="border-t border-hair px-4 py-2.5 first:border-t-0">
          <p>
            <time dateTime={at} className="text-quiet">
              {dayAndTime(at)}
            </time>{" "}
            {STATE_WORDS[was].word} → <span className="font-medium">{STATE_WORDS[became].word}</span>
          </p>
          <p className="text-pretty text-quiet">{sentence}</p>
        </li>
      ))}
    </ol>
  );
}
