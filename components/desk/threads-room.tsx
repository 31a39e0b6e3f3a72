"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { keptTyped } from "@/components/desk/kept-typed";
import { mentionedIn } from "@/components/desk/mentions";
import { useKeptFresh, useStoryOf } from "@/components/desk/story-room";
import type { ThreadActions } from "@/components/desk/thread-actions";
import { isDraft } from "@/components/desk/thread-draft";
import type { ThreadsState } from "@/components/desk/threads-state";
import { StoryThreads } from "@/components/desk/threads-store";
import type { Actor } from "@/lib/policy";
import type { Person } from "@/lib/threads/schema";

/** The threads of every story on one screen. */
export class ThreadsRoom {
  readonly actor: Actor;
  readonly issueId: string | null;
  readonly #actions: ThreadActions;
  readonly #stories = new Map<string, StoryThreads>();
  #people: Promise<Person[]> | null = null;

  constructor(actor: Actor, issueId: string | null, actions: ThreadActions) {
    this.actor = actor;
    this.issueId = issueId;
    this.#actions = actions;
  }

  readonly story = (id: string): StoryThreads => {
    const standing = this.#stories.get(id);
    if (standing) return standing;
    const key = `thread:${id}:${this.actor.id ?? ""}`;
    const fresh = new StoryThreads(id, this.#actions, keptTyped(key, isDraft));
    this.#stories.set(id, fresh);
    return fresh;
  };

  /** Reads again what is open in the issue, and all about those stories whose threads somebody looked at. */
  readonly refresh = async (): Promise<void> => {
    const looked = [...this.#stories.values()].filter((story) => story.state().known === "all");
    if (this.issueId !== null) await this.#readOpen(this.issueId);
    for (const story of looked) await story.load();
  };

  /** Reads again what somebody changed about a story. */
  readonly hear = async (storyId: string): Promise<void> => {
    const story = this.story(storyId);
    if (story.state().known === "all" || this.issueId === null) await story.load();
    else await this.#readOpen(this.issueId);
  };

  async #readOpen(issueId: string): Promise<void> {
    const answer = await attempt(this.#actions.listOpenThreads({ issueId }));
    if (!answer.ok) return;
    const ids = new Set([...this.#stories.keys(), ...answer.value.map(({ storyId }) => storyId)]);
    for (const id of ids) {
      const story = this.story(id);
      if (story.state().known === "all") continue;
      story.receive(
        answer.value.filter(({ storyId }) => storyId === id),
        "open",
      );
    }
  }

  /** Everybody who can be mentioned; read once, and again after a failure. */
  readonly people = async (): Promise<Person[]> => {
    this.#people ??= attempt(this.#actions.listPeople({})).then((answer) => {
      if (!answer.ok) this.#people = null;
      return answer.ok ? answer.value : [];
    });
    return this.#people;
  };

  /** Whom a text mentions, by their ids. Nobody is asked for where there is no mention. */
  readonly mentionedIn = async (text: string): Promise<string[]> =>
    text.includes("@") ? mentionedIn(text, await this.people()) : [];
}

const Room = createContext<ThreadsRoom | null>(null);

interface ThreadsProviderProps {
  actor: Actor;
  /** null in the backlog. */
  issueId: string | null;
  actions: ThreadActions;
  children: ReactNode;
}

/** Gives everything inside the threads of its stories, read anew as others change them and when somebody comes back to the window. */
export function ThreadsProvider({ actor, issueId, actions, children }: ThreadsProviderProps) {
  const [room] = useState(() => new ThreadsRoom(actor, issueId, actions));
  useKeptFresh(room, "threads");
  return <Room value={room}>{children}</Room>;
}

/** The threads on this screen; null where there are none (outside ThreadsProvider). `refresh` reads them again. */
export function useThreadsRoom(): ThreadsRoom | null {
  return useContext(Room);
}

/** One story's threads and what is known of them. */
export function useStoryThreads(storyId: string): [StoryThreads, ThreadsState] | [null, null] {
  return useStoryOf(useThreadsRoom(), storyId);
}
