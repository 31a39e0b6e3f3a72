import { answerImage } from "@/app/(public)/image-answer";
import { currentActor } from "@/lib/auth/session";
import { isPublished } from "@/lib/images/public";
import { can } from "@/lib/policy";

export const dynamic = "force-dynamic";

/** A picture in a published issue, for everybody; any other, for whoever works here. */
export async function GET(
  request: Request,
  context: { params: Promise<{ id: string; width: string }> },
): Promise<Response> {
  return answerImage(request, await context.params, async (imageId) => {
    if (await isPublished(imageId)) return "public";
    const actor = await currentActor();
    return actor && can(actor, "issue.read") ? "private" : null;
  });
}
