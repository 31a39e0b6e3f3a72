"use client";

import { useDraggable } from "@dnd-kit/react";
import { GripVertical } from "lucide-react";
import { type MouseEvent, memo } from "react";
import { type Part, partAddress } from "@/components/desk/part";
import { useRoom } from "@/components/desk/running-order-context";
import { type Item, itemKey } from "@/components/desk/running-order-items";
import { orderKeys } from "@/components/desk/running-order-keys";
import { DropLine, LIFTED } from "@/components/desk/running-order-line";
import { StoryMenu } from "@/components/desk/running-order-menus";
import type { OutlineStory } from "@/components/desk/running-order-outline";
import { initialsOf, subjectOf } from "@/components/desk/running-order-words";
import { StoryStateMark } from "@/components/desk/state-mark";
import { StoryPeople } from "@/components/desk/story-people";
import { ThreadCount } from "@/components/desk/thread-count";

/** A plain click; with a key held the browser opens the address in its own way. */
export function isPlainClick(event: MouseEvent): boolean {
  return !(
    event.defaultPrevented ||
    event.button ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey ||
    event.altKey
  );
}

/** A press of Enter, or of a screen reader: no pointer was there. */
export function isByKey(event: MouseEvent): boolean {
  return event.detail === 0;
}

/** The look of one row: number, name, what stands at its end. A finger that rests on it lifts it, so it selects nothing. */
export const ROW =
  "grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-baseline gap-x-1 rounded-control px-2 py-1.5 select-none [-webkit-touch-callout:none] max-md:py-2.5";

interface RunningOrderStoryProps {
  story: OutlineStory;
  number: number | undefined;
  /** Open on the sheet. */
  current: boolean;
  grabbed: boolean;
  /** What is dragged would land before it. */
  marked: boolean;
}

/** One story of the running order: a link to it, draggable as a whole, with its menu. Drawn again only when it changes. */
export const RunningOrderStory = memo(function RunningOrderStory(props: RunningOrderStoryProps) {
  const { story, number, current, grabbed, marked } = props;
  const { hands, canArrange, onSelect, keysId } = useRoom();
  const item: Item = { kind: "story", id: story.id };
  const part: Part = `story:${story.id}`;
  const drag = useDraggable({ id: itemKey(item), type: "story", disabled: !canArrange });
  return (
    <li
      ref={drag.ref}
      data-drop={itemKey(item)}
      className={`group/row relative ${drag.isDragSource ? "opacity-40" : ""}`}
    >
      {marked ? <DropLine /> : null}
      <a
        href={partAddress(part)}
        draggable={false}
        data-order-item={itemKey(item)}
        data-order-row
        aria-current={current ? "true" : undefined}
        aria-describedby={canArrange ? keysId : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onSelect(part, isByKey(event) ? "focus" : undefined);
        }}
        onKeyDown={orderKeys({ hands, item, grabbed, canArrange })}
        onBlur={() => grabbed && hands.drop()}
        className={`${ROW} ${canArrange ? "cursor-grab pointer-coarse:pr-11" : ""} ${rowState(current, grabbed)}`}
      >
        <StoryNumber number={number} strong={current || grabbed} />
        <span className="truncate">{subjectOf(story.headline)}</span>
        {grabbed ? (
          <GripVertical aria-hidden size={14} className="self-center text-line" />
        ) : (
          <span className="flex items-baseline gap-1.5">
            <ThreadCount storyId={story.id} />
            <StoryPeople storyId={story.id} />
            <Initials name={story.authorName} givesWay={canArrange} />
            <StoryStateMark id={story.id} givesWay={canArrange} />
          </span>
        )}
      </a>
      {canArrange && !grabbed ? <StoryMenu story={story} /> : null}
    </li>
  );
});

function rowState(current: boolean, grabbed: boolean): string {
  if (grabbed) return "translate-x-1.5 bg-paper shadow-lift outline-2 outline-line";
  return current ? "bg-paper shadow-[0_0_0_1px_var(--color-hair)]" : "hover:bg-wash";
}

function StoryNumber({ number, strong }: { number: number | undefined; strong: boolean }) {
  return (
    <span className={`tabular-nums ${strong ? "font-semibold text-line" : "text-quiet"}`}>
      {number}
      <span className="sr-only">.</span>
    </span>
  );
}

/** Gives way to the row's menu, which opens at the same place. */
function Initials({ name, givesWay }: { name: string | null; givesWay: boolean }) {
  if (!name) return <span />;
  const away = "group-hover/row:invisible group-focus-within/row:invisible";
  return (
    <span className={`text-xs text-quiet pointer-coarse:visible! ${givesWay ? away : ""}`} title={name}>
      <span aria-hidden>{initialsOf(name)}</span>
      <span className="sr-only">
        by <bdi>{name}</bdi>
      </span>
    </span>
  );
}

/** The row that follows the pointer while it is dragged, with the number it would have. */
export function LiftedStory({ story, number }: { story: OutlineStory; number: number | undefined }) {
  return (
    <div className={`${ROW} ${LIFTED}`}>
      <StoryNumber number={number} strong />
      <span className="truncate">{subjectOf(story.headline)}</span>
      <GripVertical aria-hidden size={14} className="self-center text-quiet" />
    </div>
  );
}
