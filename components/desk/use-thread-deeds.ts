"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import type { Attempt } from "@/components/desk/attempt";
import { useThreadsRoom } from "@/components/desk/threads-room";
import type { StoryThreads } from "@/components/desk/threads-store";
import { saveEverything } from "@/components/desk/unsaved";
import type { StoryDraft } from "@/lib/issues/schema";
import { can } from "@/lib/policy";
import type { CommentLine, ThreadLine } from "@/lib/threads/schema";

/** What can be done to threads. Those that answer a sentence failed; null is success. */
export interface ThreadDeeds {
  actorId: string | null;
  /** Whether the actor accepts and refuses suggestions to this story. */
  maySettle: boolean;
  mayModerate: boolean;
  resolve(thread: ThreadLine): Promise<string | null>;
  reopen(thread: ThreadLine): Promise<string | null>;
  accept(thread: ThreadLine): Promise<string | null>;
  refuse(thread: ThreadLine): Promise<string | null>;
  reply(thread: ThreadLine, text: string, mentions: string[]): Promise<string | null>;
  edit(comment: CommentLine, text: string, mentions: string[]): Promise<string | null>;
  remove(comment: CommentLine): Promise<string | null>;
}

const UNSAVED =
  "Something on this page could not be saved yet, and the suggestion goes into the words as they are saved. See there what it needs.";

const sentence = <T>(answer: Attempt<T>): string | null => (answer.ok ? null : answer.error.message);

/** The deeds of one story's threads; the same object from render to render. */
export function useThreadDeeds(
  story: StoryDraft,
  threads: StoryThreads | null,
  onStory: (id: string, change: (story: StoryDraft) => StoryDraft) => void,
): ThreadDeeds {
  const actor = useThreadsRoom()?.actor ?? null;
  const { id: storyId, authorId } = story;
  return useMemo(() => {
    const run: StoryThreads["run"] = async (deed) => {
      if (!threads) throw new Error("There are no threads here.");
      return threads.run(deed);
    };
    const reopen = async ({ id }: ThreadLine) =>
      sentence(await run((actions) => actions.reopenThread({ id })));
    /** Says that it was done, with a way back. */
    const undoable = (words: string, undo: () => Promise<string | null>) =>
      toast(words, {
        action: {
          label: "Undo",
          onClick: () => void undo().then((problem) => problem && toast.error(problem)),
        },
      });
    return {
      actorId: actor?.id ?? null,
      maySettle: actor !== null && can(actor, "suggestion.settle", { ownerId: authorId }),
      mayModerate: actor !== null && can(actor, "comment.moderate"),
      reopen,
      resolve: async (thread) => {
        const problem = sentence(await run((actions) => actions.resolveThread({ id: thread.id })));
        if (!problem) undoable("The thread is resolved.", () => reopen(thread));
        return problem;
      },
      accept: async ({ id }) => {
        if (!(await saveEverything())) return UNSAVED;
        const answer = await run((actions) => actions.acceptSuggestion({ id }));
        if (!answer.ok) return answer.error.message;
        const { headline, body, whyItMatters, version } = answer.value;
        onStory(storyId, (held) => ({ ...held, headline, body, whyItMatters, version }));
        toast("The suggestion is in the text.");
        return null;
      },
      refuse: async (thread) => {
        const problem = sentence(await run((actions) => actions.refuseSuggestion({ id: thread.id })));
        const words =
          thread.author?.id === actor?.id ? "The suggestion is taken back." : "The suggestion is refused.";
        if (!problem) undoable(words, () => reopen(thread));
        return problem;
      },
      reply: async ({ id }, text, mentions) =>
        sentence(await run((actions) => actions.reply({ threadId: id, text, mentions }))),
      edit: async ({ id }, text, mentions) =>
        sentence(await run((actions) => actions.editComment({ id, text, mentions }))),
      remove: async ({ id, text, author }) => {
        const problem = sentence(await run((actions) => actions.removeComment({ id })));
        const restore = async () => sentence(await run((actions) => actions.restoreComment({ id, text })));
        if (!problem && author?.id === actor?.id) undoable("The comment is removed.", restore);
        return problem;
      },
    };
  }, [actor, authorId, storyId, threads, onStory]);
}
