import { answerImage } from "@/app/(public)/image-answer";
import { previewShows } from "@/lib/previews/public";

export const dynamic = "force-dynamic";

/** A picture of the draft behind a private link, for as long as the link works and the draft has it. */
export async function GET(
  request: Request,
  context: { params: Promise<{ token: string; id: string; width: string }> },
): Promise<Response> {
  const { token, ...place } = await context.params;
  return answerImage(request, place, async (imageId) =>
    (await previewShows(token, imageId)) ? "preview" : null,
  );
}
