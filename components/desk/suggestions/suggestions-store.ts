import type { Node } from "@tiptap/pm/model";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { Dismissals } from "@/components/desk/suggestions/dismissals";
import { LastDecision } from "@/components/desk/suggestions/last-decision";
import { markedWords } from "@/components/desk/suggestions/marked-words";
import type { SuggestionActions } from "@/components/desk/suggestions/suggestion-actions";
import {
  NONE,
  NOTHING,
  nextOf,
  type SuggestionsState,
} from "@/components/desk/suggestions/suggestions-state";
import { takenUp } from "@/components/desk/suggestions/taken-up";
import { writeAccepted } from "@/components/desk/suggestions/write-accepted";
import type { SuggestedText } from "@/components/editor/suggestions/suggested-text";
import type { SuggestionsHost } from "@/components/editor/suggestions/suggestion-marks";
import { newUuid } from "@/components/ui/new-uuid";
import { type Accepted, accepted, type Change, isWanting } from "@/lib/suggestions/accepted";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

/** What the stories of one screen share. */
export interface SuggestionsScreen {
  actions: SuggestionActions;
  /** Whoever is at it. */
  author: string;
  /** Reads a document; null until the rules are there. */
  read(document: Node): SuggestedSentence[] | null;
  areShown(): boolean;
  /** Says something in passing, with a way to take it back. */
  tell(words: string, undo?: () => void): void;
  onChange(): void;
}

/** The suggested kinds of one story on one screen, and what is done with them. Nothing is ever accepted by itself. */
export class StorySuggestions {
  readonly storyId: string;
  readonly #screen: SuggestionsScreen;
  readonly #claims: StoryClaims;
  readonly #listeners = new Set<() => void>();
  readonly #dismissals: Dismissals;
  readonly #last: LastDecision;
  #text: SuggestedText | null = null;
  #found: readonly SuggestedSentence[] = NONE;
  #state = NOTHING;

  /** @param dismissed the hashes that the server has */
  constructor(storyId: string, claims: StoryClaims, screen: SuggestionsScreen, dismissed: readonly string[]) {
    this.storyId = storyId;
    this.#claims = claims;
    this.#screen = screen;
    this.#dismissals = new Dismissals(storyId, screen.actions);
    this.#dismissals.sentences.receive(dismissed);
    this.#last = new LastDecision((words, undo) => screen.tell(words, undo));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SuggestionsState => this.#state;

  /** Before anything was read: what the server renders too. */
  readonly nothing = (): SuggestionsState => NOTHING;

  #become(change: Partial<SuggestionsState>): void {
    this.#state = { ...this.#state, ...change };
    this.tell();
    this.#screen.onChange();
  }

  /** Has whoever shows them look again. */
  readonly tell = (): void => {
    for (const listener of this.#listeners) listener();
  };

  // ── Reading

  /** Whether an editor reads the text; otherwise somebody else does from the story as it was saved. */
  get isAwake(): boolean {
    return this.#text !== null;
  }

  /** The rules are there. */
  readonly reread = (): void => this.#text?.read();

  /** What a reading of the text found. */
  readonly receive = (found: readonly SuggestedSentence[]): void => {
    this.#found = found;
    this.#sift({ known: true });
  };

  /** Decisions that were sent and answered so far: what the server is asked before another count may be older than they are. */
  get decisions(): { asked: number; answered: number } {
    return this.#dismissals.decisions;
  }

  /** What the server knows as dismissed. */
  readonly receiveDismissed = (hashes: readonly string[]): void => {
    this.#dismissals.sentences.receive(hashes);
    this.#sift();
  };

  #sift(change: Partial<SuggestionsState> = {}): void {
    const listed = this.#found.filter(({ sentence }) => this.#dismissals.sentences.has(sentence) === false);
    const { active } = this.#state;
    const isThere = listed.some(({ key }) => key === active);
    this.#become({ ...change, listed, active: isThere ? active : null });
    const sentences = this.#found.map(({ sentence }) => sentence);
    void this.#dismissals.sentences.learn(sentences).then((isMore) => {
      if (isMore) this.#sift();
    });
  }

  // ── Which one is in hand

  readonly select = (key: string | null, reveal = true): void => {
    if (key !== this.#state.active) this.#become({ active: key });
    if (key === null || !reveal || this.#text?.reveal(key)) return;
    const place = document.querySelector(`[data-part="story:${CSS.escape(this.storyId)}"]`);
    place?.scrollIntoView({ block: "nearest" });
  };

  /** Somebody wants to go through the list. */
  readonly come = (): void => {
    const { active, listed } = this.#state;
    this.#become({ active: active ?? listed[0]?.key ?? null, wanted: {} });
  };

  /** Whoever shows the list has brought the person there. */
  readonly came = (): void => this.#become({ wanted: null });

  readonly focusText = (): void => this.#text?.focus();

  // ── Deciding

  /** Those that the same rule suggests. */
  readonly ofRule = (rule: string): SuggestedSentence[] =>
    this.#state.listed.filter((each) => each.rule === rule);

  /** Marks sentences as what they are suggested to be, or as `change` says. A statement that lacks its speaker is left. */
  readonly accept = async (given: readonly SuggestedSentence[], change: Change = {}): Promise<void> => {
    const gone = this.#claims.state().claims.filter(this.#claims.isGone);
    const marks = takenUp(
      given.map((each) => accepted(each, newUuid(), change)),
      gone,
    );
    const done = this.#text?.mark(marks.filter((mark) => !isWanting(mark))) ?? [];
    if (done.length === 0) {
      this.#screen.tell(
        marks.some(isWanting)
          ? "A statement is somebody’s: name the speaker first."
          : "These words changed meanwhile. Look at them again.",
      );
      return;
    }
    this.#leave(done.map(({ key }) => key));
    this.#last.say(markedWords(done, marks.filter(isWanting).length), () =>
      this.#text?.unmark(done.map(({ id }) => id)),
    );
    await this.#write(done);
  };

  async #write(marks: readonly Accepted[]): Promise<void> {
    const problems = await writeAccepted(this.#claims, marks, this.#screen.author);
    for (const { ids, message } of problems) {
      this.#text?.unmark(ids);
      this.#screen.tell(`The words were not marked. ${message}`);
    }
  }

  /** Suggests nothing for these sentences any more, until their words change. */
  readonly dismiss = async (given: readonly SuggestedSentence[]): Promise<void> => {
    const sentences = given.map(({ sentence }) => sentence);
    this.#leave(given.map(({ key }) => key));
    this.#dismissals.sentences.add(sentences);
    this.#sift();
    const words = sentences.length === 1 ? "Dismissed." : `${sentences.length} suggestions dismissed.`;
    this.#last.say(words, () => void this.#restore(sentences));
    const failure = await this.#dismissals.send(sentences);
    if (failure === null) return;
    this.#sift();
    this.#screen.tell(`Nothing was dismissed. ${failure}`);
  };

  async #restore(sentences: string[]): Promise<void> {
    const failure = await this.#dismissals.takeBack(sentences);
    if (failure === null) this.#sift();
    else this.#screen.tell(failure);
  }

  /** Takes back what was decided last. */
  readonly undo = (): void => this.#last.takeBack();

  /** Takes the next one in hand that stays. */
  #leave(keys: readonly string[]): void {
    const { listed, active } = this.#state;
    this.#become({ active: nextOf(listed, active, keys) });
  }

  /** Accepts the one at the caret, without leaving the text. */
  #acceptAt(key: string | null): void {
    const suggestion = this.#state.listed.find((each) => each.key === key);
    if (suggestion) void this.accept([suggestion]);
    else this.#screen.tell("Nothing is suggested for this sentence.");
  }

  // ── The text

  /** What the story's text needs to show its suggestions. */
  readonly host = (): SuggestionsHost => ({
    read: this.#screen.read,
    drawn: () => (this.#screen.areShown() ? this.#state.listed : NONE),
    active: () => this.#state.active,
    subscribe: this.subscribe,
    onText: (text) => {
      this.#text = text;
    },
    onFound: this.receive,
    onPress: (key) => this.select(key, false),
    onKey: (key) => this.#acceptAt(key),
  });
}
