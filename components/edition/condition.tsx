import type { ReactNode } from "react";
import { longDate } from "@/components/edition/dates";
import type { SourceCondition } from "@/lib/sources/conditions";

/** A shape (the desk's own, lib/sources/state-words.ts), and the words before the day. */
const WORDS: Record<SourceCondition, { shape: string; words: string }> = {
  gone: { shape: "✕", words: "The page has been gone from this address since" },
  moved: { shape: "➜", words: "The page has been at another address since" },
  changed: { shape: "±", words: "The page was found changed on" },
  unread: { shape: "⊘", words: "The page could not be read on" },
};

interface NowProps {
  shape: string;
  words: string;
  /** ISO. */
  since: string;
  language: string;
}

function Now({ shape, words, since, language }: NowProps) {
  return (
    <p className="now">
      <span className="shape" aria-hidden="true">
        {shape}
      </span>{" "}
      {words} <time dateTime={since}>{longDate(since, language)}</time>.
    </p>
  );
}

interface SourceNowProps {
  now: { condition: SourceCondition; since: string } | undefined;
  language: string;
}

/** What became of a source's page; nothing while all is well. */
export function SourceNow({ now, language }: SourceNowProps): ReactNode {
  return now ? <Now {...WORDS[now.condition]} since={now.since} language={language} /> : null;
}

/** A passage that is not on its page any more. */
export function PassageNow({ since, language }: { since: string; language: string }) {
  return <Now shape="△" words="This passage has been gone from the page since" {...{ since, language }} />;
}
