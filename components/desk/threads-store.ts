import { attempt } from "@/components/desk/attempt";
import type { About, ThreadActions } from "@/components/desk/thread-actions";
import { type DraftKeeper, isTyped, type ThreadDraft, withAbout } from "@/components/desk/thread-draft";
import {
  inOrder,
  movedAnchors,
  NOTHING,
  reanchored,
  type ThreadsState,
  type Wish,
} from "@/components/desk/threads-state";
import type { Places, ThreadMark } from "@/components/editor/thread-anchors";
import type { TextSelection, ThreadedText, ThreadsHost } from "@/components/editor/thread-marks";
import type { Result } from "@/lib/errors";
import type { StoryPart, ThreadLine } from "@/lib/threads/schema";

/** The threads of one story on one screen: what is known of them, which one is in hand, and the texts they are about. */
export class StoryThreads {
  readonly storyId: string;
  readonly #actions: ThreadActions;
  readonly #drafts: DraftKeeper;
  readonly #listeners = new Set<() => void>();
  readonly #texts = new Map<StoryPart, ThreadedText>();
  #state = NOTHING;
  #marks: Partial<Record<StoryPart, ThreadMark[]>> = {};
  #selection: { part: StoryPart; selection: TextSelection } | null = null;
  #awaited: { id: string; focus: boolean } | null = null;

  constructor(storyId: string, actions: ThreadActions, drafts: DraftKeeper) {
    this.storyId = storyId;
    this.#actions = actions;
    this.#drafts = drafts;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ThreadsState => this.#state;

  /** Before anything was read: what the server renders too. */
  readonly nothing = (): ThreadsState => NOTHING;

  #become(change: Partial<ThreadsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  /** What was read from the server: everything about the story, or what is open. */
  readonly receive = (read: ThreadLine[], known: "open" | "all"): void => {
    const settled = known === "open" ? this.#state.threads.filter(({ state }) => state !== "open") : [];
    const ids = new Set(read.map(({ id }) => id));
    const threads = [...settled.filter(({ id }) => !ids.has(id)), ...read];
    this.#marks = {};
    this.#become({ threads, known: this.#state.known === "all" ? "all" : known, failure: null });
  };

  readonly load = async (): Promise<void> => {
    const answer = await attempt(this.#actions.listThreads({ storyId: this.storyId }));
    if (answer.ok) this.receive(answer.value, "all");
    else this.#become({ failure: answer.error });
  };

  /** Does something on the server and reads the threads again, whatever came of it. */
  readonly run = async <T>(deed: (actions: ThreadActions) => Promise<Result<T>>) => {
    const answer = await attempt(deed(this.#actions));
    await this.load();
    return answer;
  };

  // ── Which one is in hand

  /** Takes a thread in hand; with `how` whoever shows the threads shows it, or brings the person there. */
  readonly select = (id: string | null, how?: Wish["how"]): void => {
    const wanted = how && id ? ({ what: "thread", how } as const) : this.#state.wanted;
    if (id !== this.#state.active || wanted !== this.#state.wanted) this.#become({ active: id, wanted });
  };

  /** Shows a thread's words in the text; a text that sleeps is woken by coming near it. */
  readonly reveal = (id: string, focus = false): void => {
    const about = this.#state.threads.find((thread) => thread.id === id)?.about;
    if (!about) return;
    this.#awaited = null;
    if (this.#texts.get(about.part)?.reveal(id, focus)) return;
    const place = document.querySelector(`[data-part="story:${CSS.escape(this.storyId)}"]`);
    place?.scrollIntoView({ block: "nearest" });
    if (!this.#texts.has(about.part)) this.#awaited = { id, focus };
  };

  /** Whoever shows the threads has done so. */
  readonly came = (): void => this.#become({ wanted: null });

  // ── What is being begun

  /** Begins a comment or a suggestion on what is selected, or goes on with what was begun. */
  readonly compose = (kind: "comment" | "suggestion"): void => {
    const selection = this.#selection?.selection ?? null;
    if (kind === "comment" && selection?.inside) {
      this.select(selection.inside, "come");
      return;
    }
    const { about, problem } = this.#aboutSelection(kind);
    if (problem) {
      this.#become({ problem, wanted: { what: "draft", how: "come" } });
      return;
    }
    const draft = withAbout(this.draft(), kind, about);
    this.#become({ draft, problem: draft.problem, active: null, wanted: { what: "draft", how: "come" } });
    this.#drafts.write(draft);
  };

  #aboutSelection(kind: "comment" | "suggestion"): { about: About | null; problem: string | null } {
    const chosen = this.#selection;
    if (!chosen || (kind === "comment" && chosen.selection.empty)) {
      const problem =
        kind === "suggestion" ? "Select words in the story, or put the caret where words are missing." : null;
      return { about: null, problem };
    }
    const { selector, oneBlock } = chosen.selection.read();
    if (kind === "suggestion" && !oneBlock) {
      return { about: null, problem: "A suggestion fits into one paragraph: select words of one only." };
    }
    return { about: { part: chosen.part, selector }, problem: null };
  }

  /** What was begun in this window, also on an earlier visit to the story. */
  readonly draft = (): ThreadDraft | null => this.#state.draft ?? this.#drafts.read();

  /** Shows what was begun, also what a window that is closed by now left; beside something newer that waits. */
  readonly bringBack = async (): Promise<void> => {
    const draft = this.draft();
    if (draft && !this.#state.draft) this.#become({ draft });
    await this.#drafts.takeLeft((left) => {
      if (!isTyped(left)) return true;
      if (this.#state.draft) return false;
      this.write(left);
      return true;
    });
  };

  readonly write = (draft: ThreadDraft | null): void => {
    this.#drafts.write(draft);
    this.#become({ draft, problem: null });
  };

  // ── The texts

  /** What a text of the story needs to show its threads. */
  readonly host = (part: StoryPart): ThreadsHost => ({
    marks: () => this.#marksOf(part),
    active: () => this.#state.active,
    subscribe: this.subscribe,
    onText: (text) => this.attach(part, text),
    onPlaces: (places) => this.place(part, places),
    onSelection: (selection) => this.choose(part, selection),
    onPress: this.select,
    onKey: this.compose,
  });

  readonly attach = (part: StoryPart, text: ThreadedText | null): void => {
    if (!text) {
      this.#texts.delete(part);
      return;
    }
    this.#texts.set(part, text);
    const awaited = this.#awaited;
    // After the text has found its place on the screen.
    if (awaited) requestAnimationFrame(() => this.reveal(awaited.id, awaited.focus));
  };

  readonly place = (part: StoryPart, places: Places): void => {
    const before = this.#state.places[part];
    const isSame = before && inOrder(before) === inOrder(places);
    // Only an order or a loss is seen in the panel; following every letter would render it for nothing.
    if (!isSame) this.#become({ places: { ...this.#state.places, [part]: places } });
  };

  readonly choose = (part: StoryPart, selection: TextSelection): void => {
    this.#selection = { part, selection };
    const selected = selection.empty ? "caret" : "words";
    if (selected !== this.#state.selected) this.#become({ selected });
  };

  #marksOf(part: StoryPart): readonly ThreadMark[] {
    this.#marks[part] ??= this.#state.threads.flatMap(({ id, kind, state, about, replacement }) =>
      state === "open" && about?.part === part ? [{ id, kind, selector: about.selector, replacement }] : [],
    );
    return this.#marks[part] ?? [];
  }

  // ── After a save

  /** Tells the server where the words of open threads stand now, where that changed. */
  readonly reanchor = async (): Promise<void> => {
    const anchors = movedAnchors(this.#state.threads, this.#texts.values());
    if (anchors.length === 0) return;
    const answer = await attempt(this.#actions.reanchorThreads({ storyId: this.storyId, anchors }));
    if (!answer.ok) return;
    this.#marks = {};
    this.#become({ threads: reanchored(this.#state.threads, anchors) });
  };
}
