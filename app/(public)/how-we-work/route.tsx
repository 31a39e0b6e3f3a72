import { assets } from "@/app/(public)/assets";
import { renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { HOW_WE_WORK } from "@/components/edition/addresses";
import { Document } from "@/components/edition/document";
import { HowWeWorkPage } from "@/components/edition/how-we-work";
import { getPublication } from "@/lib/editions/public";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

async function howWeWork() {
  const publication = await getPublication();
  return renderDocument(
    <Document
      publication={publication}
      assets={await assets()}
      head={{
        title: `How we work · ${publication.name}`,
        description: `How ${publication.name} marks facts, statements, forecasts and its own analysis, and what each sentence stands on.`,
        canonical: new URL(HOW_WE_WORK, env().PLUMBLINE_URL).href,
      }}
    >
      <HowWeWorkPage name={publication.name} />
    </Document>,
  );
}

export function GET(request: Request): Promise<Response> {
  return answer(request, { key: HOW_WE_WORK, produce: howWeWork });
}
