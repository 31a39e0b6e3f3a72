/** What readers are told of a source's page. "unread": it is there, and it could not be read. */
export type SourceCondition = "gone" | "moved" | "changed" | "unread";

/**
 * What became of an edition's sources since it was published: read anew for each rendering of the page, never part of the
 * edition. Moments are ISO.
 */
export interface Conditions {
  /** By the source's id; one of which all is well is missing. */
  sources: ReadonlyMap<string, { condition: SourceCondition; since: string }>;
  /** By `passageKey`: since when the passage is no longer on its page; one that is there is missing. */
  gonePassages: ReadonlyMap<string, string>;
}

/** What names a passage of an edition, which holds no ids of its evidence. */
export function passageKey(claimId: string, sourceId: string, exact: string): string {
  return [claimId, sourceId, exact].join("\n");
}
