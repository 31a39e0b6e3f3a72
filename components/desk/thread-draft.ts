import type { KeptTyped } from "@/components/desk/kept-typed";
import type { About } from "@/components/desk/thread-actions";

/** A comment or a suggestion that somebody has begun and not sent. */
export interface ThreadDraft {
  kind: "comment" | "suggestion";
  /** null: the whole story. */
  about: About | null;
  /** The comment, or why something is suggested. */
  text: string;
  /** Of a suggestion: what the words become. */
  replacement: string;
  /** A sentence about what stands in the way of a new one; not kept. */
  problem: string | null;
}

export type DraftKeeper = KeptTyped<ThreadDraft>;

/** Whether something read from the browser is a draft, as far as it is used. */
export function isDraft(value: unknown): value is ThreadDraft {
  if (typeof value !== "object" || value === null) return false;
  const { kind, about, text, replacement } = value as Partial<ThreadDraft>;
  if (kind !== "comment" && kind !== "suggestion") return false;
  if (typeof text !== "string" || typeof replacement !== "string") return false;
  const { part, selector } = about ?? {};
  const isPlaced =
    typeof part === "string" && typeof selector?.exact === "string" && typeof selector.start === "number";
  return about === null ? kind === "comment" : isPlaced;
}

/** Whether anything was typed that would be lost. */
export function isTyped(draft: ThreadDraft): boolean {
  return (
    draft.text.trim() !== "" ||
    (draft.kind === "suggestion" && draft.replacement !== draft.about?.selector.exact)
  );
}

/** A draft on other words: what was typed as a comment goes along, new words for something else do not and are not dropped. */
export function withAbout(
  draft: ThreadDraft | null,
  kind: ThreadDraft["kind"],
  about: About | null,
): ThreadDraft {
  const typedWords = draft?.kind === "suggestion" && draft.replacement !== draft.about?.selector.exact;
  if (draft && typedWords) {
    return { ...draft, problem: "This suggestion is not sent yet: send it or discard it first." };
  }
  const replacement = kind === "suggestion" ? (about?.selector.exact ?? "") : "";
  return { kind, about, text: draft?.text ?? "", replacement, problem: null };
}
