import { assets } from "@/app/(public)/assets";
import { type Rendered, renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { LEDGER, LEDGER_FEED } from "@/components/edition/addresses";
import { Document } from "@/components/edition/document";
import { LedgerPage } from "@/components/edition/ledger-page";
import { TAGS } from "@/lib/cache";
import { dayOf } from "@/lib/dates";
import { getPublication } from "@/lib/editions/public";
import { readKnownNames } from "@/lib/entities/public";
import { standingName } from "@/lib/entities/resolve";
import { env } from "@/lib/env";
import { dueYears, type LedgerFilter, readFilter } from "@/lib/ledger/entry";
import { readLedger } from "@/lib/ledger/public";

export const dynamic = "force-dynamic";

/** Null for a speaker or a year of which nothing was published: such addresses are endless, and none is kept. */
async function ledger(filter: LedgerFilter, today: string): Promise<Rendered | null> {
  const [publication, entries, known] = await Promise.all([getPublication(), readLedger(), readKnownNames()]);
  const asked = filter.speaker === null ? null : standingName(known, filter.speaker);
  const isKnown = entries.some(
    ({ claim }) => claim.speaker !== null && standingName(known, claim.speaker) === asked,
  );
  if (asked !== null && !isKnown) return null;
  if (filter.year !== null && !dueYears(entries).includes(filter.year)) return null;
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
  const today = dayOf(new Date());
  // What is due changes with the day, without a new edition.
  const { speaker, kind, state, year } = filter;
  const key = `${LEDGER} ${today} ${JSON.stringify([speaker, kind, state, year])}`;
  return answer(request, { key, produce: () => ledger(filter, today), tags: [TAGS.outcomes, TAGS.entities] });
}
