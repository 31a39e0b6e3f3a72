import { assets } from "@/app/(public)/assets";
import { renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { Document } from "@/components/edition/document";
import { ArchivePage } from "@/components/edition/site-pages";
import { getPublication, listEditions } from "@/lib/editions/public";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

async function archive() {
  const [publication, listings] = await Promise.all([getPublication(), listEditions()]);
  return renderDocument(
    <Document
      publication={publication}
      assets={await assets()}
      head={{
        title: `Archive · ${publication.name}`,
        description: `Every issue of ${publication.name}, by year.`,
        canonical: new URL("/archive", env().PLUMBLINE_URL).href,
      }}
    >
      <ArchivePage listings={listings} language={publication.language} />
    </Document>,
  );
}

export function GET(request: Request): Promise<Response> {
  return answer(request, { key: "/archive", produce: archive });
}
