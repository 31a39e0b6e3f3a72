"use client";

import { useDraggable } from "@dnd-kit/react";
import { GripVertical } from "lucide-react";
import { useLayoutEffect, useState } from "react";
import { InlineName } from "@/components/desk/inline-name";
import type { Part } from "@/components/desk/part";
import { AddStoryRow, NewStory } from "@/components/desk/running-order-add";
import { useRoom } from "@/components/desk/running-order-context";
import type { DropLinePlace } from "@/components/desk/running-order-drop";
import { type Item, itemKey } from "@/components/desk/running-order-items";
import { orderKeys } from "@/components/desk/running-order-keys";
import { DropLine } from "@/components/desk/running-order-line";
import { SectionMenu } from "@/components/desk/running-order-menus";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import { RunningOrderStory } from "@/components/desk/running-order-story";

/** What is to be seen in the running order just now. */
export interface OrderView {
  numbers: Map<string, number>;
  /** Held by keyboard. */
  grabbed: Item | null;
  /** Held by pointer. */
  lifted: Item | null;
  /** Where that would land if it were let go now. */
  line: DropLinePlace | null;
  selected: Part;
}

/** One section: its heading (moved, renamed and removed there), its stories, and a place for a new one. */
export function RunningOrderSection({ section, view }: { section: OutlineSection; view: OrderView }) {
  const { canArrange } = useRoom();
  const [adding, setAdding] = useState(false);
  const { grabbed, lifted, line, selected } = view;
  const empty = section.stories.length === 0;
  const isGrabbed = (kind: Item["kind"], id: string) => grabbed?.kind === kind && grabbed.id === id;
  const isLifted = lifted?.kind === "section" && lifted.id === section.id;
  return (
    <li data-drop={`section:${section.id}`} className={`relative mt-3 ${isLifted ? "opacity-40" : ""}`}>
      {line?.sectionId === null && line.before === section.id ? <DropLine /> : null}
      <SectionHeading
        section={section}
        grabbed={isGrabbed("section", section.id)}
        onAdd={() => setAdding(true)}
      />
      {empty ? null : (
        <ol>
          {section.stories.map((story) => (
            <RunningOrderStory
              key={story.id}
              story={story}
              number={view.numbers.get(story.id)}
              current={selected === `story:${story.id}`}
              grabbed={isGrabbed("story", story.id)}
              marked={line?.sectionId === section.id && line.before === story.id}
            />
          ))}
        </ol>
      )}
      {/* The room after the last story, where a story can be dropped: the whole of an empty section. */}
      <div data-drop={`tail:${section.id}`} className="relative min-h-3">
        {line?.sectionId === section.id && line.before === null ? <DropLine /> : null}
        {adding ? <NewStory section={section} onClose={() => setAdding(false)} /> : null}
        {empty && !adding && canArrange ? (
          <AddStoryRow section={section} onOpen={() => setAdding(true)} />
        ) : null}
        {empty && !canArrange ? <p className="px-2 py-1 pl-9 text-sm text-quiet">No stories yet</p> : null}
      </div>
    </li>
  );
}

interface SectionHeadingProps {
  section: OutlineSection;
  grabbed: boolean;
  onAdd: () => void;
}

function SectionHeading({ section, grabbed, onAdd }: SectionHeadingProps) {
  const { hands, changes, canArrange } = useRoom();
  const [renaming, setRenaming] = useState(false);
  const item: Item = { kind: "section", id: section.id };
  const drag = useDraggable({ id: itemKey(item), type: "section", disabled: !canArrange || renaming });
  const close = () => {
    setRenaming(false);
    hands.keepFocus(item);
  };
  if (renaming) {
    const submit = async (title: string) => {
      const done = await changes.renameSection(section.id, title);
      if (done) close();
      return done;
    };
    return (
      <InlineName
        label="Section's title"
        initial={section.title}
        allowEmpty
        onCancel={close}
        onSubmit={submit}
      />
    );
  }
  return (
    <div
      ref={drag.ref}
      data-drop={`head:${section.id}`}
      className={`group/head relative flex min-h-7 items-center rounded-control pr-16 pointer-coarse:pr-20 ${grabbed ? "translate-x-1.5 bg-paper shadow-lift outline-2 outline-line" : ""}`}
    >
      <h2 className="min-w-0 flex-1 text-xs font-medium text-quiet">
        {canArrange ? (
          <HeadingButton item={item} section={section} grabbed={grabbed} onRename={() => setRenaming(true)} />
        ) : (
          <span className="block truncate px-2">{section.title || <Untitled />}</span>
        )}
      </h2>
      {canArrange ? <SectionMenu section={section} onAdd={onAdd} onRename={() => setRenaming(true)} /> : null}
    </div>
  );
}

function Untitled() {
  return <i className="font-normal">Without a heading</i>;
}

interface HeadingButtonProps {
  item: Item;
  section: OutlineSection;
  grabbed: boolean;
  onRename: () => void;
}

/** The heading itself takes the keys: the same as a story's row, and F2 or a double click to rename. */
function HeadingButton({ item, section, grabbed, onRename }: HeadingButtonProps) {
  const { hands, keysId } = useRoom();
  const keys = orderKeys({ hands, item, grabbed, canArrange: true });
  const { giveFocus } = hands;
  useLayoutEffect(giveFocus, [giveFocus]);
  return (
    <button
      type="button"
      data-order-item={itemKey(item)}
      aria-describedby={keysId}
      aria-pressed={grabbed}
      onDoubleClick={onRename}
      onKeyDown={(event) => {
        if (event.key === "F2") onRename();
        else keys(event);
      }}
      onBlur={() => grabbed && hands.drop()}
      className="flex min-h-7 w-full cursor-grab items-center gap-1 rounded-control px-2 text-left select-none [-webkit-touch-callout:none]"
    >
      <span className="truncate">{section.title || <Untitled />}</span>
      <GripVertical
        aria-hidden
        size={12}
        className={`shrink-0 ${grabbed ? "text-line" : "opacity-0 group-hover/head:opacity-100 pointer-coarse:opacity-100"}`}
      />
    </button>
  );
}
