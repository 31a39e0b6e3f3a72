import { attempt, type Failure } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import { newClaim, UNKNOWN_VERSION } from "@/components/desk/claims/new-claim";
import type { ClaimedText, ClaimSign, ClaimsHost } from "@/components/editor/claims/claim-marks";
import { newUuid } from "@/components/ui/new-uuid";
import { guessedKind } from "@/lib/claims/guess";
import type { ClaimDraft, NewClaim } from "@/lib/claims/schema";
import { STATE_MARKS, stateOfClaim, stateWords } from "@/lib/claims/state";
import { equal } from "@/lib/equal";
import type { Result } from "@/lib/errors";

/** The texts of a story that can hold claims. */
export type ClaimPart = "body" | "whyItMatters";

/** What one screen knows of the claims of a story. */
export interface ClaimsState {
  claims: ClaimDraft[];
  known: boolean;
  failure: Failure | null;
  /** The claim in hand. */
  active: string | null;
  /** Somebody asked to be brought to the claim in hand; a new object for each wish. */
  wanted: { id: string } | null;
  /** The claim that evidence is being looked for. */
  picking: { claimId: string; part: ClaimPart } | null;
}

const NOTHING: ClaimsState = {
  claims: [],
  known: false,
  failure: null,
  active: null,
  wanted: null,
  picking: null,
};

/** Whoever is at the screen. */
export interface ClaimsScreen {
  /** Says something in passing. */
  tell(words: string): void;
  /** Evidence is looked for in this story from now on, or not any more. */
  onPicking(story: StoryClaims): void;
}

/** The claims of one story on one screen: what is known of them, which one is in hand, and the texts they stand in. */
export class StoryClaims {
  readonly storyId: string;
  readonly #actions: ClaimActions;
  readonly #screen: ClaimsScreen;
  readonly #listeners = new Set<() => void>();
  readonly #texts = new Map<ClaimPart, ClaimedText>();
  #state = NOTHING;
  #signs: ReadonlyMap<string, ClaimSign> = new Map();
  #marking: Promise<void> = Promise.resolve();

  constructor(storyId: string, actions: ClaimActions, screen: ClaimsScreen) {
    this.storyId = storyId;
    this.#actions = actions;
    this.#screen = screen;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ClaimsState => this.#state;

  /** Before anything was read: what the server renders too. */
  readonly nothing = (): ClaimsState => NOTHING;

  #become(change: Partial<ClaimsState>): void {
    if (change.claims) this.#signs = sameOr(this.#signs, signsOf(change.claims));
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  // ── Reading

  /** What was read from the server. What it has not heard of yet stays. */
  readonly receive = (read: ClaimDraft[]): void => {
    const unheard = this.#state.claims.filter(
      ({ id, version }) => version === UNKNOWN_VERSION && !read.some((claim) => claim.id === id),
    );
    this.#become({ claims: [...read, ...unheard], known: true, failure: null });
  };

  readonly load = async (): Promise<void> => {
    const answer = await attempt(this.#actions.listStoryClaims({ storyId: this.storyId }));
    if (answer.ok) this.receive(answer.value);
    else this.#become({ failure: answer.error });
  };

  /** The story was saved with these words under its marks: reads the claims again where they say something else. */
  readonly saved = (marked: ReadonlyMap<string, string>): void => {
    const isOld = this.#state.claims.some(({ id, text, anchored }) =>
      marked.has(id) ? !anchored || marked.get(id) !== text : anchored,
    );
    if (this.#state.known && isOld) void this.load();
  };

  /** Does something on the server; a claim that it answers takes the place of the one shown, also when it was refused for it. */
  readonly run = async <T>(deed: (actions: ClaimActions) => Promise<Result<T>>) => {
    const answer = await attempt(deed(this.#actions));
    const standing = answer.ok ? answer.value : answer.error.details;
    if (isClaim(standing)) this.put(standing);
    return answer;
  };

  /** Shows a claim as it stands now. */
  readonly put = (claim: ClaimDraft): void => this.#putAll([claim]);

  #putAll(changed: ClaimDraft[]): void {
    // One that is known keeps its place.
    const claims = new Map([...this.#state.claims, ...changed].map((claim) => [claim.id, claim]));
    this.#become({ claims: [...claims.values()] });
  }

  readonly claim = (id: string): ClaimDraft | null =>
    this.#state.claims.find((claim) => claim.id === id) ?? null;

  /** Whether the claim's words are in the story, as far as this screen sees. */
  readonly isThere = (claim: ClaimDraft): boolean =>
    claim.anchored || [...this.#texts.values()].some((text) => text.has(claim.id));

  // ── Which one is in hand

  readonly select = (id: string | null, how?: "come" | "see"): void => {
    const wanted = how === "come" && id ? { id } : this.#state.wanted;
    if (id !== this.#state.active || wanted !== this.#state.wanted) this.#become({ active: id, wanted });
  };

  /** Whoever shows the claim has brought the person there. */
  readonly came = (): void => this.#become({ wanted: null });

  /** Shows a claim's words in the text. */
  readonly reveal = (id: string, focus = false): void => {
    const text = [...this.#texts.values()].find((each) => each.has(id));
    if (text?.reveal(id)) {
      if (focus) text.focus();
      return;
    }
    // It sleeps: coming near it wakes it.
    const place = document.querySelector(`[data-part="story:${CSS.escape(this.storyId)}"]`);
    place?.scrollIntoView({ block: "nearest" });
  };

  // ── Marking

  /** Makes the words that are selected in a text a claim, or takes up the one that is there, and looks for its evidence. */
  readonly begin = (part: ClaimPart): void => {
    const marked = this.#texts.get(part)?.mark(newUuid());
    if (!marked) {
      this.#screen.tell("Select the words that make the claim first.");
      return;
    }
    const { id } = marked;
    if (marked.kind === "new") this.#marking = this.#mark(part, id, marked.text);
    else if (!this.claim(id)) {
      // It came with words of another story.
      this.#screen.tell("This mark belongs to another story. Mark the words anew.");
      return;
    }
    this.#become({ active: id, picking: { claimId: id, part } });
    this.#screen.onPicking(this);
  };

  /** Until the server knows of the claim that was marked last. */
  readonly marked = (): Promise<void> => this.#marking;

  async #mark(part: ClaimPart, id: string, text: string): Promise<void> {
    const kind = guessedKind(text);
    this.put(newClaim(this.storyId, { id, text, kind }));
    const answer = await this.run((actions) => actions.markClaim({ id, storyId: this.storyId, kind, text }));
    if (answer.ok) return;
    this.#texts.get(part)?.unmark(id);
    const claims = this.#state.claims.filter((claim) => claim.id !== id);
    this.#become({ claims, active: null, picking: null });
    this.#screen.tell(`The words were not marked. ${answer.error.message}`);
  }

  /** Shows claims whose marks were just set and has their rows made, all or none; answers why they were not. */
  readonly markAll = async (marks: NewClaim[]): Promise<Failure | null> => {
    const { storyId } = this;
    this.#putAll(marks.map((mark) => newClaim(storyId, mark)));
    const answer = await attempt(this.#actions.markClaims({ storyId, claims: marks }));
    if (answer.ok) {
      this.#putAll(answer.value);
      return null;
    }
    const gone = new Set(marks.map(({ id }) => id));
    this.#become({ claims: this.#state.claims.filter(({ id }) => !gone.has(id)) });
    return answer.error;
  };

  /** Begins to look for evidence of a claim. */
  readonly pick = (claimId: string): void => {
    const [part] = [...this.#texts].find(([, text]) => text.has(claimId)) ?? ["body" as const];
    this.#become({ active: claimId, picking: { claimId, part } });
    this.#screen.onPicking(this);
  };

  /** Leaves the evidence; `focusText` then goes back to the words. */
  readonly stopPicking = (): void => {
    this.#become({ picking: null });
    this.#screen.onPicking(this);
  };

  readonly focusText = (part: ClaimPart): void => this.#texts.get(part)?.focus();

  /** Takes a claim's mark off its words: the row stays, and undo brings the mark back. */
  readonly unmark = (id: string): void => {
    for (const text of this.#texts.values()) text.unmark(id);
    this.#become({ active: null });
  };

  /** Puts a claim whose mark is gone on the words that are selected. */
  readonly remark = (id: string): boolean => [...this.#texts.values()].some((text) => text.remark(id));

  // ── The texts

  /** What a text of the story needs to show its claims. */
  readonly host = (part: ClaimPart): ClaimsHost => ({
    signs: () => this.#signs,
    active: () => this.#state.active,
    subscribe: this.subscribe,
    onText: (text) => (text ? this.#texts.set(part, text) : this.#texts.delete(part)),
    onPress: this.select,
    onKey: () => this.begin(part),
  });
}

function signsOf(claims: readonly ClaimDraft[]): ReadonlyMap<string, ClaimSign> {
  return new Map(
    claims.map((claim) => {
      const state = stateOfClaim(claim);
      const { shape } = STATE_MARKS[state];
      return [claim.id, { id: claim.id, shape, words: stateWords(claim), state }];
    }),
  );
}

/** The signs as they were where none is another: a text draws them anew only when they changed. */
function sameOr(before: ReadonlyMap<string, ClaimSign>, after: ReadonlyMap<string, ClaimSign>) {
  return equal([...before.values()], [...after.values()]) ? before : after;
}

function isClaim(value: unknown): value is ClaimDraft {
  return typeof value === "object" && value !== null && "evidence" in value && "anchored" in value;
}
