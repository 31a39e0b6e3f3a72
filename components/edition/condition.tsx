import type { ReactNode } from "react";
import { longDate } from "@/components/edition/dates";
import type { SourceCondition } from "@/lib/sources/conditions";

/** Before the day: within a line of what is known of a source, and as a sentence of its own. */
const WORDS: Record<SourceCondition, { inLine: string; sentence: string }> = {
  gone: {
    inLine: "no longer at this address since",
    sentence: "The page has been gone from this address since",
  },
  moved: { inLine: "at another address since", sentence: "The page has been at another address since" },
  changed: {
    inLine: "the page has changed since it was read,",
    sentence: "The page has changed since it was read,",
  },
  unread: { inLine: "could not be read on", sentence: "The page could not be read on" },
};

interface SourceNowProps {
  now: { condition: SourceCondition; since: string } | undefined;
  language: string;
  /** After other words on a line. */
  inLine?: boolean;
}

/** What became of a source's page; nothing while all is well. */
export function SourceNow({ now, language, inLine = false }: SourceNowProps): ReactNode {
  if (!now) return null;
  const { condition, since } = now;
  const day = <time dateTime={since}>{longDate(since, language)}</time>;
  if (inLine) {
    return (
      <span className="now">
        {" "}
        ({WORDS[condition].inLine} {day})
      </span>
    );
  }
  return (
    <p className="now">
      {WORDS[condition].sentence} {day}.
    </p>
  );
}

/** A passage that is not on its page any more. */
export function PassageNow({ since, language }: { since: string; language: string }) {
  return (
    <p className="now">
      This passage has been gone from the page since <time dateTime={since}>{longDate(since, language)}</time>
      .
    </p>
  );
}
