// Who changed a document last, as the live stream says it: what is read again carries its words, not its author.
const changers = new Map<string, string | null>();

/** Notes who changed a document, by name (YOU for oneself in another window); null where that is not known. */
export function noteChanger(document: `story:${string}` | `issue:${string}`, by: string | null): void {
  changers.set(document, by);
}

/** Who changed the document of an autosave key ("story:<id>:<contributor id>") last, as far as this page has heard. */
export function changerOf(key: string): string | null {
  return changers.get(key.split(":").slice(0, 2).join(":")) ?? null;
}
