import type { Metadata } from "next";
import { ClaimsScreen } from "@/components/desk/claims-table/claims-screen";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { publishedTable } from "@/lib/claims/table/queries";
import { askedBy, type Parameters, screenOf } from "./read-table";

export const metadata: Metadata = { title: "Claims" };

/** Every claim and analysis that was ever published; with drafts, those that readers have not had yet too. */
export default async function Claims({ searchParams }: { searchParams: Promise<Parameters> }) {
  const actor = await requireDeskActor();
  const wanted = askedBy(await searchParams);
  const { rows, shown, from, all, choices, places, asked } = await screenOf(
    actor,
    await publishedTable(actor, wanted),
    wanted,
  );
  return (
    <main className="mx-auto max-w-[110rem] px-4 py-8">
      <h1 className="font-serif text-2xl font-medium">Claims</h1>
      <p className="mt-1 mb-4 max-w-prose text-quiet">
        Everything that was ever published, as the latest edition has it and as it stands today.
      </p>
      <ClaimsScreen
        here={{ path: "/desk/claims", draft: null, asked }}
        {...{ rows, shown, from, all, choices, places }}
        empty={
          <EmptyState title="Nothing published yet">
            Claims and analyses stand here once an issue with some is published. With “Drafts too” those of
            drafts and of the backlog are shown now.
          </EmptyState>
        }
      />
    </main>
  );
}
