import { ChangedWords } from "@/components/desk/word-changes";
import type { Candidate, ReadableSource, SentPassage } from "@/lib/evidence/schema";

interface SourceOptionProps {
  source: ReadableSource;
  about: string;
  match?: Candidate | undefined;
  /** What pressing it does, where that is not to read its text. */
  deed?: string;
  onPress(): void;
}

/** A text of a source, or a source without one, to pick. */
export function SourceOption({ source, about, match, deed, onPress }: SourceOptionProps) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="w-full rounded-card border border-hair px-3 py-2.5 text-left text-sm hover:border-edge focus-visible:border-ink"
    >
      <span className="block font-medium [overflow-wrap:anywhere]">{source.title}</span>
      <span className="block text-quiet">{[source.publisher, about].filter(Boolean).join(" · ")}</span>
      {deed ? <span className="mt-0.5 block font-medium underline">{deed}</span> : null}
      {match?.matchStatus === "closest" ? (
        <span className="mt-0.5 block">
          <span className="block text-line">! What comes closest:</span>
          <span className="font-serif text-base [overflow-wrap:anywhere]">
            <ChangedWords parts={match.diff ?? []} added="the source has" removed="you pasted" />
          </span>
        </span>
      ) : match ? (
        <span
          className={`mt-0.5 block font-medium ${match.matchStatus === "verified" ? "text-good" : "text-line"}`}
        >
          {match.matchStatus === "verified" ? "✓ It has these words" : "≈ It nearly has these words"}
        </span>
      ) : null}
    </button>
  );
}

interface SentOptionProps extends SentPassage {
  of: string;
  onPress(): void;
}

/** The words that somebody had selected on the page: one step from here to evidence. */
export function SentOption({ text, sentBy, of, onPress }: SentOptionProps) {
  const label = sentBy === null ? "The passage you sent" : `The passage ${sentBy} sent`;
  return (
    <button
      type="button"
      onClick={onPress}
      className="w-full rounded-card border border-hair px-3 py-2 text-left text-sm hover:border-edge focus-visible:border-ink"
    >
      <span className="block text-quiet">
        {label}
        <span className="sr-only"> of {of}</span>:
      </span>
      <span className="line-clamp-2 font-serif text-base [overflow-wrap:anywhere]">“{text}”</span>
    </button>
  );
}
