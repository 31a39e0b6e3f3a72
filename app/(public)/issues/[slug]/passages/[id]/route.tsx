import { assets } from "@/app/(public)/assets";
import { forward, type Rendered, renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { Document } from "@/components/edition/document";
import { PassagePage } from "@/components/edition/passage-page";
import { TAGS } from "@/lib/cache";
import { movedPassage } from "@/lib/editions/moved-passage";
import { findPassage } from "@/lib/editions/passages";
import { getEdition } from "@/lib/editions/public";
import { env } from "@/lib/env";
import { withOutcomes } from "@/lib/ledger/public";
import { conditionsOf } from "@/lib/sources/public";

export const dynamic = "force-dynamic";

/** Null where neither the latest edition of a published issue nor what settled its forecasts since holds the passage. */
async function passagePage(slug: string, id: string, address: string): Promise<Rendered | null> {
  const issue = await getEdition(slug);
  if (!issue) return null;
  const edition = await withOutcomes(issue.edition);
  // The published edition too: its addresses lead somewhere also when a forecast was opened again.
  const passage = findPassage(edition, id) ?? findPassage(issue.edition, id);
  if (!passage) {
    const moved = await movedPassage(edition, id);
    return moved === null ? null : forward(moved);
  }
  return renderDocument(
    <Document
      publication={edition.publication}
      assets={await assets()}
      head={{
        title: `${passage.item.source.title}: archived passage · ${edition.publication.name}`,
        description: "",
        canonical: new URL(address, env().PLUMBLINE_URL).href,
        // Somebody else's words out of their page: who searches for them should find that page, or our issue.
        unlisted: true,
      }}
    >
      <PassagePage edition={edition} passage={passage} conditions={await conditionsOf(edition)} />
    </Document>,
  );
}

export async function GET(
  request: Request,
  context: { params: Promise<{ slug: string; id: string }> },
): Promise<Response> {
  const { slug, id } = await context.params;
  const address = `/issues/${slug}/passages/${id}`;
  return answer(request, {
    key: address,
    produce: () => passagePage(slug, id, address),
    tags: [TAGS.sources, TAGS.outcomes],
  });
}
