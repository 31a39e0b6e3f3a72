"use client";

import { Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
import { CommentBox } from "@/components/desk/comment-box";
import { localMoment } from "@/components/desk/dates";
import { stretches } from "@/components/desk/mentions";
import { useThreadsRoom } from "@/components/desk/threads-room";
import type { ThreadDeeds } from "@/components/desk/use-thread-deeds";
import { useTyped } from "@/components/desk/use-typed";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import type { CommentLine } from "@/lib/threads/schema";

/** One remark: who, when, what; one's own can be changed and removed. */
export function ThreadComment({ comment, deeds }: { comment: CommentLine; deeds: ThreadDeeds }) {
  const { author, createdAt, editedAt, removed } = comment;
  const [editing, setEditing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isOwn = author !== null && author.id === deeds.actorId;
  const mayRemove = !removed && (isOwn || deeds.mayModerate);
  const remove = () => void deeds.remove(comment).then(setProblem);
  return (
    <li className="grid gap-0.5">
      <div className="flex min-h-6 items-center gap-x-2 text-xs">
        <bdi className="min-w-0 truncate font-semibold">{author?.name ?? "Somebody who left"}</bdi>
        <time dateTime={createdAt} className="shrink-0 text-quiet tabular-nums">
          {localMoment(createdAt)}
        </time>
        {editedAt && !removed ? <span className="text-quiet">edited</span> : null}
        {mayRemove ? (
          <Menu trigger={<MenuButton name={author?.name ?? ""} />}>
            {isOwn ? <MenuItem onSelect={() => setEditing(true)}>Change</MenuItem> : null}
            <MenuItem onSelect={remove}>{isOwn ? "Remove" : "Remove for good"}</MenuItem>
          </Menu>
        ) : null}
      </div>
      {editing ? (
        <EditedComment comment={comment} deeds={deeds} onDone={() => setEditing(false)} />
      ) : (
        <CommentText comment={comment} />
      )}
      {problem ? <Notice kind="error">{problem}</Notice> : null}
    </li>
  );
}

function MenuButton({ name, ...props }: { name: string }) {
  return (
    <button
      type="button"
      {...props}
      aria-label={`What can be done with the comment by ${name}`}
      className="ml-auto grid size-6 shrink-0 place-items-center rounded-control text-quiet hover:bg-wash hover:text-ink"
    >
      <Ellipsis aria-hidden size={14} />
    </button>
  );
}

function CommentText({ comment: { text, mentions, removed } }: { comment: CommentLine }) {
  if (removed) return <p className="text-quiet italic">This comment was removed.</p>;
  let at = 0;
  return (
    <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {stretches(text, mentions).map((stretch) => {
        at += stretch.text.length;
        return stretch.person ? (
          <strong key={at} className="font-semibold text-line">
            <bdi>{stretch.text}</bdi>
          </strong>
        ) : (
          <span key={at}>{stretch.text}</span>
        );
      })}
    </p>
  );
}

interface EditedCommentProps {
  comment: CommentLine;
  deeds: ThreadDeeds;
  onDone(): void;
}

function EditedComment({ comment, deeds, onDone }: EditedCommentProps) {
  const room = useThreadsRoom();
  const [kept, keep] = useTyped(`comment:${comment.id}:${deeds.actorId ?? ""}`);
  const [cleared, setCleared] = useState(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const box = useRef<{ focus(): void }>(null);
  const text = kept === "" && !cleared ? comment.text : kept;
  const leave = () => {
    keep("");
    onDone();
  };
  const send = async () => {
    if (pending) return;
    setPending(true);
    const mentions = (await room?.mentionedIn(text)) ?? [];
    const problem = await deeds.edit(comment, text.trim(), mentions);
    setPending(false);
    setFailure(problem);
    if (!problem) leave();
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
        ref={box}
        label="Change the comment"
        value={text}
        onChange={(next) => {
          setCleared(next === "");
          keep(next);
        }}
        onSend={() => void send()}
        onEscape={leave}
      />
      {failure ? <Notice kind="error">{failure}</Notice> : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={leave}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" pending={pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
