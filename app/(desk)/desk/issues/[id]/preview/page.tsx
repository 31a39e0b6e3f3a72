import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { partAddress, readPart } from "@/components/desk/part";
import { PreviewDesk } from "@/components/desk/preview-desk";
import { requireDeskActor } from "@/lib/auth/session";
import { getIssue } from "@/lib/issues/queries";
import { type IssueDraft, issueIdInput } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import { orNotFound } from "../../../or-not-found";
import { createPreviewLink, listPreviewLinks, restorePreviewLink, revokePreviewLink } from "./actions";

export const metadata: Metadata = { title: "Preview" };

interface Props {
  params: Promise<{ id: string }>;
  /** `part`: what was open on the draft's page when the preview was asked for. */
  searchParams: Promise<{ part?: string | string[] }>;
}

const actions = { createPreviewLink, listPreviewLinks, restorePreviewLink, revokePreviewLink };

async function readOr404(actor: Actor, id: string): Promise<IssueDraft> {
  if (!issueIdInput.safeParse({ id }).success) notFound();
  return getIssue(actor, id).catch(orNotFound);
}

/** The draft in the document that readers would get, at the width of a phone, a tablet or a desk; and a way to share it. */
export default async function Preview({ params, searchParams }: Props) {
  const actor = await requireDeskActor();
  const { id } = await params;
  const { part } = await searchParams;
  const opened = readPart(typeof part === "string" ? part : null);
  const { title, slug, latestEdition } = await readOr404(actor, id);
  return (
    <PreviewDesk
      issue={{ id, title, slug }}
      edition={(latestEdition?.number ?? 0) + 1}
      draftAddress={`/desk/issues/${id}${opened ? partAddress(opened) : ""}`}
      actions={can(actor, "preview.share") ? actions : null}
    />
  );
}
