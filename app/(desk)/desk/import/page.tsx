import type { Metadata } from "next";
import { ImportForm } from "@/components/desk/import-form";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { can } from "@/lib/policy";
import { acceptImport, readFile } from "./actions";

export const metadata: Metadata = { title: "Import" };

/** An issue that was written elsewhere: read, looked through, corrected, accepted. */
export default async function Import() {
  const actor = await requireDeskActor();
  if (!can(actor, "issue.import")) {
    return (
      <main>
        <EmptyState title="Editors import issues">
          Your role ({actor.role}) writes stories. Ask an editor to import this issue.
        </EmptyState>
      </main>
    );
  }
  return (
    <main className="mx-auto max-w-6xl px-4 py-8">
      <h1 className="mb-5 font-serif text-2xl font-medium">Import an issue</h1>
      <ImportForm readFile={readFile} acceptImport={acceptImport} />
    </main>
  );
}
