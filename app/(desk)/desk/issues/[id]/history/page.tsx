import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { HistoryPage } from "@/components/desk/history-page";
import { requireDeskActor } from "@/lib/auth/session";
import { getIssueName } from "@/lib/issues/queries";
import { issueIdInput } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import { orNotFound } from "../../../or-not-found";
import { nameRevision, restoreRevision } from "../../../revisions/actions";
import { type HistorySearch, readHistory } from "../../../revisions/read-history";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: HistorySearch;
}

const nameOr404 = cache(async (actor: Actor, id: string) => {
  if (!issueIdInput.safeParse({ id }).success) notFound();
  return getIssueName(actor, id).catch(orNotFound);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: `Versions of ${await nameOr404(actor, (await params).id)}` };
}

/** Every kept version of an issue's own words, one compared with another: `?version=…&with=…`. */
export default async function IssueHistory({ params, searchParams }: Props) {
  const actor = await requireDeskActor();
  const { id } = await params;
  const name = await nameOr404(actor, id);
  const target = { issueId: id };
  const history = await readHistory(actor, target, searchParams);
  return (
    <HistoryPage
      target={target}
      crumbs={[
        { href: "/desk", label: "Issues" },
        { href: `/desk/issues/${id}`, label: name },
      ]}
      {...history}
      canWrite={can(actor, "issue.edit")}
      deeds={{ nameRevision, restoreRevision }}
    />
  );
}
