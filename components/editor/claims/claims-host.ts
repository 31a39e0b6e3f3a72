import type { AnchorKey, NamedAnchor } from "@/components/editor/claims/anchors";
import type { ClaimedText } from "@/components/editor/claims/claimed-text";
import type { PastedAnchors } from "@/components/editor/claims/pasted-anchors";
import type { Kind } from "@/lib/claims/kind";

/** How a claim or an analysis shows in its text. */
export interface ClaimSign extends NamedAnchor {
  kind: Kind | "analysis";
  /** The kind's word and shape; a fact has no shape. */
  kindWord: string;
  kindShape: string;
  /** The state's shape and words: what a claim stands on. Of an analysis only words. */
  shape: string;
  words: string;
  /** "none" underlines the words as something that is missing. */
  state: string;
}

export type Signs = ReadonlyMap<AnchorKey, ClaimSign>;

/** Who keeps the claims (components/desk/claims/claims-store.ts). */
export interface ClaimsHost {
  signs(): Signs;
  active(): string | null;
  subscribe(listener: () => void): () => void;
  onText(text: ClaimedText | null): void;
  onFocus(mayWrite: boolean): void;
  /** "come" by its sign in the margin; "see" by its words, in which one may only want to write. */
  onPress(id: string, how: "come" | "see"): void;
  onKey(): void;
  /** Undo took the marks off these stretches of words, which still stand there. */
  onMarksUndone(words: string[]): void;
  pasted: PastedAnchors;
}
