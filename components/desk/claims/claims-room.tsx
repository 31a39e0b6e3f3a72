"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import { type ClaimPart, type ClaimsState, StoryClaims } from "@/components/desk/claims/claims-store";
import { KindCommands } from "@/components/desk/claims/kind-commands";
import { EvidencePanel } from "@/components/desk/evidence/evidence-panel";
import { useKeptFresh, useStoryOf } from "@/components/desk/story-room";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Actor } from "@/lib/policy";

/** One message of marks at a time, of suggested kinds too: an older one, and its Undo, speaks of what is over. */
export const KINDS_MESSAGE = "kinds";

/** A text that can be marked in. */
interface FocusedText {
  story: StoryClaims;
  part: ClaimPart;
}

/** The claims of every story on one screen. */
export class ClaimsRoom {
  readonly actor: Actor;
  readonly actions: ClaimActions;
  readonly #issueId: string | null;
  readonly #stories = new Map<string, StoryClaims>();
  readonly #listeners = new Set<() => void>();
  #picking: StoryClaims | null = null;
  #focus: FocusedText | null = null;
  #speakerNames: Promise<string[]> | null = null;

  constructor(actor: Actor, issueId: string | null, actions: ClaimActions) {
    this.actor = actor;
    this.actions = actions;
    this.#issueId = issueId;
  }

  readonly story = (id: string): StoryClaims => {
    const standing = this.#stories.get(id);
    if (standing) return standing;
    const fresh = new StoryClaims(id, this.actions, {
      tell: (words) => void toast(words, { id: KINDS_MESSAGE, action: undefined }),
      onFocus: (story, part) => this.#focusIn(part && { story, part }),
      onPicking: (story) => this.#pickingIn(story.state().picking ? story : null),
    });
    this.#stories.set(id, fresh);
    return fresh;
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The story in which evidence is being looked for; null for none. */
  readonly picking = (): StoryClaims | null => this.#picking;

  #pickingIn(story: StoryClaims | null): void {
    this.#picking = story;
    for (const listener of this.#listeners) listener();
  }

  /** The text that was written in last; null for none yet. */
  readonly focused = (): FocusedText | null => this.#focus;

  /** Somebody does something else now. */
  readonly leaveText = (): void => this.#focusIn(null);

  #focusIn(focus: FocusedText | null): void {
    if (this.#focus?.story === focus?.story && this.#focus?.part === focus?.part) return;
    this.#focus = focus;
    for (const listener of this.#listeners) listener();
  }

  /** All claims of the screen's stories. */
  readonly claims = (): ClaimDraft[] => [...this.#stories.values()].flatMap((story) => story.state().claims);

  /** What speakers are called on the whole desk, read once; none while they cannot be read. */
  readonly speakerNames = (): Promise<string[]> => {
    this.#speakerNames ??= attempt(this.actions.listSpeakerNames({})).then((answer) => {
      if (answer.ok) return answer.value;
      this.#speakerNames = null;
      return [];
    });
    return this.#speakerNames;
  };

  /** Reads everything again: the whole issue at once, or the one story of the backlog. */
  readonly refresh = async (): Promise<void> => {
    if (this.#issueId === null) {
      for (const story of this.#stories.values()) await story.load();
      return;
    }
    const issueId = this.#issueId;
    const [claims, analyses] = await Promise.all([
      attempt(this.actions.listIssueClaims({ issueId })),
      attempt(this.actions.listIssueAnalyses({ issueId })),
    ]);
    if (!claims.ok || !analyses.ok) return;
    const read = [...claims.value, ...analyses.value];
    const ids = new Set([...this.#stories.keys(), ...read.map(({ storyId }) => storyId)]);
    for (const id of ids) {
      const isOf = ({ storyId }: { storyId: string }) => storyId === id;
      this.story(id).receive(claims.value.filter(isOf), analyses.value.filter(isOf));
    }
  };

  /** Reads one story again. */
  readonly hear = (storyId: string): Promise<void> => this.story(storyId).load();
}

const Room = createContext<ClaimsRoom | null>(null);

interface ClaimsProviderProps {
  actor: Actor;
  /** null in the backlog. */
  issueId: string | null;
  actions: ClaimActions;
  children: ReactNode;
}

/** Gives everything inside the claims of its stories, read anew as others change them and when somebody comes back to the window. */
export function ClaimsProvider({ actor, issueId, actions, children }: ClaimsProviderProps) {
  const [room] = useState(() => new ClaimsRoom(actor, issueId, actions));
  useKeptFresh(room, "claims");
  return (
    <Room value={room}>
      {children}
      <KindCommands room={room} />
      <PickingPanel room={room} />
    </Room>
  );
}

function PickingPanel({ room }: { room: ClaimsRoom }) {
  const story = useSyncExternalStore(room.subscribe, room.picking, () => null);
  return story ? (
    <EvidencePanel
      key={story.state().picking?.claimId}
      story={story}
      actions={room.actions}
      actorId={room.actor.id ?? ""}
    />
  ) : null;
}

/** The claims on this screen; null where there are none (outside ClaimsProvider). */
export function useClaimsRoom(): ClaimsRoom | null {
  return useContext(Room);
}

/** One story's claims and what is known of them. */
export function useStoryClaims(storyId: string): [StoryClaims, ClaimsState] | [null, null] {
  return useStoryOf(useClaimsRoom(), storyId);
}
