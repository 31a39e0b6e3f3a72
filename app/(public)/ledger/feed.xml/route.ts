import { rendered } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { LEDGER_FEED } from "@/components/edition/addresses";
import { TAGS } from "@/lib/cache";
import { getPublication, listEditions } from "@/lib/editions/public";
import { env } from "@/lib/env";
import { resolutionsFeed } from "@/lib/ledger/feed";
import { readLedger } from "@/lib/ledger/public";

export const dynamic = "force-dynamic";

async function feed() {
  const [publication, entries, listings] = await Promise.all([
    getPublication(),
    readLedger(),
    listEditions(),
  ]);
  const since = new Date(listings[0]?.publishedAt ?? 0);
  const xml = resolutionsFeed(entries, publication, env().PLUMBLINE_URL, since);
  return rendered(xml, "application/atom+xml; charset=utf-8");
}

export function GET(request: Request): Promise<Response> {
  return answer(request, {
    key: LEDGER_FEED,
    produce: feed,
    tags: [TAGS.outcomes],
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
