import { assets } from "@/app/(public)/assets";
import { renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { Document } from "@/components/edition/document";
import { HomePage } from "@/components/edition/site-pages";
import { getEdition, getPublication, listEditions } from "@/lib/editions/public";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

async function home() {
  const [publication, listings] = await Promise.all([getPublication(), listEditions()]);
  const found = listings[0] ? await getEdition(listings[0].slug) : null;
  const latest = found && "edition" in found ? found.edition : null;
  return renderDocument(
    <Document
      isHome
      publication={publication}
      assets={await assets()}
      head={{
        title: publication.name,
        description: publication.tagline,
        canonical: new URL("/", env().PLUMBLINE_URL).href,
      }}
    >
      <HomePage language={publication.language} latest={latest} listings={listings} />
    </Document>,
  );
}

export function GET(request: Request): Promise<Response> {
  return answer(request, { key: "/", produce: home });
}
