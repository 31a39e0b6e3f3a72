"use client";

import { MessageSquarePlus, PencilLine } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { useThreadsRoom } from "@/components/desk/threads-room";
import type { StoryThreads } from "@/components/desk/threads-store";
import { threadMarks } from "@/components/editor/thread-marks";
import { ToolbarButton } from "@/components/editor/toolbar-button";
import type { StoryPart } from "@/lib/threads/schema";

/** What each text of a story is given so that it shows its threads; nothing outside ThreadsProvider. */
export function useThreadMarks(storyId: string) {
  const room = useThreadsRoom();
  return useMemo(() => {
    const story = room?.story(storyId);
    const given = (part: StoryPart) =>
      story
        ? { extraExtensions: [threadMarks(story.host(part))], toolbarExtra: <ThreadTools story={story} /> }
        : {};
    return { body: given("body"), whyItMatters: given("whyItMatters") };
  }, [room, storyId]);
}

/** After each save of the story its threads are told where their words stand now. */
export function useReanchoring(storyId: string, version: number, mayWrite: boolean): void {
  const room = useThreadsRoom();
  const told = useRef(version);
  useEffect(() => {
    if (!room || !mayWrite || version === told.current) return;
    told.current = version;
    void room.story(storyId).reanchor();
  }, [room, storyId, version, mayWrite]);
}

/** "Comment" and "Suggest a change", beside selected words. */
export function ThreadTools({ story }: { story: StoryThreads }): ReactNode {
  return (
    <>
      <ToolbarButton label="Comment" keys="Mod+Alt+M" onPress={() => story.compose("comment")}>
        <MessageSquarePlus size={16} aria-hidden />
      </ToolbarButton>
      <ToolbarButton label="Suggest a change" keys="Mod+Alt+S" onPress={() => story.compose("suggestion")}>
        <PencilLine size={16} aria-hidden />
      </ToolbarButton>
    </>
  );
}
