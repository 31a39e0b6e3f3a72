"use client";

import { Ellipsis } from "lucide-react";
import { useRoom } from "@/components/desk/running-order-context";
import type { OutlineSection, OutlineStory } from "@/components/desk/running-order-store";
import { nameOfSection, subjectOf } from "@/components/desk/running-order-words";
import type { Item } from "@/components/desk/use-running-order";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";

const TRIGGER =
  "absolute top-1/2 right-0.5 grid size-7 -translate-y-1/2 place-items-center rounded-control text-quiet opacity-0 hover:bg-wash hover:text-ink data-[state=open]:bg-wash data-[state=open]:opacity-100 pointer-coarse:size-9 pointer-coarse:opacity-100";

function MenuTrigger({ label, className, ...props }: { label: string; className: string }) {
  return (
    <button type="button" data-no-drag aria-label={label} className={`${TRIGGER} ${className}`} {...props}>
      <Ellipsis aria-hidden size={16} />
    </button>
  );
}

/** Everything that can be done to a story's place without dragging, and removing it. */
export function StoryMenu({ story }: { story: OutlineStory }) {
  const { controls, changes, onMoveTo } = useRoom();
  const item: Item = { kind: "story", id: story.id };
  return (
    <Menu
      trigger={
        <MenuTrigger
          label={`Actions for ${subjectOf(story.headline)}`}
          className="group-hover/row:opacity-100 group-focus-within/row:opacity-100"
        />
      }
    >
      <MenuItem onSelect={() => controls.moveBy(item, -1)}>Move up</MenuItem>
      <MenuItem onSelect={() => controls.moveBy(item, 1)}>Move down</MenuItem>
      <MenuItem onSelect={() => onMoveTo(story.id)}>Move to…</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => void changes.unplaceStory(story.id)}>Put into the backlog</MenuItem>
      <MenuItem onSelect={() => void changes.removeStory(story.id)}>Remove story</MenuItem>
    </Menu>
  );
}

/** Everything that can be done to a section. */
export function SectionMenu({ section, onRename }: { section: OutlineSection; onRename: () => void }) {
  const { controls, changes } = useRoom();
  const item: Item = { kind: "section", id: section.id };
  return (
    <Menu
      trigger={
        <MenuTrigger
          label={`Actions for ${nameOfSection(section.title)}`}
          className="group-hover/head:opacity-100 group-focus-within/head:opacity-100"
        />
      }
    >
      <MenuItem onSelect={onRename}>Rename</MenuItem>
      <MenuItem onSelect={() => controls.moveBy(item, -1)}>Move up</MenuItem>
      <MenuItem onSelect={() => controls.moveBy(item, 1)}>Move down</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => void changes.removeSection(section.id)}>Remove section</MenuItem>
    </Menu>
  );
}
