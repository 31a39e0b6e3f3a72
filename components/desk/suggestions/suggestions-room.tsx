"use client";

import type { Node } from "@tiptap/pm/model";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { type ClaimsRoom, KINDS_MESSAGE, useClaimsRoom } from "@/components/desk/claims/claims-room";
import { onLive } from "@/components/desk/live";
import { areShown, onShown } from "@/components/desk/suggestions/shown";
import type { SuggestionActions } from "@/components/desk/suggestions/suggestion-actions";
import type { SuggestionsState } from "@/components/desk/suggestions/suggestions-state";
import { StorySuggestions } from "@/components/desk/suggestions/suggestions-store";
import { whenIdle } from "@/components/desk/when-idle";
import { can } from "@/lib/policy";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

type Rules = typeof import("@/lib/suggestions/in-document");

interface Place {
  /** null in the backlog. */
  issueId: string | null;
  /** The day it is written for, YYYY-MM-DD, for "next year"; null for today. */
  writtenOn: string | null;
}

/** The suggested kinds of every story on one screen. */
export class SuggestionsRoom {
  readonly #claims: ClaimsRoom;
  readonly #actions: SuggestionActions;
  readonly #place: Place;
  readonly #stories = new Map<string, StorySuggestions>();
  readonly #listeners = new Set<() => void>();
  #dismissed: ReadonlyMap<string, string[]> = new Map();
  #rules: Rules | null = null;
  /** What could not be fetched. */
  readonly #missing = new Set<"rules" | "dismissed">();

  constructor(claims: ClaimsRoom, actions: SuggestionActions, place: Place) {
    this.#claims = claims;
    this.#actions = actions;
    this.#place = place;
  }

  readonly story = (id: string): StorySuggestions => {
    const standing = this.#stories.get(id);
    if (standing) return standing;
    const screen = {
      actions: this.#actions,
      author: this.#claims.actor.name,
      read: this.read,
      areShown,
      tell: (words: string, undo?: () => void) =>
        void toast(words, { id: KINDS_MESSAGE, action: undo ? { label: "Undo", onClick: undo } : undefined }),
      onChange: this.#changed,
    };
    const dismissed = this.#dismissed.get(id) ?? [];
    const fresh = new StorySuggestions(id, this.#claims.story(id), screen, dismissed);
    this.#stories.set(id, fresh);
    return fresh;
  };

  /** Whether whoever is here decides about this story's suggestions. */
  readonly mayDecide = ({ authorId }: { authorId: string | null }): boolean =>
    can(this.#claims.actor, "story.write", { ownerId: authorId });

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly #changed = (): void => {
    for (const listener of this.#listeners) listener();
  };

  /** What a document's sentences look like; null until the rules are there. */
  readonly read = (document: Node): SuggestedSentence[] | null => {
    const { writtenOn } = this.#place;
    const day = writtenOn === null ? new Date() : new Date(writtenOn);
    return this.#rules?.suggestedIn(document, { writtenOn: day }) ?? null;
  };

  /** Fetches the rules, of which the page is not to wait, and has every text read. */
  readonly begin = async (): Promise<void> => {
    this.#rules ??= await import("@/lib/suggestions/in-document").catch(() => null);
    this.#note("rules", this.#rules === null);
    this.#readInTurn([...this.#stories.values()].filter(({ isAwake }) => isAwake));
  };

  /** One text in each quiet moment: the very first reading takes a tenth of a second, and somebody may be typing. */
  #readInTurn([next, ...rest]: StorySuggestions[]): void {
    next?.reread();
    if (rest.length > 0) whenIdle(() => this.#readInTurn(rest));
  }

  #note(what: "rules" | "dismissed", isMissing: boolean): void {
    if (isMissing) this.#missing.add(what);
    else this.#missing.delete(what);
    this.#changed();
  }

  /** Why what is shown may not be all, or too much, in words; null when nothing is amiss. */
  readonly trouble = (): string | null => {
    if (this.#missing.has("rules")) return "The rules that suggest kinds could not be fetched.";
    return this.#missing.has("dismissed") ? "What was dismissed before could not be read." : null;
  };

  /** Fetches again what is missing. */
  readonly retry = (): void => {
    if (this.#missing.has("dismissed")) void this.load();
    void this.begin();
  };

  get isReady(): boolean {
    return this.#rules !== null;
  }

  /** Reads what was dismissed: in the whole issue, or in one story. */
  readonly load = async (storyId?: string): Promise<void> => {
    const { issueId } = this.#place;
    const ids = storyId ? [storyId] : [...this.#stories.keys()];
    const before = new Map([...this.#stories].map(([id, story]) => [id, story.decisions]));
    const answers =
      issueId !== null && storyId === undefined
        ? [await attempt(this.#actions.listIssueDismissals({ issueId }))]
        : await Promise.all(ids.map((id) => attempt(this.#actions.listStoryDismissals({ storyId: id }))));
    const read = answers.flatMap((answer) => (answer.ok ? answer.value : []));
    const failed = answers.some(({ ok }) => !ok);
    this.#note("dismissed", failed);
    if (failed) return;
    const fresh = new Map(read.map((each) => [each.storyId, each.hashes]));
    this.#dismissed = storyId ? new Map([...this.#dismissed, [storyId, fresh.get(storyId) ?? []]]) : fresh;
    for (const [id, story] of this.#stories) this.#receive(id, story, before.get(id));
  };

  /** What was read before a decision of this screen is older than it, and is read again once that is answered. */
  #receive(id: string, story: StorySuggestions, before: StorySuggestions["decisions"] | undefined): void {
    const { asked, answered } = story.decisions;
    if (!before || (asked === before.answered && answered === asked))
      story.receiveDismissed(this.#dismissed.get(id) ?? []);
    else if (answered === asked) void this.load(id);
  }

  /** Shown or hidden: every text draws them anew. */
  readonly redraw = (): void => {
    for (const story of this.#stories.values()) story.tell();
  };
}

const Room = createContext<SuggestionsRoom | null>(null);

interface SuggestionsProviderProps extends Place {
  actions: SuggestionActions;
  children: ReactNode;
}

/** Gives everything inside the suggested kinds of its stories. Inside ClaimsProvider: what is accepted becomes a claim. */
export function SuggestionsProvider({ issueId, writtenOn, actions, children }: SuggestionsProviderProps) {
  const claims = useClaimsRoom();
  const [room] = useState(() => claims && new SuggestionsRoom(claims, actions, { issueId, writtenOn }));
  useEffect(() => {
    if (!room) return;
    void room.load();
    const ends = [
      whenIdle(() => void room.begin()),
      onShown(room.redraw),
      onReturn(() => void room.load()),
      onLive(({ what, storyId }) => {
        if (what === "suggestions" && storyId !== null) void room.load(storyId);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [room]);
  return <Room value={room}>{children}</Room>;
}

/** The suggested kinds on this screen; null where there are none (outside SuggestionsProvider). */
export function useSuggestionsRoom(): SuggestionsRoom | null {
  return useContext(Room);
}

/** Hears when somebody comes back to the window, which had no stream meanwhile; answers how to stop. */
function onReturn(deed: () => void): () => void {
  const change = () => {
    if (document.visibilityState === "visible") deed();
  };
  document.addEventListener("visibilitychange", change);
  return () => document.removeEventListener("visibilitychange", change);
}

const never = () => () => undefined;
const nothing = () => null;

/** One story's suggested kinds and what is known of them. */
export function useStorySuggestions(storyId: string): [StorySuggestions, SuggestionsState] | [null, null] {
  const room = useSuggestionsRoom();
  const story = useMemo(() => room?.story(storyId) ?? null, [room, storyId]);
  const state = useSyncExternalStore<SuggestionsState | null>(
    story?.subscribe ?? never,
    story?.state ?? nothing,
    story?.nothing ?? nothing,
  );
  return story && state ? [story, state] : [null, null];
}
