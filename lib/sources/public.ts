import { db } from "@/lib/db";
import type { Edition, EditionSource } from "@/lib/editions/schema";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import { type Conditions, passageKey, type SourceCondition } from "@/lib/sources/conditions";
import type { SourceState } from "@/lib/sources/state";

/** A quotation that is gone says of the whole page only that it changed: the quotation may be one of a draft. */
const CONDITION_OF: Partial<Record<SourceState, SourceCondition>> = {
  dead: "gone",
  moved: "moved",
  drifted: "changed",
  quotationGone: "changed",
  blocked: "unread",
};

/** The address of each source as this edition has it. */
function addressesOf(edition: Edition): Map<string, EditionSource> {
  const stories = edition.sections.flatMap((section) => section.stories);
  const cited = stories.flatMap((story) => [
    ...story.claims.flatMap((claim) => claim.evidence.map((item) => item.source)),
    ...story.sources,
  ]);
  return new Map(cited.map((source) => [source.id, source]));
}

const known = { id: true, state: true, stateSince: true } as const;

async function sourceConditions(edition: Edition): Promise<Conditions["sources"]> {
  const sources = addressesOf(edition);
  const rows = await db().source.findMany({
    where: { id: { in: [...sources.keys()] } },
    select: { ...known, canonicalUrl: true, mergedInto: { select: known } },
  });
  return new Map(
    rows.flatMap(({ id, canonicalUrl: now, mergedInto, ...own }) => {
      // Nobody looks at a merged one any more: what is known is known of the other.
      const { state, stateSince } = mergedInto ?? own;
      const condition = CONDITION_OF[state];
      const url = sources.get(id)?.url ?? null;
      // Since then it may have been given another address: what is known is known of that one.
      if (!condition || !stateSince || url === null || canonicalUrl(url) !== now) return [];
      return [[id, { condition, since: stateSince.toISOString() }] as const];
    }),
  );
}

async function gonePassages(edition: Edition): Promise<Conditions["gonePassages"]> {
  const claims = edition.sections.flatMap(({ stories }) => stories.flatMap((story) => story.claims));
  const told = new Set(
    claims.flatMap(({ id, evidence }) => evidence.map((item) => passageKey(id, item.source.id, item.exact))),
  );
  const rows = await db().evidence.findMany({
    where: { claimId: { in: claims.map((claim) => claim.id) }, goneSince: { not: null } },
    select: {
      claimId: true,
      exact: true,
      goneSince: true,
      snapshot: { select: { source: { select: { id: true, merged: { select: { id: true } } } } } },
    },
  });
  return new Map(
    rows.flatMap(({ claimId, exact, goneSince, snapshot: { source } }) =>
      // The edition may still name one that was merged into this one.
      [source, ...source.merged].flatMap(({ id }) => {
        const key = passageKey(claimId, id, exact);
        return goneSince && told.has(key) ? [[key, goneSince.toISOString()] as const] : [];
      }),
    ),
  );
}

/**
 * What became of the sources of a published edition, as of the last look at each. The edition itself never changes: this is
 * told beside it, and who keeps a page of it depends on TAGS.sources.
 */
export async function conditionsOf(edition: Edition): Promise<Conditions> {
  const [sources, passages] = await Promise.all([sourceConditions(edition), gonePassages(edition)]);
  return { sources, gonePassages: passages };
}
