"use client";

import { useDraggable } from "@dnd-kit/react";
import { GripVertical } from "lucide-react";
import { type ReactNode, useLayoutEffect, useState } from "react";
import { InlineName } from "@/components/desk/inline-name";
import { AddStoryRow, NewStory } from "@/components/desk/running-order-add";
import { useRoom } from "@/components/desk/running-order-context";
import { isGrabbed, orderKeys } from "@/components/desk/running-order-keys";
import { SectionMenu } from "@/components/desk/running-order-menus";
import type { OutlineSection } from "@/components/desk/running-order-store";
import { Line, RunningOrderStory } from "@/components/desk/running-order-story";
import { type Item, itemKey } from "@/components/desk/use-running-order";

/** One section: its heading (moved, renamed and removed there), its stories, and a place for a new one. */
export function RunningOrderSection({ section }: { section: OutlineSection }) {
  const { canArrange, line } = useRoom();
  const [adding, setAdding] = useState(false);
  const empty = section.stories.length === 0;
  return (
    <li data-drop={`section:${section.id}`} className="relative mt-3">
      {line?.before === section.id ? <Line /> : null}
      <SectionHeading section={section} onAdd={() => setAdding(true)} />
      {empty ? null : (
        <ol>
          {section.stories.map((story) => (
            <RunningOrderStory key={story.id} story={story} />
          ))}
        </ol>
      )}
      <Tail section={section}>
        {adding ? <NewStory section={section} onClose={() => setAdding(false)} /> : null}
        {empty && !adding && canArrange ? (
          <AddStoryRow section={section} onOpen={() => setAdding(true)} />
        ) : null}
        {empty && !canArrange ? <p className="px-2 py-1 pl-9 text-sm text-quiet">No stories yet</p> : null}
      </Tail>
    </li>
  );
}

/** The room after the last story, where a story can be dropped: the whole of an empty section. */
function Tail({ section, children }: { section: OutlineSection; children: ReactNode }) {
  const { line } = useRoom();
  return (
    <div data-drop={`tail:${section.id}`} className="relative min-h-3">
      {line?.sectionId === section.id && line.before === null ? <Line /> : null}
      {children}
    </div>
  );
}

function SectionHeading({ section, onAdd }: { section: OutlineSection; onAdd: () => void }) {
  const { controls, changes, canArrange } = useRoom();
  const [renaming, setRenaming] = useState(false);
  const item: Item = { kind: "section", id: section.id };
  const drag = useDraggable({ id: itemKey(item), type: "section", disabled: !canArrange || renaming });
  const close = () => {
    setRenaming(false);
    controls.keepFocus(item);
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
  const grabbed = isGrabbed(controls, item);
  return (
    <div
      ref={drag.ref}
      data-drop={`head:${section.id}`}
      className={`group/head relative flex min-h-7 items-center rounded-control pr-16 pointer-coarse:pr-20 ${grabbed ? "translate-x-1.5 bg-paper shadow-lift outline-2 outline-line" : ""} ${drag.isDragSource ? "opacity-40" : ""}`}
    >
      <h2 className="min-w-0 flex-1 text-xs font-medium text-quiet">
        {canArrange ? (
          <HeadingButton item={item} section={section} onRename={() => setRenaming(true)} />
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

/** The heading itself takes the keys: the same as a story's row, and F2 or a double click to rename. */
function HeadingButton({
  item,
  section,
  onRename,
}: {
  item: Item;
  section: OutlineSection;
  onRename: () => void;
}) {
  const { controls, keysId } = useRoom();
  const keys = orderKeys(controls, item, true);
  const { giveFocus } = controls;
  useLayoutEffect(giveFocus, [giveFocus]);
  const grabbed = isGrabbed(controls, item);
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
      onBlur={() => grabbed && controls.drop()}
      className="flex min-h-7 w-full cursor-grab items-center gap-1 rounded-control px-2 text-left"
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
