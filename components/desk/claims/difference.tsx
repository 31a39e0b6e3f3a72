import { ChangedWords } from "@/components/desk/word-changes";
import type { DiffPart } from "@/lib/quotations/differences";

/** From the claim's words to the source's: what only the claim has is struck through, what only the source has underlined. */
export function Difference({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className="font-serif text-base [overflow-wrap:anywhere]">
      <ChangedWords parts={parts} added="the source has" removed="the story has" />
    </p>
  );
}
