import { Crumbs } from "@/components/desk/crumbs";
import { HistoryBar } from "@/components/desk/history-bar";
import { HistoryList } from "@/components/desk/history-list";
import { HistoryText } from "@/components/desk/history-text";
import type { RevisionDeeds } from "@/components/desk/revision-actions";
import type { ComparedPassage } from "@/lib/revisions/compare";
import type { RevisionLine, RevisionTarget } from "@/lib/revisions/schema";

interface HistoryPageProps {
  target: RevisionTarget;
  /** Where this document is: the way back, outermost first. */
  crumbs: { href: string; label: string }[];
  lines: RevisionLine[];
  shown: RevisionLine;
  base: RevisionLine | null;
  passages: ComparedPassage[];
  /** Whether the actor may name and restore. */
  canWrite: boolean;
  deeds: RevisionDeeds;
}

/** The versions of one document: all of them on the left, one beside another on the right. */
export function HistoryPage({ target, crumbs, lines, shown, base, passages, ...rest }: HistoryPageProps) {
  return (
    <main className="md:grid md:h-[calc(100dvh-var(--top-bar))] md:grid-cols-[17rem_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)]">
      <header className="border-b border-hair px-3 py-2.5 text-sm sm:px-4 md:col-span-2">
        <Crumbs links={crumbs}>
          <h1 className="font-semibold">Versions</h1>
        </Crumbs>
      </header>
      <HistoryList target={target} lines={lines} shown={shown} base={base} />
      <section aria-label="Comparison" className="min-w-0 md:overflow-y-auto">
        <HistoryBar target={target} lines={lines} shown={shown} base={base} {...rest} />
        {/* Other versions are another text: one begins at its top, at no change yet. */}
        <HistoryText
          key={`${shown.id} ${shown.version} ${base?.id}`}
          passages={passages}
          isFirst={base === null}
        />
      </section>
    </main>
  );
}
