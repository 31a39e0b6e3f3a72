"use client";

import { Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
import { localMoment, shortDate } from "@/components/desk/dates";
import { InspectorSection } from "@/components/desk/issue-inspector";
import { WORKFLOW } from "@/components/desk/issue-state";
import { subjectOf } from "@/components/desk/running-order-words";
import { useWork, type WorkflowRoom, type WorkItem } from "@/components/desk/use-work";
import { WorkflowAssignment } from "@/components/desk/workflow-assignment";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { WorkflowState } from "@/lib/issues/schema";
import { whyNotMove } from "@/lib/workflow/rules";
import { type OpenStory, STATES, type Work } from "@/lib/workflow/schema";

const NEXT: Record<WorkflowState, WorkflowState | null> = {
  drafting: "inReview",
  inReview: "approved",
  approved: null,
};

/** What a move is called when one makes it. */
function deed(from: WorkflowState, to: WorkflowState): string {
  if (to === "approved") return "Approve";
  if (to === "drafting") return "Send back to drafting";
  return from === "approved" ? "Take approval back" : "Ask for review";
}

interface WorkflowPanelProps {
  item: WorkItem;
  room: WorkflowRoom;
}

/** How far the work on a story or an issue is, the next step, and who sees it through by when. */
export function WorkflowPanel({ item, room }: WorkflowPanelProps) {
  const work = useWork(item, room);
  const { shown, pending, trouble, asking } = work;
  const title = item.what === "story" ? "Work on the story" : "Work on the issue";
  const panel = useRef<HTMLFieldSetElement>(null);
  const move = async (to: WorkflowState) => {
    await work.move(to);
    // The step that was taken is no button any more; whoever pressed it by key goes on from the next one.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) panel.current?.querySelector("button")?.focus();
    });
  };
  const { shape, word } = WORKFLOW[shown.workflowState];
  return (
    <InspectorSection title={title}>
      <fieldset
        ref={panel}
        aria-label={title}
        className="min-w-0 rounded-card border border-hair bg-paper px-3 py-2.5 text-sm"
      >
        <div className="flex min-h-8 flex-wrap items-center gap-2">
          <p role="status" className="min-w-24 flex-1 font-medium">
            <span aria-hidden className={`mr-1.5 ${shown.workflowState === "approved" ? "text-good" : ""}`}>
              {shape}
            </span>
            {word}
          </p>
          <Steps item={item} room={room} pending={pending} onMove={move} />
        </div>
        <Approval work={shown} />
        {trouble ? (
          <div className="my-2">
            <Notice kind="error">
              {trouble.message}
              {trouble.stale ? (
                <Button size="sm" className="mt-2" onClick={work.reload}>
                  Read it again
                </Button>
              ) : null}
            </Notice>
          </div>
        ) : null}
        <WorkflowAssignment item={shown} room={room} onAssign={work.assign} />
      </fieldset>
      <AskAboutStories
        open={asking}
        onApprove={(open) => void work.move("approved", open)}
        onClose={work.stopAsking}
      />
    </InspectorSection>
  );
}

interface StepsProps extends WorkflowPanelProps {
  pending: boolean;
  onMove: (to: WorkflowState) => Promise<void>;
}

/** The next step as a button, the others in a menu; why there is none, where there is none. */
function Steps({ item, room, pending, onMove }: StepsProps) {
  const from = item.workflowState;
  const allowed = STATES.filter((to) => to !== from && whyNotMove(room.actor, item, to) === null);
  const next = allowed.find((to) => to === NEXT[from]);
  const others = allowed.filter((to) => to !== next);
  return (
    <>
      {next ? (
        <Button
          size="sm"
          variant={next === "approved" ? "primary" : "secondary"}
          pending={pending}
          onClick={() => void onMove(next)}
        >
          {deed(from, next)}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <Menu
          trigger={
            <Button variant="quiet" size="sm" aria-label={`Other steps of the ${item.what}`}>
              <Ellipsis aria-hidden size={16} />
            </Button>
          }
        >
          {others.map((to) => (
            <MenuItem key={to} disabled={pending} onSelect={() => void onMove(to)}>
              {deed(from, to)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      {allowed.length === 0 ? (
        <p className="w-full text-xs text-pretty text-quiet">
          {whyNotMove(room.actor, item, NEXT[from] ?? "inReview")}
        </p>
      ) : null}
    </>
  );
}

/** Who approved it and when: by the reader's own clock once the page is theirs. */
function Approval({ work }: { work: Work }) {
  const hydrated = useHydrated();
  if (work.workflowState !== "approved" || work.approvedAt === null) return null;
  return (
    <p className="text-xs text-quiet">
      by <bdi>{work.approvedBy ?? "the command line"}</bdi>,{" "}
      <time dateTime={work.approvedAt}>
        {hydrated ? localMoment(work.approvedAt) : shortDate(work.approvedAt)}
      </time>
    </p>
  );
}

interface AskProps {
  open: OpenStory[] | null;
  onApprove: (storyIds: string[]) => void;
  onClose: () => void;
}

/** An issue may be approved with stories that are not: the person decides, and sees which. */
function AskAboutStories({ open, onApprove, onClose }: AskProps) {
  // Kept while the dialog closes.
  const [last, setLast] = useState<OpenStory[]>([]);
  if (open && open !== last) setLast(open);
  return (
    <Dialog
      open={open !== null}
      onOpenChange={(isOpen) => isOpen || onClose()}
      title="Approve with stories that are not?"
      description={
        last.length === 1 ? "One story is not approved:" : `${last.length} stories are not approved:`
      }
    >
      <ul className="max-h-64 overflow-y-auto text-sm">
        {last.map((story) => (
          <li key={story.id} className="flex gap-2 border-t border-hair py-1.5">
            <span className="w-6 shrink-0 text-quiet tabular-nums">{story.number}</span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{subjectOf(story.headline)}</span>
            <span className="shrink-0 text-quiet">
              <span aria-hidden>{WORKFLOW[story.workflowState].shape} </span>
              {WORKFLOW[story.workflowState].word}
            </span>
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Not yet
        </Button>
        <Button variant="primary" onClick={() => onApprove(last.map(({ id }) => id))}>
          Approve all the same
        </Button>
      </DialogActions>
    </Dialog>
  );
}
