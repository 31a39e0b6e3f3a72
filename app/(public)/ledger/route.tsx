import { assets } from "@/app/(public)/assets";
import { type Rendered, renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { LEDGER, LEDGER_FEED } from "@/components/edition/addresses";
import { Document } from "@/components/edition/document";
import { LedgerPage } from "@/components/edition/ledger-page";
import { TAGS } from "@/lib/cache";
import { getPublication } from "@/lib/editions/public";
import { readKnownNames } from "@/lib/entities/public";
import { standingName } from "@/lib/entities/resolve";
import { env } from "@/lib/env";
import { type LedgerFilter, readFilter } from "@/lib/ledger/entry";
import { readLedger } from "@/lib/ledger/public";

export const dynamic = "force-dynamic";

/** Null for a speaker of whom nothing was published: such addresses are endless, and none is kept. */
async function ledger(filter: LedgerFilter, today: string): Promise<Rendered | null> {
  const [publication, entries, known] = await Promise.all([getPublication(), readLedger(), readKnownNames()]);
  const asked = filter.speaker === null ? null : standingName(known, filter.speaker);
  const isKnown = entries.some(
    ({ claim }) => claim.speaker !== null && standingName(known, claim.speaker) === asked,
  );
  if (asked !== null && !isKnown) return null;
  return renderDocument(
    <Document
      publication={publication}
      assets={await assets()}
      head={{
        title: `Ledger · ${publication.name}`,
        description: `Every forecast and commitment that ${publication.name} has published, when it falls due, and how it came out.`,
        canonical: new URL(LEDGER, env().PLUMBLINE_URL).href,
        alternates: [{ type: "application/atom+xml", title: "What was settled", href: LEDGER_FEED }],
      }}
    >
      <LedgerPage
        entries={entries}
        filter={{ ...filter, speaker: asked }}
        today={today}
        language={publication.language}
        known={known}
      />
    </Document>,
  );
}

export function GET(request: Request): Promise<Response> {
  const filter = readFilter(new URL(request.url).searchParams);
  const today = new Date().toISOString().slice(0, 10);
  // What is due changes with the day, without a new edition.
  const key = `${LEDGER} ${today} ${JSON.stringify([filter.speaker, filter.kind, filter.state])}`;
  return answer(request, { key, produce: () => ledger(filter, today), tags: [TAGS.entities] });
}
