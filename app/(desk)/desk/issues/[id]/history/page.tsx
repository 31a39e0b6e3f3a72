import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { HistoryPage } from "@/components/desk/history-page";
import { requireDeskActor } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { getIssueName } from "@/lib/issues/queries";
import { issueIdInput } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import { compareRevisions, listRevisions } from "@/lib/revisions/queries";
import { nameRevision, restoreRevision } from "../../../revisions/actions";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ version?: string | string[]; with?: string | string[] }>;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

function orNotFound(error: unknown): never {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
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
  const { version, with: base } = await searchParams;
  const name = await nameOr404(actor, id);
  const target = { issueId: id };
  const lines = await listRevisions(actor, target).catch(orNotFound);
  const chosen = { shown: one(version), base: one(base) };
  const comparison = await compareRevisions(actor, target, lines, chosen).catch(orNotFound);
  return (
    <HistoryPage
      target={target}
      crumbs={[
        { href: "/desk", label: "Issues" },
        { href: `/desk/issues/${id}`, label: name },
      ]}
      lines={lines}
      {...comparison}
      canWrite={can(actor, "issue.edit")}
      deeds={{ nameRevision, restoreRevision }}
    />
  );
}
