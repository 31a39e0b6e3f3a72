"use client";

import { useEffect } from "react";
import { onLive } from "@/components/desk/live";
import { storyOf } from "@/components/desk/part";
import { forgetPeople, setOwnStory, setPresent } from "@/components/desk/people";
import { partAround } from "@/components/desk/use-page";
import { newUuid } from "@/components/ui/new-uuid";
import type { PresentPerson } from "@/lib/presence/schema";

const HEARTBEAT = 10_000;
/** Milliseconds in which the caret may wander through several fields before it is told. */
const SETTLE = 150;
const ADDRESS = "/api/desk/presence";

/** Tells who else is here that this window is, and in which story the caret is; and hears the same of them. */
export function usePresence(issueId: string | null, actorId: string): void {
  useEffect(() => attend(issueId, actorId), [issueId, actorId]);
}

/** The story that can be written in where the caret is; nobody writes in a window that is not looked at. */
function storyAtCaret(): string | null {
  const field = document.activeElement;
  if (document.visibilityState === "hidden" || !field?.matches("textarea, input, [role=textbox]"))
    return null;
  if (field.matches("[readonly], [aria-readonly=true]")) return null;
  const part = partAround(field);
  return part ? storyOf(part) : null;
}

/** The one story of a page that shows no issue. */
function onlyStory(): string | null {
  const place = document.querySelector("[data-part^='story:']");
  const part = place ? partAround(place) : null;
  return part ? storyOf(part) : null;
}

function attend(issueId: string | null, actorId: string): () => void {
  const self = { window: newUuid(), contributorId: actorId, onlyHere: issueId === null };
  let told: string | null | undefined;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let gone = false;
  const say = async () => {
    const storyId = issueId === null ? onlyStory() : storyAtCaret();
    told = storyId;
    const people = await post({ window: self.window, issueId, storyId });
    if (people && !gone) setPresent(people, self);
  };
  const saySoon = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void say(), SETTLE);
  };
  const look = () => {
    const storyId = storyAtCaret();
    setOwnStory(storyId);
    if (storyId !== told) saySoon();
  };
  // Between two fields nothing has the focus for a moment.
  const lookNext = () => queueMicrotask(look);
  const leave = () => {
    clearTimeout(soon);
    const farewell = JSON.stringify({ window: self.window, gone: true });
    navigator.sendBeacon(ADDRESS, new Blob([farewell], { type: "application/json" }));
  };
  void say();
  const timer = setInterval(() => void say(), HEARTBEAT);
  const stopLive = onLive(({ what }) => what === "presence" && saySoon());
  document.addEventListener("focusin", look);
  document.addEventListener("focusout", lookNext);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", leave);
  window.addEventListener("pageshow", saySoon);
  return () => {
    gone = true;
    clearInterval(timer);
    stopLive();
    document.removeEventListener("focusin", look);
    document.removeEventListener("focusout", lookNext);
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", leave);
    window.removeEventListener("pageshow", saySoon);
    leave();
    forgetPeople();
  };
}

/** Null when no answer came: then what was known stays. */
async function post(said: object): Promise<PresentPerson[] | null> {
  const body = JSON.stringify(said);
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(ADDRESS, { method: "POST", headers, body }).catch(() => null);
  if (!answer?.ok) return null;
  const { people }: { people: PresentPerson[] } = await answer.json();
  return people;
}
