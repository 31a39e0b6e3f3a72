"use client";

import { ChevronDown } from "lucide-react";
import type { StoryChoice } from "@/components/desk/highlight-line";
import { subjectOf } from "@/components/desk/running-order-words";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";
import type { HighlightDraft, LeftStory } from "@/lib/issues/schema";

interface PointsAtProps {
  line: HighlightDraft;
  /** How the line is called: "Line 2". */
  name: string;
  stories: StoryChoice[];
  /** Stories that highlights point at and that are not in the issue. */
  left: LeftStory[];
  editable: boolean;
  onChange(line: HighlightDraft): void;
}

/** Which stories a line sums up, a menu to choose them, and a word about those that left the issue. */
export function PointsAt({ line, name, stories, left, editable, onChange }: PointsAtProps) {
  const chosen = stories.filter(({ id }) => line.storyIds.includes(id));
  const gone = left.filter(({ id }) => line.storyIds.includes(id));
  const words = chosen.length > 0 ? chosen.map(nameOf).join(", ") : whereNone(gone.length);
  const toggle = (id: string, on: boolean) => {
    const ids = line.storyIds.filter((other) => other !== id);
    onChange({ ...line, storyIds: on ? [...ids, id] : ids });
  };
  return (
    <>
      {editable ? (
        <Menu trigger={trigger(name, words)}>
          <MenuLabel>
            {stories.length > 0 ? "This line sums up" : "There is no story in this issue yet."}
          </MenuLabel>
          {stories.map((story) => (
            <MenuCheckbox
              key={story.id}
              checked={line.storyIds.includes(story.id)}
              onCheckedChange={(on) => toggle(story.id, on)}
            >
              <span className="truncate">{nameOf(story)}</span>
            </MenuCheckbox>
          ))}
        </Menu>
      ) : (
        <p className="text-sm text-quiet">→ {words}</p>
      )}
      {gone.map((story) => (
        <Left key={story.id} story={story} onUnlink={editable ? () => toggle(story.id, false) : null} />
      ))}
    </>
  );
}

function trigger(name: string, words: string) {
  return (
    <button
      type="button"
      className="-ml-1.5 flex min-h-6 max-w-full items-center gap-1 rounded-control px-1.5 py-0.5 text-left text-sm text-quiet hover:bg-wash hover:text-ink"
    >
      <span className="truncate">
        <span aria-hidden>→ </span>
        <span className="sr-only">{name} points at: </span>
        {words}
      </span>
      <ChevronDown aria-hidden size={12} className="shrink-0" />
    </button>
  );
}

interface LeftProps {
  story: LeftStory;
  onUnlink: (() => void) | null;
}

const ACT = "link inline-flex min-h-6 items-center";

/** Readers will not see this link: what became of the story, where it is, and letting go of it. */
function Left({ story, onUnlink }: LeftProps) {
  const subject = subjectOf(story.headline);
  const { words, href } = whereabouts(story);
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
      <span className="min-w-0">
        <span aria-hidden className="text-line">
          ▲{" "}
        </span>
        Story “{subject}” left the issue
        {story.where === "trash" ? "; it was removed." : "."}
      </span>
      <a className={ACT} href={href} aria-label={`${words}: ${subject}`}>
        {words}
      </a>
      {onUnlink ? (
        <button type="button" className={ACT} onClick={onUnlink}>
          Unlink<span className="sr-only"> {subject}</span>
        </button>
      ) : null}
    </p>
  );
}

function whereabouts({ id, where, issueId }: LeftStory) {
  if (where === "trash") return { words: "Find it in the trash", href: "/desk/trash" };
  if (where === "elsewhere")
    return { words: "Find it in its issue", href: `/desk/issues/${issueId}?part=story:${id}` };
  return { words: "Find it in the backlog", href: `/desk/stories/${id}` };
}

/** One whose story left is told so beside this. */
const whereNone = (left: number) => (left > 0 ? "choose another story" : "no story yet");

function nameOf({ number, headline }: StoryChoice): string {
  // The story's subject is enough to know it by.
  const subject = subjectOf(headline);
  return number === null ? subject : `${number} ${subject}`;
}
