"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { type IssueChoice, type ListSections, PlaceStoryDialog } from "@/components/desk/place-story-dialog";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Result } from "@/lib/errors";
import type { StoryDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import type { StoryUndo } from "@/lib/stories/schema";

interface BacklogDeeds {
  listSections: ListSections;
  placeStory(input: { id: string; sectionId: string }): Promise<Result<unknown>>;
  unplaceStory(input: { id: string }): Promise<Result<unknown>>;
  removeStory(input: { id: string }): Promise<Result<{ undo: StoryUndo }>>;
  restoreStory(input: StoryUndo): Promise<Result<unknown>>;
}

interface BacklogListProps {
  stories: StoryDraft[];
  issues: IssueChoice[];
  actor: Actor;
  deeds: BacklogDeeds;
}

const undoable = (told: string, undo: () => Promise<Result<unknown>>) =>
  toast(told, {
    duration: 10_000,
    action: {
      label: "Undo",
      onClick: async () => {
        const answer = await attempt(undo());
        if (!answer.ok) toast.error(`It could not be undone. ${answer.error.message}`);
      },
    },
  });

/** The stories that wait, last changed first. */
export function BacklogList({ stories, issues, actor, deeds }: BacklogListProps) {
  const [placing, setPlacing] = useState<StoryDraft | null>(null);
  const remove = async (story: StoryDraft) => {
    const name = `“${subjectOf(story.headline)}”`;
    const answer = await attempt(deeds.removeStory({ id: story.id }));
    if (!answer.ok) return void toast.error(`${name} stays here. ${answer.error.message}`);
    undoable(`${name} removed.`, () => deeds.restoreStory(answer.value.undo));
  };
  const place = async (story: StoryDraft, sectionId: string, where: string) => {
    const answer = await attempt(deeds.placeStory({ id: story.id, sectionId }));
    if (!answer.ok) return answer.error.message;
    setPlacing(null);
    undoable(`“${subjectOf(story.headline)}” is in ${where} now.`, () =>
      deeds.unplaceStory({ id: story.id }),
    );
    return null;
  };
  return (
    <>
      <ul className="rounded-card border border-hair bg-paper">
        {stories.map((story) => (
          <BacklogRow
            key={story.id}
            story={story}
            onPlace={can(actor, "issue.arrange") ? () => setPlacing(story) : null}
            onRemove={
              can(actor, "story.remove", { ownerId: story.authorId }) ? () => void remove(story) : null
            }
          />
        ))}
      </ul>
      <PlaceStoryDialog
        story={placing}
        issues={issues}
        listSections={deeds.listSections}
        onPlace={place}
        onClose={() => setPlacing(null)}
      />
    </>
  );
}

interface BacklogRowProps {
  story: StoryDraft;
  onPlace: (() => void) | null;
  onRemove: (() => void) | null;
}

function BacklogRow({ story, onPlace, onRemove }: BacklogRowProps) {
  const sources = story.sources.length;
  const about = sources === 0 ? "no source yet" : sources === 1 ? "1 source" : `${sources} sources`;
  const trigger = (
    <Button
      variant="quiet"
      size="sm"
      className="relative z-10"
      aria-label={`Actions for ${subjectOf(story.headline)}`}
    >
      <Ellipsis aria-hidden size={16} />
    </Button>
  );
  return (
    <li className="relative flex items-center gap-3 border-t border-hair px-4 py-3 first:border-t-0 hover:bg-desk">
      <div className="min-w-0 flex-1">
        <Link
          href={`/desk/stories/${story.id}`}
          className="font-serif text-lg font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {story.headline}
        </Link>
        <p className="text-sm text-quiet">
          <bdi>{story.authorName ?? "No author"}</bdi> · {about}
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
