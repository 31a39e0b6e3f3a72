"use client";

import { Ellipsis, Plus } from "lucide-react";
import type { ComponentProps } from "react";
import { NextWeekItem } from "@/components/desk/next-week";
import { useRoom } from "@/components/desk/running-order-context";
import type { Item } from "@/components/desk/running-order-items";
import type { OutlineSection, OutlineStory } from "@/components/desk/running-order-outline";
import { nameOfSection, subjectOf } from "@/components/desk/running-order-words";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";

// Seen when they can be used: under the pointer, with the focus near, and always where there is no hovering.
const SEEN = {
  row: "group-hover/row:opacity-100 group-focus-within/row:opacity-100",
  head: "group-hover/head:opacity-100 group-focus-within/head:opacity-100",
};

type IconButtonProps = ComponentProps<"button"> & { label: string; near: keyof typeof SEEN };

function IconButton({ label, near, children, ...props }: IconButtonProps) {
  return (
    <button
      {...props}
      type="button"
      data-no-drag
      aria-label={label}
      className={`grid size-7 place-items-center rounded-control text-quiet opacity-0 hover:bg-wash hover:text-ink focus-visible:opacity-100 data-[state=open]:bg-wash data-[state=open]:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100 ${SEEN[near]}`}
    >
      {children}
    </button>
  );
}

const AT_THE_END = "absolute top-1/2 right-0.5 flex -translate-y-1/2";

/** Everything that can be done to a story's place without dragging, and removing it. */
export function StoryMenu({ story }: { story: OutlineStory }) {
  const { hands, changes, onMoveTo } = useRoom();
  const item: Item = { kind: "story", id: story.id };
  const trigger = (
    <IconButton label={`Actions for ${subjectOf(story.headline)}`} near="row">
      <Ellipsis aria-hidden size={16} />
    </IconButton>
  );
  return (
    <div className={AT_THE_END}>
      <Menu trigger={trigger}>
        <MenuItem onSelect={() => hands.moveBy(item, -1)}>Move up</MenuItem>
        <MenuItem onSelect={() => hands.moveBy(item, 1)}>Move down</MenuItem>
        <MenuItem onSelect={() => onMoveTo(item)}>Move to…</MenuItem>
        <MenuSeparator />
        <NextWeekItem storyId={story.id} />
        <MenuItem onSelect={() => void changes.unplaceStory(story.id)}>Put into the backlog</MenuItem>
        <MenuItem onSelect={() => void changes.removeStory(story.id)}>Remove story</MenuItem>
      </Menu>
    </div>
  );
}

interface SectionMenuProps {
  section: OutlineSection;
  onAdd: () => void;
  onRename: () => void;
}

/** Adding a story to a section, and everything that can be done to the section. */
export function SectionMenu({ section, onAdd, onRename }: SectionMenuProps) {
  const { hands, changes, onMoveTo } = useRoom();
  const item: Item = { kind: "section", id: section.id };
  const name = nameOfSection(section.title);
  const trigger = (
    <IconButton label={`Actions for ${name}`} near="head">
      <Ellipsis aria-hidden size={16} />
    </IconButton>
  );
  return (
    <div className={AT_THE_END}>
      <IconButton label={`Add story to ${name}`} near="head" onClick={onAdd}>
        <Plus aria-hidden size={15} />
      </IconButton>
      <Menu trigger={trigger}>
        <MenuItem onSelect={onAdd}>Add story</MenuItem>
        <MenuItem onSelect={onRename}>Rename</MenuItem>
        <MenuItem onSelect={() => hands.moveBy(item, -1)}>Move up</MenuItem>
        <MenuItem onSelect={() => hands.moveBy(item, 1)}>Move down</MenuItem>
        <MenuItem onSelect={() => onMoveTo(item)}>Move to…</MenuItem>
        <MenuSeparator />
        <MenuItem onSelect={() => void changes.removeSection(section.id)}>Remove section</MenuItem>
      </Menu>
    </div>
  );
}
