import { generateAtomFeed } from "feedsmith";
import { withoutControls } from "@/lib/characters";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { PublicationName } from "@/lib/editions/listing";
import type { LedgerEntry } from "@/lib/ledger/entry";
import { stateWords } from "@/lib/ledger/words";

/** How many resolutions the feed holds, the latest first. */
const LENGTH = 50;

/** When it was settled; where the desk has not noted the moment, when readers first had it so. */
const settledAt = ({ claim, publishedAt }: LedgerEntry) => claim.due.resolvedAt ?? publishedAt;

function summary({ claim }: LedgerEntry): string {
  const settling = claim.evidence.filter((item) => item.relation === "resolves");
  const passages = settling.map(
    ({ exact, source }) => `“${exact}” (${[source.title, source.publisher].filter(Boolean).join(", ")})`,
  );
  const { resolution = "", criteria } = claim.due;
  return [claim.text, resolution, criteria ? `It was to count as settled so: ${criteria}` : "", ...passages]
    .filter(Boolean)
    .join("\n\n");
}

function feedEntry(entry: LedgerEntry, at: (path: string) => string) {
  const { id, kind, speaker, text, due } = entry.claim;
  const who = speaker ? ` by ${speaker}` : "";
  const address = at(`/ledger#c-${id}`);
  return {
    // Named with its outcome: one that is settled anew, otherwise, is news again.
    id: `${address}-${due.outcome}`,
    title: { value: `${KIND_MARKS[kind].word}${who} ${stateWords(kind, due.outcome)}: ${text}` },
    updated: new Date(settledAt(entry)),
    links: [{ href: address, rel: "alternate", type: "text/html" }],
    summary: { value: summary(entry), type: "text" },
  };
}

/**
 * What was settled of the ledger, as an Atom feed (RFC 4287), the latest 50. `site` is the absolute address of the
 * publication; `since` the moment that an empty feed says it was last changed.
 */
export function resolutionsFeed(
  entries: readonly LedgerEntry[],
  publication: PublicationName,
  site: string,
  since: Date,
): string {
  const at = (path: string) => new URL(path, site).href;
  const settled = entries
    .filter(({ claim }) => claim.due.outcome !== "open")
    .sort((a, b) => settledAt(b).localeCompare(settledAt(a)))
    .slice(0, LENGTH);
  const [latest] = settled;
  return generateAtomFeed({
    id: at("/ledger"),
    title: { value: `${publication.name}: what became of forecasts and commitments` },
    updated: latest ? new Date(settledAt(latest)) : since,
    authors: [{ name: publication.name }],
    links: [
      { href: at("/ledger"), rel: "alternate", type: "text/html" },
      { href: at("/ledger/feed.xml"), rel: "self", type: "application/atom+xml" },
    ],
    entries: settled.map((entry) => feedEntry(withoutControls(entry), at)),
  });
}
