import type { SourceLook } from "@/lib/issues/schema";
import { FAILURE_WORDS } from "@/lib/sources/failure-words";
import { wordsOfState } from "@/lib/sources/state-words";

/** States in which there is nothing to say: nobody looks at what is well. */
const QUIET = new Set<SourceLook["state"]>(["live", "unchecked"]);

/** What an editor should know of a source's page, in few words; nothing while all is well. */
export function SourceLookMark({ look }: { look: SourceLook | undefined }) {
  if (look === undefined) return null;
  if (look.askedAt !== null) return <span> · Reading the page…</span>;
  if (QUIET.has(look.state) && look.failure === null) return null;
  const shown = QUIET.has(look.state)
    ? { shape: "○", word: "Not read" }
    : wordsOfState(look.state, look.failure);
  return (
    <span className="text-line">
      {" · "}
      <span aria-hidden>{shown.shape} </span>
      {shown.word}
      {look.failure ? <span className="text-quiet">. {FAILURE_WORDS[look.failure]}</span> : null}
    </span>
  );
}
