"use client";

import { type Part, partAddress } from "@/components/desk/part";
import { useRoom } from "@/components/desk/running-order-context";
import type { Item } from "@/components/desk/running-order-items";
import { LIFTED } from "@/components/desk/running-order-line";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import { isByKey, isPlainClick, LiftedStory, ROW } from "@/components/desk/running-order-story";
import { nameOfSection } from "@/components/desk/running-order-words";

interface PartRowProps {
  part: Part;
  label: string;
  current: boolean;
}

/** A part of the issue that is no story and stays where it is. */
export function PartRow({ part, label, current }: PartRowProps) {
  const { onSelect } = useRoom();
  return (
    <li>
      <a
        href={partAddress(part)}
        aria-current={current ? "true" : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onSelect(part, isByKey(event) ? "focus" : undefined);
        }}
        className={`${ROW} ${current ? "bg-paper shadow-[0_0_0_1px_var(--color-hair)]" : "hover:bg-wash"}`}
      >
        <span />
        <span className="truncate">{label}</span>
      </a>
    </li>
  );
}

interface LiftedProps {
  item: Item;
  sections: OutlineSection[];
  numbers: Map<string, number>;
}

/** What hangs on the pointer while it is dragged. */
export function Lifted({ item, sections, numbers }: LiftedProps) {
  const story = sections.flatMap((section) => section.stories).find((each) => each.id === item.id);
  if (story) return <LiftedStory story={story} number={numbers.get(story.id)} />;
  const section = sections.find((each) => each.id === item.id);
  const count = section?.stories.length ?? 0;
  return (
    <div className={`flex min-h-7 items-center gap-2 rounded-control px-2 text-xs font-medium ${LIFTED}`}>
      <span className="truncate">{nameOfSection(section?.title ?? "")}</span>
      <span className="font-normal text-quiet">{count === 1 ? "1 story" : `${count} stories`}</span>
    </div>
  );
}
