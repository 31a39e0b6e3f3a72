import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ClaimsScreen } from "@/components/desk/claims-table/claims-screen";
import { Crumbs } from "@/components/desk/crumbs";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import type { TableAsked } from "@/lib/claims/table/address";
import { issueTable } from "@/lib/claims/table/queries";
import { issueIdInput } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import { askedBy, type Parameters, screenOf } from "../../../claims/read-table";
import { orNotFound } from "../../../or-not-found";

export const metadata: Metadata = { title: "Claims of an issue" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Parameters>;
}

function readOr404(actor: Actor, id: string, asked: TableAsked) {
  if (!issueIdInput.safeParse({ id }).success) notFound();
  return issueTable(actor, id, asked).catch(orNotFound);
}

/** The claims and analyses of an issue's draft. */
export default async function IssueClaims({ params, searchParams }: Props) {
  const actor = await requireDeskActor();
  const wanted = askedBy(await searchParams);
  const { issue, ...table } = await readOr404(actor, (await params).id, wanted);
  const { rows, shown, from, all, choices, places, asked } = await screenOf(actor, table, wanted);
  const toIssue = `/desk/issues/${issue.id}`;
  return (
    <main className="mx-auto max-w-[110rem] px-4 py-6">
      <Crumbs
        links={[{ href: toIssue, label: issue.number === null ? issue.title : `Issue ${issue.number}` }]}
      />
      <h1 className="mb-5 font-serif text-2xl font-medium text-balance">
        Claims<span className="text-quiet max-sm:sr-only"> · {issue.title}</span>
      </h1>
      <ClaimsScreen
        here={{ path: `${toIssue}/claims`, draft: issue.id, asked }}
        {...{ rows, shown, from, all, choices, places }}
        empty={
          <EmptyState
            title="No claim in this issue yet"
            action={
              <Link href={toIssue} className={buttonClass()}>
                To the issue
              </Link>
            }
          >
            Select a sentence in a story and attach evidence to it; it stands here then.
          </EmptyState>
        }
      />
    </main>
  );
}
