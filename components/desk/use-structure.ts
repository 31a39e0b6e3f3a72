"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import { type Attempt, attempt } from "@/components/desk/attempt";
import type { IssueActions } from "@/components/desk/issue-actions";
import { type Part, type SelectPart, storyOf } from "@/components/desk/part";
import type { StructureChanges } from "@/components/desk/running-order-context";
import type { RunningOrderStore } from "@/components/desk/running-order-store";
import { nameOfSection, subjectOf } from "@/components/desk/running-order-words";
import type { Result } from "@/lib/errors";
import type { IssueDraft } from "@/lib/issues/schema";
import type { StoryUndo } from "@/lib/stories/schema";

interface Given {
  issue: IssueDraft;
  actions: IssueActions;
  store: RunningOrderStore;
  reload: () => Promise<boolean>;
  selected: Part;
  onSelect: SelectPart;
}

/** Adding, renaming, removing and bringing back: each waits for its turn behind the moves, then the order is read again. */
export function useStructure({ issue, actions, store, reload, selected, onSelect }: Given): StructureChanges {
  return useMemo(() => {
    const change = async <T>(call: () => Promise<Result<T>>, failed: string): Promise<Attempt<T>> => {
      const result = await store.change(async () => {
        const answer = await attempt(call());
        // Also after a failure: what was to be changed may be gone, and then it must not stay on the screen.
        await reload();
        return answer;
      });
      if (!result.ok) toast.error(`${failed} ${result.error.message}`);
      return result;
    };

    const offerUndo = (told: string, call: () => Promise<Result<unknown>>, failed: string) => {
      toast(told, { duration: 10_000, action: { label: "Undo", onClick: () => void change(call, failed) } });
    };

    const leave = async (
      id: string,
      told: string,
      take: (input: { id: string }) => Promise<Result<{ undo: StoryUndo }>>,
    ) => {
      const name = `“${subjectOf(headlineOf(issue, id))}”`;
      // Its form closes first, and with that saves what was typed last.
      if (storyOf(selected) === id) onSelect(neighbour(store, id));
      await new Promise((resolve) => setTimeout(resolve));
      const result = await change(() => take({ id }), `${name} stays in the issue.`);
      if (!result.ok) return false;
      const { undo } = result.value;
      offerUndo(`${name} ${told}`, () => actions.restoreStory(undo), `${name} could not be put back.`);
      return true;
    };

    return {
      addStory: async (sectionId, headline) => {
        const call = () => actions.addStory({ sectionId, headline });
        const result = await change(call, "The story was not added.");
        return result.ok ? result.value.id : null;
      },
      removeStory: (id) => leave(id, "removed.", actions.removeStory),
      unplaceStory: (id) => leave(id, "is in the backlog now.", actions.unplaceStory),
      addSection: async (title) =>
        (await change(() => actions.addSection({ issueId: issue.id, title }), "The section was not added."))
          .ok,
      renameSection: async (id, title) => {
        const version = issue.sections.find((section) => section.id === id)?.version ?? 1;
        return (
          await change(() => actions.renameSection({ id, version, title }), "The title stays as it was.")
        ).ok;
      },
      removeSection: async (id) => {
        const name = `“${nameOfSection(issue.sections.find((section) => section.id === id)?.title ?? "")}”`;
        const result = await change(() => actions.removeSection({ id }), `${name} was not removed.`);
        if (!result.ok) return false;
        const { undo } = result.value;
        const heirs = undo.storyIds.length > 0 ? " Its stories joined the section beside it." : "";
        offerUndo(
          `${name} removed.${heirs}`,
          () => actions.restoreSection(undo),
          `${name} could not be put back.`,
        );
        return true;
      },
    };
  }, [issue, actions, store, reload, selected, onSelect]);
}

function headlineOf(issue: IssueDraft, id: string): string {
  return (
    issue.sections.flatMap((section) => section.stories).find((story) => story.id === id)?.headline ?? ""
  );
}

/** What to show when this story goes: the one after it, or before it, or the front. */
function neighbour(store: RunningOrderStore, id: string): Part {
  const ids = store.getState().order.flatMap((section) => section.storyIds);
  const index = ids.indexOf(id);
  const next = ids[index + 1] ?? ids[index - 1];
  return next ? `story:${next}` : "front";
}
