import type { ClaimPart } from "@/components/desk/claims/claims-state";
import type { NamedAnchor } from "@/components/editor/claims/anchors";
import type { ClaimedText } from "@/components/editor/claims/claimed-text";
import type { Remarked } from "@/components/editor/claims/marking";

/** The texts of one story that are awake on one screen, with their marks. */
export class StoryTexts {
  readonly #storyId: string;
  readonly #anchor: (id: string) => NamedAnchor;
  readonly #texts = new Map<ClaimPart, ClaimedText>();
  /** What is shown as soon as its text is awake. */
  #awaited: { id: string; focus: boolean } | null = null;

  /** `anchor` says which mark an id stands for now. */
  constructor(storyId: string, anchor: (id: string) => NamedAnchor) {
    this.#storyId = storyId;
    this.#anchor = anchor;
  }

  get(part: ClaimPart): ClaimedText | undefined {
    return this.#texts.get(part);
  }

  /** A text woke up; null: it sleeps again. */
  set(part: ClaimPart, text: ClaimedText | null): void {
    if (!text) {
      this.#texts.delete(part);
      return;
    }
    this.#texts.set(part, text);
    const awaited = this.#awaited;
    // After the text has found its place on the screen.
    if (awaited && text.has(this.#anchor(awaited.id)))
      requestAnimationFrame(() => this.reveal(awaited.id, awaited.focus));
  }

  /** Which of them has the mark. */
  partOf(anchor: NamedAnchor): ClaimPart | undefined {
    return [...this.#texts].find(([, text]) => text.has(anchor))?.[0];
  }

  holding(anchor: NamedAnchor): ClaimedText | undefined {
    const part = this.partOf(anchor);
    return part && this.#texts.get(part);
  }

  /** Makes an analysis of a claim, or the other way round. False where its words do not stand. */
  turn(anchor: NamedAnchor): boolean {
    return [...this.#texts.values()].some((text) => text.has(anchor) && text.turn(anchor));
  }

  unmark(anchor: NamedAnchor): void {
    for (const text of this.#texts.values()) text.unmark(anchor);
  }

  /** Puts a mark that is gone on the words that are selected in one of them. */
  remark(anchor: NamedAnchor): Remarked {
    let answer: Remarked = "no-words";
    for (const text of this.#texts.values()) {
      const marked = text.remark(anchor);
      if (marked === "marked") return marked;
      if (marked === "taken") answer = marked;
    }
    return answer;
  }

  /** Shows the words of a mark; `focus`: and goes there. */
  reveal(id: string, focus: boolean): void {
    this.#awaited = null;
    const anchor = this.#anchor(id);
    const text = this.holding(anchor);
    if (text?.reveal(anchor)) {
      if (focus) text.focus();
      return;
    }
    // It sleeps: coming near it wakes it.
    const place = document.querySelector(`[data-part="story:${CSS.escape(this.#storyId)}"]`);
    place?.scrollIntoView({ block: "nearest" });
    this.#awaited = { id, focus };
  }
}
