import "@/components/edition/edition.css";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { partAddress, readPart } from "@/components/desk/part";
import { IssuePage } from "@/components/edition/issue-page";
import { buttonClass } from "@/components/ui/button";
import { requireDeskActor } from "@/lib/auth/session";
import { previewEdition } from "@/lib/editions/queries";
import type { Edition } from "@/lib/editions/schema";
import { AppError } from "@/lib/errors";
import { issueIdInput } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";

export const metadata: Metadata = { title: "Preview" };

interface Props {
  params: Promise<{ id: string }>;
  /** `part`: what was open on the draft's page when the preview was asked for. */
  searchParams: Promise<{ part?: string | string[] }>;
}

async function readOr404(actor: Actor, id: string): Promise<Edition> {
  if (!issueIdInput.safeParse({ id }).success) notFound();
  return previewEdition(actor, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  });
}

/** The draft compiled as publishing would compile it, shown by the components that show readers an edition. */
export default async function Preview({ params, searchParams }: Props) {
  const actor = await requireDeskActor();
  const { id } = await params;
  const { part } = await searchParams;
  const opened = readPart(typeof part === "string" ? part : null);
  const edition = await readOr404(actor, id);
  return (
    <>
      <aside
        aria-label="Preview"
        className="sticky top-(--top-bar) z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line bg-paper px-3 py-2 text-sm sm:px-4"
      >
        <p>
          <span aria-hidden className="mr-2 text-line">
            ◇
          </span>
          <strong className="font-semibold">Preview of edition {edition.edition}.</strong> As readers would
          see it if it were published now; it is not.
        </p>
        <Link
          href={`/desk/issues/${id}${opened ? partAddress(opened) : ""}`}
          className={buttonClass({ size: "sm" })}
        >
          Back to the draft
        </Link>
      </aside>
      <main className="edition">
        <IssuePage edition={edition} published={false} />
      </main>
    </>
  );
}
