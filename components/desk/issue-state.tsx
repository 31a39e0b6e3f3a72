import { shortDate } from "@/components/desk/dates";
import type { LatestEdition, PublicationState, WorkflowState } from "@/lib/issues/schema";

// States are words with a shape each: colour alone says nothing.

/** Each state of the work: its word and its shape. */
export const WORKFLOW: Record<WorkflowState, { shape: string; word: string }> = {
  drafting: { shape: "○", word: "Drafting" },
  inReview: { shape: "◐", word: "In review" },
  approved: { shape: "●", word: "Approved" },
};

const PUBLICATION: Record<PublicationState, { shape: string; word: string; className: string }> = {
  unpublished: { shape: "□", word: "Unpublished", className: "text-quiet" },
  scheduled: { shape: "◷", word: "Scheduled", className: "text-ink" },
  published: { shape: "■", word: "Published", className: "text-good" },
  withdrawn: { shape: "✕", word: "Withdrawn", className: "text-line" },
};

function Word({ shape, word, className = "" }: { shape: string; word: string; className?: string }) {
  return (
    <span className={`whitespace-nowrap ${className}`}>
      <span aria-hidden className="mr-1.5 text-xs">
        {shape}
      </span>
      {word}
    </span>
  );
}

/** How far the work on it is. */
export function WorkflowWord({ state }: { state: WorkflowState }) {
  return <Word {...WORKFLOW[state]} className="text-quiet" />;
}

interface PublicationWordProps {
  state: PublicationState;
  changedSincePublished: boolean;
}

/** What readers can see of it. */
export function PublicationWord({ state, changedSincePublished }: PublicationWordProps) {
  if (changedSincePublished && state === "published") {
    return <Word shape="◧" word="Published, changed since" className="text-line" />;
  }
  return <Word {...PUBLICATION[state]} />;
}

/** "Edition 2, 18 Mar 2026"; a dash where nothing was published. */
export function editionPhrase(latest: LatestEdition | null): string {
  return latest ? `Edition ${latest.number}, ${shortDate(latest.publishedAt)}` : "None yet";
}
