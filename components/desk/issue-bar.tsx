"use client";

import { Eye, SquareKanban, Table2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import type { Phase } from "@/components/desk/autosave-state";
import { useCommands } from "@/components/desk/commands";
import { shortWeek } from "@/components/desk/dates";
import { partAddress, readPart } from "@/components/desk/part";
import { SaveState } from "@/components/desk/save-state";
import { IssuePeople } from "@/components/desk/story-people";
import { saveEverything, useUnsaved } from "@/components/desk/unsaved";
import { Button, buttonClass } from "@/components/ui/button";
import type { IssueDraft } from "@/lib/issues/schema";

/** What a narrow window shows: one pane at a time. Wide ones show all three. */
export type View = "order" | "text" | "details";

const VIEWS: { view: View; label: string }[] = [
  { view: "order", label: "Order" },
  { view: "text", label: "Text" },
  { view: "details", label: "Details" },
];

interface IssueBarProps {
  issue: IssueDraft;
  /** The running order is being saved. */
  ordering: boolean;
  view: View;
  onView: (view: View) => void;
  children: ReactNode;
}

/** The bar over an issue: which one it is, whether everything is safe, and the ways out to readers. */
export function IssueBar({ issue, ordering, view, onView, children }: IssueBarProps) {
  const phase = useUnsaved();
  const shown: Phase = phase === "saved" && ordering ? "saving" : phase;
  const week = shortWeek(issue.week);
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-hair px-3 py-2 sm:px-4">
      <h1 className="min-w-0 flex-1 truncate">
        <span className="mr-2.5 font-serif text-lg font-semibold">
          {issue.number ? `Issue ${issue.number}` : "New issue"}
        </span>
        <span className="text-quiet">
          {issue.title}
          {week ? ` · ${week}` : ""}
        </span>
      </h1>
      <IssuePeople />
      <SaveState phase={shown} announces={false} />
      {/* On a phone the second row, on a very small one the third too. */}
      <div className="flex flex-wrap items-center gap-2 max-md:w-full">
        <Views view={view} onView={onView} />
        <Link href={`/desk/issues/${issue.id}/board`} aria-label="Board" className={buttonClass()}>
          <SquareKanban aria-hidden size={16} className="md:hidden" />
          <span className="max-md:hidden">Board</span>
        </Link>
        <ClaimsLink issueId={issue.id} />
        <PreviewLink issueId={issue.id} />
        {children}
      </div>
    </header>
  );
}

function ClaimsLink({ issueId }: { issueId: string }) {
  const address = `/desk/issues/${issueId}/claims`;
  const router = useRouter();
  const open = async () => {
    await saveEverything();
    router.push(address);
  };
  const words = "table filter export csv";
  useCommands([
    { id: "claims-table", title: "Claims as a table", group: "This issue", words, run: () => void open() },
  ]);
  return (
    <Link href={address} aria-label="Claims" className={buttonClass()}>
      <Table2 aria-hidden size={16} className="md:hidden" />
      <span className="max-md:hidden">Claims</span>
    </Link>
  );
}

/** Preview shows what the server has, so what was typed a moment ago is saved first. */
function PreviewLink({ issueId }: { issueId: string }) {
  const [pending, setPending] = useState(false);
  const router = useRouter();
  const open = async () => {
    setPending(true);
    await saveEverything();
    // The way back leads to the part that was open.
    const part = readPart(new URLSearchParams(window.location.search).get("part"));
    router.push(`/desk/issues/${issueId}/preview${part ? partAddress(part) : ""}`);
  };
  useCommands([{ id: "preview", title: "Preview", group: "This issue", run: () => void open() }]);
  return (
    <Button pending={pending} onClick={open} aria-label="Preview">
      <Eye aria-hidden size={16} className="md:hidden" />
      <span className="max-md:hidden">Preview</span>
    </Button>
  );
}

function Views({ view, onView }: { view: View; onView: (view: View) => void }) {
  return (
    <div className="flex min-w-0 gap-0.5 rounded-control bg-wash p-0.5 max-md:flex-1 max-md:basis-36 xl:hidden">
      {VIEWS.map(({ view: each, label }) => (
        <button
          key={each}
          type="button"
          aria-pressed={view === each}
          onClick={() => onView(each === view ? "text" : each)}
          className={`min-h-8 flex-1 rounded-[5px] px-1 text-sm sm:px-3 aria-pressed:bg-paper aria-pressed:font-semibold aria-pressed:shadow-[0_0_0_1px_var(--color-hair)] ${each === "details" ? "" : "md:hidden"}`}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
