import { NAME_THE_SPEAKER, seemsToSpeak } from "@/components/desk/claims/asked-speaker";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import type { ClaimPart } from "@/components/desk/claims/claims-state";
import { copyIn } from "@/components/desk/claims/copy-in";
import { KnownClaims } from "@/components/desk/claims/known-claims";
import { makeClaim } from "@/components/desk/claims/mark-kind";
import { StoryTexts } from "@/components/desk/claims/story-texts";
import type { NamedAnchor } from "@/components/editor/claims/anchors";
import type { ClaimedText } from "@/components/editor/claims/claimed-text";
import type { ClaimsHost } from "@/components/editor/claims/claims-host";
import type { Remarked } from "@/components/editor/claims/marking";
import { PastedAnchors } from "@/components/editor/claims/pasted-anchors";
import type { Deed } from "@/components/editor/undo-trail";
import { newUuid } from "@/components/ui/new-uuid";
import { isAsMade } from "@/lib/claims/as-made";
import { guessedKind } from "@/lib/claims/guess";
import { KIND_MARKS, kindOf } from "@/lib/claims/kind";
import type { ClaimDraft, NewClaim } from "@/lib/claims/schema";

export type { ClaimPart, ClaimsState } from "@/components/desk/claims/claims-state";

/** Whoever is at the screen. */
export interface ClaimsScreen {
  /** Says something in passing. */
  tell(words: string): void;
  /** Evidence is looked for in this story from now on, or not any more. */
  onPicking(story: StoryClaims): void;
  /** Somebody writes in this text now; null in one that may only be read. */
  onFocus(story: StoryClaims, part: ClaimPart | null): void;
}

/** Enough of them to be known again. */
const shortened = (words: string) => (words.length > 60 ? `${words.slice(0, 60).trimEnd()} …` : words);

/** The claims of one story on one screen: what is known of them, which one is in hand, and the texts they stand in. */
export class StoryClaims extends KnownClaims {
  readonly #screen: ClaimsScreen;
  readonly #texts: StoryTexts;
  readonly #pasted: PastedAnchors;
  /** What was accepted of the suggestions on this screen, as it was made. */
  readonly #accepted = new Map<string, NewClaim>();
  #marking: Promise<void> = Promise.resolve();

  constructor(storyId: string, actions: ClaimActions, screen: ClaimsScreen) {
    super(storyId, actions);
    this.#screen = screen;
    this.#texts = new StoryTexts(storyId, (id) => this.#anchor(id));
    this.#pasted = new PastedAnchors({
      has: this.has,
      isGone: (anchor) => this.row(anchor)?.anchored === false,
      newId: newUuid,
      onCopied: (marks) => void copyIn(this, marks),
    });
  }

  readonly tell = (words: string): void => this.#screen.tell(words);

  /** Whether a text that is awake has the mark. */
  readonly has = (anchor: NamedAnchor): boolean => this.#texts.holding(anchor) !== undefined;

  /** These as their words follow each other in the texts that are awake; what is in none of them comes last. */
  readonly inTextOrder = <T extends { id: string }>(rows: readonly T[]): T[] => {
    const parts = ["body", "whyItMatters"] as const;
    const ids = parts.flatMap((part) => this.#texts.get(part)?.ids() ?? []);
    const at = ({ id }: T) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
    return rows.toSorted((a, b) => at(a) - at(b));
  };

  /** Whether the words are in the story, as far as this screen sees. */
  readonly isThere = (anchor: NamedAnchor): boolean => {
    if (this.has(anchor)) return true;
    const type = anchor.type === "claim" ? "analysis" : "claim";
    // Turned into the other just now, which no save has told yet.
    return this.row(anchor)?.anchored === true && !this.has({ type, id: anchor.id });
  };

  readonly accepted = (made: readonly NewClaim[]): void => {
    for (const claim of made) this.#accepted.set(claim.id, claim);
  };

  /** An accept that was undone, and of which nobody has said anything meanwhile: there is nothing to recover. */
  readonly isUndoneAccept = (claim: ClaimDraft): boolean => {
    const made = this.#accepted.get(claim.id);
    return made !== undefined && isAsMade(claim, made) && !this.has({ type: "claim", id: claim.id });
  };

  /** A claim whose words carry its mark nowhere, also not as an analysis, as far as this screen sees. */
  readonly isGone = (claim: ClaimDraft): boolean =>
    !this.isAnalysis(claim.id) &&
    (this.isUndoneAccept(claim) || !this.isThere({ type: "claim", id: claim.id }));

  // ── Which one is in hand

  readonly select = (id: string | null, how?: "come" | "see"): void => {
    const wanted = how === "come" && id ? { id } : this.state().wanted;
    const { active } = this.state();
    if (id !== active) this.#nobodyNamed();
    if (id !== active || wanted !== this.state().wanted) this.become({ active: id, wanted });
  };

  /** Whoever shows the claim has brought the person there. */
  readonly came = (): void => this.become({ wanted: null });

  /** Asks for the speaker of a claim that is to be a statement. */
  readonly nameSpeaker = (id: string): void => {
    this.become({ active: id, naming: id, offered: null, wanted: { id } });
    this.tell(NAME_THE_SPEAKER);
    void seemsToSpeak(this.claim(id)?.text ?? "").then((offered) => {
      if (this.state().naming === id) this.become({ offered });
    });
  };

  /** The speaker is named: back to the words. */
  readonly named = (): void => {
    const { naming } = this.state();
    if (!naming) return;
    this.become({ naming: null, offered: null });
    this.#texts.holding({ type: "claim", id: naming })?.focus();
  };

  /** Nobody is to be named: back to the words, which stay what they were. */
  readonly giveUpNaming = (): void => {
    const { naming } = this.state();
    this.#nobodyNamed();
    if (naming) this.#texts.holding({ type: "claim", id: naming })?.focus();
  };

  #nobodyNamed(): void {
    const { naming } = this.state();
    if (!naming) return;
    const claim = this.claim(naming);
    this.become({ naming: null, offered: null });
    if (claim) this.tell(`Nobody was named: it stays a ${KIND_MARKS[kindOf(claim)].word.toLowerCase()}.`);
  }

  /** Makes an analysis of a claim, or the other way round, where its words stand. False when they do not. */
  readonly turn = (anchor: NamedAnchor): boolean => this.#texts.turn(anchor);

  /** Whether what carries this id is an analysis now; words that were turned have a row of either type. */
  readonly isAnalysis = (id: string): boolean => {
    const analysis = this.analysis(id);
    if (!analysis || analysis.scope === "whyItMatters") return analysis !== null;
    return this.isThere({ type: "analysis", id }) || this.claim(id) === null;
  };

  #anchor = (id: string): NamedAnchor => ({ type: this.isAnalysis(id) ? "analysis" : "claim", id });

  /** Shows a claim's words in the text. */
  readonly reveal = (id: string, focus = false): void => this.#texts.reveal(id, focus);

  // ── Marking

  /** Makes the words that are selected in a text a claim, or takes up the one that is there, and looks for its evidence. */
  readonly begin = (part: ClaimPart): void => {
    const marked = this.#texts.get(part)?.mark(newUuid());
    if (!marked || marked.kind === "taken") {
      this.tell("Select the words that make the claim first.");
      return;
    }
    const { id } = marked;
    if (marked.kind === "new") makeClaim(this, id, marked.text, guessedKind(marked.text));
    else if (!this.claim(id)) {
      // It came with words of another story.
      this.tell("This mark belongs to another story. Mark the words anew.");
      return;
    }
    this.become({ active: id, picking: { claimId: id, part } });
    this.#screen.onPicking(this);
  };

  /** Until the server knows of the claim that was marked last. */
  readonly marked = (): Promise<void> => this.#marking;

  /** Nothing is set of a mark before the server knows of it. */
  readonly markingWith = (marking: Promise<void>): void => {
    this.#marking = marking;
  };

  /** Begins to look for evidence of a claim. */
  readonly pick = (claimId: string): void => {
    const part = this.#texts.partOf({ type: "claim", id: claimId }) ?? "body";
    this.become({ active: claimId, picking: { claimId, part } });
    this.#screen.onPicking(this);
  };

  /** Leaves the evidence; `focusText` then goes back to the words. */
  readonly stopPicking = (): void => {
    this.become({ picking: null });
    this.#screen.onPicking(this);
  };

  readonly text = (part: ClaimPart): ClaimedText | undefined => this.#texts.get(part);

  /** Something was done to a claim that undo in its text takes back. */
  readonly did = (id: string, deed: Deed): void => this.#texts.holding({ type: "claim", id })?.did(deed);

  readonly focusText = (part: ClaimPart): void => this.#texts.get(part)?.focus();

  /** Takes a mark off its words: the row stays, and undo brings the mark back. */
  readonly unmark = (anchor: NamedAnchor): void => {
    this.#texts.unmark(anchor);
    this.select(null);
  };

  /** Puts a mark that is gone on the words that are selected. */
  readonly remark = (anchor: NamedAnchor): Remarked => this.#texts.remark(anchor);

  // ── The texts

  /** What a text of the story needs to show its claims. */
  readonly host = (part: ClaimPart): ClaimsHost => ({
    signs: this.signs,
    active: () => this.state().active,
    subscribe: this.subscribe,
    onText: (text) => this.#texts.set(part, text),
    onFocus: (mayWrite) => this.#screen.onFocus(this, mayWrite ? part : null),
    onPress: this.select,
    onKey: () => this.begin(part),
    onMarksUndone: ([words = "", ...more]) =>
      this.tell(
        more.length === 0
          ? `The mark of “${shortened(words)}” is taken off. Redo brings it back.`
          : `${more.length + 1} marks are taken off. Redo brings them back.`,
      ),
    pasted: this.#pasted,
  });
}
