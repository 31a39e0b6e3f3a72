import { draftDocument, withImagesUnder } from "@/app/(public)/preview/draft-document";
import { answerPrivately } from "@/app/(public)/respond";
import { DraftNotice } from "@/components/edition/draft-notice";
import { openPreview } from "@/lib/previews/public";

export const dynamic = "force-dynamic";

/** The draft behind a private link, which says that it is one. */
export async function GET(
  request: Request,
  context: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await context.params;
  return answerPrivately(request, async () => {
    const preview = await openPreview(token);
    if (!preview) return null;
    const document = await draftDocument(preview.edition, <DraftNotice sharedBy={preview.sharedBy} />);
    return withImagesUnder(document, `/preview/${token}`);
  });
}
