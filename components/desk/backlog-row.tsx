"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { waitedFor } from "@/components/desk/backlog-order";
import { WorkflowWord } from "@/components/desk/issue-state";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { WaitingStory } from "@/lib/stories/backlog-schema";

interface BacklogRowProps {
  story: WaitingStory;
  now: number;
  chosen: boolean;
  /** Null for what the person may not do. */
  onChoose: (() => void) | null;
  onPlace: (() => void) | null;
  onRemove: (() => void) | null;
}

/** A story that waits; the whole row opens it. */
export function BacklogRow({ story, now, chosen, onChoose, onPlace, onRemove }: BacklogRowProps) {
  const { sources } = story;
  const about = sources === 0 ? "no source yet" : sources === 1 ? "1 source" : `${sources} sources`;
  const subject = subjectOf(story.headline);
  const trigger = (
    <Button variant="quiet" size="sm" className="relative z-10" aria-label={`Actions for ${subject}`}>
      <Ellipsis aria-hidden size={16} />
    </Button>
  );
  return (
    <li className="relative flex items-center gap-3 border-t border-hair px-4 py-3 first:border-t-0 hover:bg-desk">
      {onChoose ? (
        <label className="relative z-10 -m-2 grid size-8 shrink-0 place-items-center">
          <span className="sr-only">Select {subject}</span>
          <input
            type="checkbox"
            className="size-4 accent-(--color-ink)"
            checked={chosen}
            onChange={onChoose}
          />
        </label>
      ) : null}
      <div className="min-w-0 flex-1">
        <Link
          href={`/desk/stories/${story.id}`}
          className="font-serif text-lg font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {story.headline}
        </Link>
        <p className="flex flex-wrap gap-x-3 text-sm text-quiet">
          <span>
            <bdi>{story.authorName ?? "No author"}</bdi> · {about}
          </span>
          <WorkflowWord state={story.workflowState} />
          <span>Waits {waitedFor(story.createdAt, now)}</span>
        </p>
      </div>
      {onPlace || onRemove ? (
        <Menu trigger={trigger}>
          {onPlace ? <MenuItem onSelect={onPlace}>Move to issue…</MenuItem> : null}
          {onPlace && onRemove ? <MenuSeparator /> : null}
          {onRemove ? <MenuItem onSelect={onRemove}>Remove story</MenuItem> : null}
        </Menu>
      ) : null}
    </li>
  );
}
