import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Crumbs } from "@/components/desk/crumbs";
import { dayAndTime } from "@/components/desk/dates";
import { SnapshotReader } from "@/components/desk/evidence/snapshot-reader";
import { requireDeskActor } from "@/lib/auth/session";
import { getSnapshotText } from "@/lib/evidence/queries";
import { snapshotTextInput } from "@/lib/evidence/schema";
import { orNotFound } from "../../../../or-not-found";
import { sourceOr404 } from "../../../source-or-404";

interface Props {
  params: Promise<{ id: string; snapshot: string }>;
}

const ORIGIN = { fetched: "as read", typed: "as typed by hand", demoExcerpt: "a demo excerpt of" } as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: `Text of ${(await sourceOr404(actor, (await params).id)).title}` };
}

/** What a source said at one moment. */
export default async function SnapshotPage({ params }: Props) {
  const actor = await requireDeskActor();
  const { id, snapshot } = await params;
  const source = await sourceOr404(actor, id);
  if (!snapshotTextInput.safeParse({ id: snapshot }).success) notFound();
  const text = await getSnapshotText(actor, { id: snapshot }).catch(orNotFound);
  if (text.sourceId !== id) notFound();
  const { origin, readAt, pages } = text;
  return (
    <main className="mx-auto grid h-[calc(100dvh-var(--top-bar))] max-w-4xl grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] px-3 py-4 sm:px-4">
      <header className="mb-3">
        <Crumbs
          links={[
            { href: "/desk/sources", label: "Sources" },
            { href: `/desk/sources/${id}`, label: source.title },
          ]}
        />
        <h1 className="font-semibold">
          Text, {ORIGIN[origin]} {dayAndTime(readAt)}
        </h1>
      </header>
      <div className="grid min-h-0 overflow-clip rounded-card border border-hair bg-paper">
        <SnapshotReader label={`Text of ${source.title}`} text={text.text} pages={pages} />
      </div>
    </main>
  );
}
