"use client";

import { useState } from "react";
import { CommentBox } from "@/components/desk/comment-box";
import { useThreadsRoom } from "@/components/desk/threads-room";
import type { ThreadDeeds } from "@/components/desk/use-thread-deeds";
import { useTyped } from "@/components/desk/use-typed";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ThreadLine } from "@/lib/threads/schema";

interface ThreadReplyProps {
  thread: ThreadLine;
  active: boolean;
  deeds: ThreadDeeds;
}

/** The box for an answer, in the thread that is in hand or has an answer begun. */
export function ThreadReply({ thread, active, deeds }: ThreadReplyProps) {
  const room = useThreadsRoom();
  const [text, setText] = useTyped(`reply:${thread.id}:${deeds.actorId ?? ""}`);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!active && text === "") return null;
  const send = async () => {
    if (pending || text.trim() === "") return;
    setPending(true);
    const mentions = (await room?.mentionedIn(text)) ?? [];
    const problem = await deeds.reply(thread, text.trim(), mentions);
    setPending(false);
    setFailure(problem);
    if (!problem) setText("");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-2"
    >
      <CommentBox
        label="Reply"
        placeholder="Reply, @ to mention somebody"
        value={text}
        onChange={setText}
        onSend={() => void send()}
      />
      {failure ? <Notice kind="error">{failure}</Notice> : null}
      {text.trim() === "" ? null : (
        <div className="flex justify-end gap-2">
          <Button size="sm" variant="quiet" onClick={() => setText("")}>
            Discard
          </Button>
          <Button size="sm" variant="primary" type="submit" pending={pending}>
            Reply
          </Button>
        </div>
      )}
    </form>
  );
}
