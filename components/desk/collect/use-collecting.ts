import { useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import type { Done } from "@/components/desk/collect/collected";
import type { SharedPage } from "@/components/desk/collect/page-fields";
import { sentSentence } from "@/components/desk/collect/sent-words";
import type { CollectActions, Destination } from "@/components/desk/inbox/inbox-actions";
import type { StoryChoice } from "@/lib/inbox/schema";

/** A page on its way into the newsroom: its words while they are put right, where it is being sent, and what became of it. */
export function useCollecting(page: SharedPage, sendPages: CollectActions["send"]) {
  const [words, setWords] = useState(page);
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState<Destination["kind"] | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const send = async (to: Destination, story?: StoryChoice) => {
    if (pending) return;
    setPending(to.kind);
    const isTyped = words.title !== page.title;
    const sent = { url: words.url, title: words.title, selectedText: words.text, isTyped };
    const answer = await attempt(sendPages({ pages: [sent], to }));
    setPending(null);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    const { storyId, undo } = answer.value;
    const href = storyId ? `/desk/stories/${storyId}` : "/desk/inbox";
    setDone({ sentence: sentSentence(answer.value, story?.headline ?? null), href, undo });
  };
  const undone = () => setDone(null);
  return {
    words,
    change: (changes: Partial<SharedPage>) => setWords({ ...words, ...changes }),
    error: formError(failure) ?? fieldError(failure, "pages"),
    pending,
    send,
    done,
    undone,
    again: () => {
      undone();
      setWords({ url: "", title: "", text: "" });
    },
  };
}
