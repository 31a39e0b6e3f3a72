import { assets } from "@/app/(public)/assets";
import { type Rendered, renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { LEDGER, LEDGER_FEED } from "@/components/edition/addresses";
import { Document } from "@/components/edition/document";
import { LedgerPage } from "@/components/edition/ledger-page";
import { TAGS } from "@/lib/cache";
import { dayOf } from "@/lib/dates";
import { getPublication } from "@/lib/editions/public";
import { entityKey } from "@/lib/entities/key";
import { readKnownNames } from "@/lib/entities/public";
import { type KnownNames, standingName } from "@/lib/entities/resolve";
import { env } from "@/lib/env";
import { dueYears, type LedgerEntry, type LedgerFilter, readFilter } from "@/lib/ledger/entry";
import { readLedger } from "@/lib/ledger/public";

export const dynamic = "force-dynamic";

/** What the speaker of this key is called among those of the ledger; null where none is. */
function speakerOf(entries: readonly LedgerEntry[], known: KnownNames, key: string): string | null {
  const wanted = entityKey(standingName(known, key));
  const names = entries.flatMap(({ claim }) =>
    claim.speaker === null ? [] : standingName(known, claim.speaker),
  );
  return names.find((name) => entityKey(name) === wanted) ?? null;
}

/**
 * Of a filter whose speaker is an entityKey. Null for a speaker or a year of which nothing was published: such addresses are
 * endless, and none is kept.
 */
async function ledger(filter: LedgerFilter, today: string): Promise<Rendered | null> {
  const [publication, entries, known] = await Promise.all([getPublication(), readLedger(), readKnownNames()]);
  const speaker = filter.speaker === null ? null : speakerOf(entries, known, filter.speaker);
  if (filter.speaker !== null && speaker === null) return null;
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
        filter={{ ...filter, speaker }}
        today={today}
        language={publication.language}
        known={known}
      />
    </Document>,
  );
}

export function GET(request: Request): Promise<Response> {
  const asked = readFilter(new URL(request.url).searchParams);
  // A name has endless spellings: what is kept is one page for each speaker.
  const filter = { ...asked, speaker: asked.speaker === null ? null : entityKey(asked.speaker) };
  const today = dayOf(new Date());
  // What is due changes with the day, without a new edition.
  const { speaker, kind, state, year } = filter;
  const key = `${LEDGER} ${today} ${JSON.stringify([speaker, kind, state, year])}`;
  return answer(request, { key, produce: () => ledger(filter, today), tags: [TAGS.outcomes, TAGS.entities] });
}
