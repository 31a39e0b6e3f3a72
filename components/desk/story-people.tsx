"use client";

import { PenLine } from "lucide-react";
import {
  type Companion,
  theirDeed,
  useCompanions,
  useFellowWriters,
  useWriters,
} from "@/components/desk/people";
import { initialsOf } from "@/components/desk/running-order-words";

const nameOf = ({ isSelf, name }: Companion) => (isSelf ? "You, in another window" : name);

/** "Ana and Jo are writing here". */
export function writingHere(writers: Companion[]): string {
  const names = writers.map(nameOf);
  const [first] = writers;
  if (writers.length === 1) return `${names[0]}${first?.isSelf ? "," : " is"} ${theirDeed()}`;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are ${theirDeed()}`;
}

/** Who writes in a story, as a mark with initials: for its row in the running order. */
export function StoryPeople({ storyId }: { storyId: string }) {
  const writers = useWriters(storyId);
  if (writers.length === 0) return null;
  return (
    <span
      title={writingHere(writers)}
      className="inline-flex items-center gap-0.5 rounded-full border border-good px-1 text-xs font-semibold whitespace-nowrap text-good"
    >
      <PenLine aria-hidden size={11} />
      <span aria-hidden>{writers.map(({ name }) => initialsOf(name)).join(" ")}</span>
      <span className="sr-only">{writingHere(writers)}</span>
    </span>
  );
}

/** Who writes in a story, in words: for the line over it, to be seen before one types. */
export function StoryWriters({ storyId }: { storyId: string }) {
  const writers = useWriters(storyId);
  if (writers.length === 0) return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1 font-medium text-good">
      <PenLine aria-hidden size={13} className="shrink-0" />
      <bdi className="truncate">{writingHere(writers)}</bdi>
    </span>
  );
}

/** How many are shown by their initials; the others are a number, with their names for who asks. */
const SHOWN = 4;

/** Who else has the issue open: for its bar. Says aloud who writes where oneself does. */
export function IssuePeople() {
  const people = useCompanions();
  const fellows = useFellowWriters();
  const rest = people.slice(SHOWN);
  return (
    <>
      {people.length > 0 ? (
        <ul aria-label="Also here" className="flex items-center -space-x-1">
          {people.slice(0, SHOWN).map((person) => (
            <li key={person.contributorId} title={nameOf(person)} className={CHIP}>
              <span aria-hidden>{initialsOf(person.name)}</span>
              <span className="sr-only">{nameOf(person)}</span>
            </li>
          ))}
          {rest.length > 0 ? (
            <li title={rest.map(nameOf).join(", ")} className={CHIP}>
              <span aria-hidden>+{rest.length}</span>
              <span className="sr-only">{rest.map(nameOf).join(", ")}</span>
            </li>
          ) : null}
        </ul>
      ) : null}
      <span role="status" className="sr-only">
        {fellows.length > 0 ? writingHere(fellows) : ""}
      </span>
    </>
  );
}

const CHIP =
  "grid size-6 place-items-center rounded-full border border-paper bg-wash text-[0.6875rem] font-semibold ring-1 ring-edge";
