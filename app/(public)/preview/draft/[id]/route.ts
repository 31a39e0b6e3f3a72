import { draftDocument, forFrame } from "@/app/(public)/preview/draft-document";
import type { Rendered } from "@/app/(public)/render";
import { answerPrivately } from "@/app/(public)/respond";
import { currentActor } from "@/lib/auth/session";
import { previewEdition } from "@/lib/editions/queries";
import { AppError } from "@/lib/errors";
import { issueIdInput } from "@/lib/issues/schema";

export const dynamic = "force-dynamic";

async function draft(id: string): Promise<Rendered | null> {
  const actor = await currentActor();
  const asked = issueIdInput.safeParse({ id });
  if (!actor || !asked.success) return null;
  try {
    return forFrame(await draftDocument(await previewEdition(actor, asked.data.id)));
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

/** The draft as readers would get it, for whoever works here: what the desk's preview shows in its frame. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await context.params;
  return answerPrivately(request, () => draft(id), { framed: true });
}
