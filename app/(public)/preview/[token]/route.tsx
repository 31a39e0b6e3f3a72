import { altered, draftDocument } from "@/app/(public)/preview/draft-document";
import { answerPrivately } from "@/app/(public)/respond";
import { DraftNotice } from "@/components/edition/draft-notice";
import { openPreview } from "@/lib/previews/public";

export const dynamic = "force-dynamic";

const IMAGE = /(?<=["\s])\/images\/(?=[0-9a-f-]{36}\/\d+)/gu;

/**
 * The draft behind a private link. Its pictures are not public yet, so they are asked for under the link too: the
 * components know one address of a picture, readers' own, and this page is the only one where it is another.
 */
export async function GET(
  request: Request,
  context: { params: Promise<{ token: string }> },
): Promise<Response> {
  const { token } = await context.params;
  return answerPrivately(request, async () => {
    const preview = await openPreview(token);
    if (!preview) return null;
    const document = await draftDocument(preview.edition, <DraftNotice sharedBy={preview.sharedBy} />);
    return altered(document, (html) => html.replaceAll(IMAGE, `/preview/${token}/images/`));
  });
}
