"use client";

import { createContext, type ReactNode, type Ref, useContext } from "react";
import type { StoryDraft } from "@/lib/issues/schema";

// A story's number comes to it beside its other words: one move renumbers sixty stories, and their texts need not be
// drawn again for that.
const Numbers = createContext<Map<string, number>>(new Map());

/** The numbers that the order on the screen gives to the stories below; without it they are in the backlog. */
export function StoryNumbers({ value, children }: { value: Map<string, number>; children: ReactNode }) {
  return <Numbers value={value}>{children}</Numbers>;
}

function useStoryNumber(id: string): number | null {
  return useContext(Numbers).get(id) ?? null;
}

interface StorySectionProps {
  id: string;
  subject: string;
  ref: Ref<HTMLElement>;
  children: ReactNode;
}

/** A story's place on the page, called by its number and subject. */
export function StorySection({ id, subject, ref, children }: StorySectionProps) {
  const number = useStoryNumber(id);
  return (
    <section
      ref={ref}
      data-part={`story:${id}`}
      aria-label={`${number === null ? "Story" : `Story ${number}`}: ${subject}`}
      className="group/part relative scroll-mt-4"
    >
      {children}
    </section>
  );
}

/** The number as readers see it, hung in the margin. */
export function HungNumber({ id }: { id: string }) {
  const number = useStoryNumber(id);
  if (number === null) return null;
  return (
    <span
      aria-hidden
      className="font-serif text-[1.6rem] leading-[1.16] text-line tabular-nums sm:absolute sm:top-7 sm:-left-15 sm:w-10 sm:text-right"
    >
      {number}
    </span>
  );
}

/** "Story 5 · Maud Ellery": which story, whose, and whether it may be written in. */
export function AboutStory({ story, mayWrite }: { story: StoryDraft; mayWrite: boolean }) {
  const number = useStoryNumber(story.id);
  const place = number === null ? "Backlog" : `Story ${number}`;
  if (!mayWrite && !story.authorName) return `${place} · Read only: editors write here`;
  return (
    <>
      {place}
      {story.authorName ? (
        <>
          {" · "}
          <bdi>{story.authorName}</bdi>
        </>
      ) : null}
      {mayWrite ? null : " and editors write here"}
    </>
  );
}
