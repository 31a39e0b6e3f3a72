"use client";

import { MessageSquare } from "lucide-react";
import { useStoryThreads } from "@/components/desk/threads-room";

/** How many threads are open about a story; nothing where there are none. */
export function ThreadCount({ storyId }: { storyId: string }) {
  const [, state] = useStoryThreads(storyId);
  const count = state?.threads.filter((thread) => thread.state === "open").length ?? 0;
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-0.5 text-xs text-quiet tabular-nums">
      <MessageSquare aria-hidden size={12} />
      {count}
      <span className="sr-only">{count === 1 ? " open thread" : " open threads"}</span>
    </span>
  );
}
