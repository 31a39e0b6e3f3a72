"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { shortDate, shortWeek } from "@/components/desk/dates";
import { editionPhrase, PublicationWord, WorkflowWord } from "@/components/desk/issue-state";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import type { Result } from "@/lib/errors";
import type { IssueSummary } from "@/lib/issues/schema";

type ById = (input: { id: string }) => Promise<Result<void>>;

interface IssueTableProps {
  issues: IssueSummary[];
  canRemove: boolean;
  trashIssue: ById;
  restoreIssue: ById;
}

/** The table of issues; on a phone each row becomes a small card. */
export function IssueTable({ issues, canRemove, trashIssue, restoreIssue }: IssueTableProps) {
  const [gone, setGone] = useState<string[]>([]);
  const restore = async (issue: IssueSummary) => {
    const answer = await attempt(restoreIssue({ id: issue.id }));
    if (answer.ok) setGone((ids) => ids.filter((id) => id !== issue.id));
    else toast.error(`“${issue.title}” could not be put back. ${answer.error.message}`);
  };
  const remove = async (issue: IssueSummary) => {
    setGone((ids) => [...ids, issue.id]);
    const answer = await attempt(trashIssue({ id: issue.id }));
    if (!answer.ok) {
      setGone((ids) => ids.filter((id) => id !== issue.id));
      toast.error(`“${issue.title}” stays here. ${answer.error.message}`);
      return;
    }
    toast(`“${issue.title}” is in the trash.`, {
      duration: 10_000,
      action: { label: "Undo", onClick: () => void restore(issue) },
    });
  };
  return (
    <div className="overflow-clip rounded-card border border-hair bg-paper">
      <table className="w-full max-md:block">
        <caption className="sr-only">Issues, their state and what readers have of them</caption>
        <thead className="text-left text-xs text-quiet max-md:sr-only">
          <tr className="*:px-4 *:py-2 *:font-medium">
            <th scope="col">Issue</th>
            <th scope="col">Work</th>
            <th scope="col">Readers</th>
            <th scope="col" className="text-right">
              Stories
            </th>
            <th scope="col">Last change</th>
            {canRemove ? (
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {issues
            .filter((issue) => !gone.includes(issue.id))
            .map((issue) => (
              <IssueRow key={issue.id} issue={issue} onRemove={canRemove ? () => void remove(issue) : null} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

function IssueRow({ issue, onRemove }: { issue: IssueSummary; onRemove: (() => void) | null }) {
  return (
    <tr className="relative border-t border-hair text-sm hover:bg-desk *:px-4 *:py-3 max-md:flex max-md:flex-wrap max-md:gap-x-4 max-md:px-4 max-md:py-3 max-md:first:border-t-0 max-md:*:p-0">
      <th scope="row" className="text-left font-normal max-md:w-full max-md:pr-9 max-md:pb-1.5">
        <IssueName issue={issue} />
      </th>
      <td>
        <WorkflowWord state={issue.workflowState} />
      </td>
      <td>
        <PublicationWord state={issue.publicationState} changedSincePublished={issue.changedSincePublished} />
        {issue.latestEdition ? (
          <span className="block text-xs text-quiet max-md:inline max-md:before:content-['_·_']">
            {editionPhrase(issue.latestEdition)}
          </span>
        ) : null}
      </td>
      <td className="tabular-nums md:text-right">
        {issue.stories}
        <span className="md:sr-only">{issue.stories === 1 ? " story" : " stories"}</span>
      </td>
      <td className="whitespace-nowrap text-quiet tabular-nums">
        <span className="md:sr-only">changed </span>
        <time dateTime={issue.updatedAt}>{shortDate(issue.updatedAt)}</time>
      </td>
      {onRemove ? (
        <td className="text-right max-md:absolute max-md:top-2 max-md:right-2">
          <IssueMenu issue={issue} onRemove={onRemove} />
        </td>
      ) : null}
    </tr>
  );
}

function IssueName({ issue }: { issue: IssueSummary }) {
  const week = shortWeek(issue.week);
  return (
    <>
      {/* The whole row leads there; what stands above it (z-10) keeps its own press. */}
      <Link
        href={`/desk/issues/${issue.id}`}
        className="font-serif text-lg font-medium [overflow-wrap:anywhere] after:absolute after:inset-0"
      >
        {issue.title}
      </Link>
      <span className="block text-sm text-quiet">
        {issue.number ? `Issue ${issue.number}` : "No number yet"}
        {week ? ` · ${week}` : ""}
      </span>
    </>
  );
}

function IssueMenu({ issue, onRemove }: { issue: IssueSummary; onRemove: () => void }) {
  const trigger = (
    <Button variant="quiet" size="sm" className="relative z-10" aria-label={`Actions for ${issue.title}`}>
      <Ellipsis aria-hidden size={16} />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuItem asChild>
        <Link href={`/desk/issues/${issue.id}/preview`}>Preview</Link>
      </MenuItem>
      {issue.publicationState === "published" ? (
        <MenuItem asChild>
          <a href={`/issues/${issue.slug}`} target="_blank" rel="noreferrer">
            Read it as readers do
          </a>
        </MenuItem>
      ) : null}
      {issue.publicationState === "unpublished" ? (
        <MenuItem onSelect={onRemove}>Remove</MenuItem>
      ) : (
        <MenuLabel>Readers have it: it stays</MenuLabel>
      )}
    </Menu>
  );
}
