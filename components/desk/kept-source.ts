import { orUndefined } from "@/components/desk/or-undefined";
import type { SourceWords } from "@/components/desk/source-form";

const PREFIX = "plumbline:source:";

/** What of a source form is typed and neither added nor cancelled yet; only the fields that differ from what stood there. */
export interface KeptSource {
  read(): Partial<SourceWords> | null;
  /** Nothing typed, or null, clears. */
  write(words: Partial<SourceWords> | null): void;
}

/**
 * The half-filled source form of one story and person: of the source with this id, or of a new one. It lasts as long as
 * the window's session, over other stories and reloads. Storage may be full or forbidden: then nothing is kept.
 */
export function keptSource(key: string, source: string, storage: () => Storage): KeptSource {
  const name = `${PREFIX}${key}:${source}`;
  return {
    read: () => orUndefined(() => parse(storage().getItem(name))) ?? null,
    write(words) {
      const isEmpty = words === null || Object.keys(words).length === 0;
      orUndefined(() =>
        isEmpty ? storage().removeItem(name) : storage().setItem(name, JSON.stringify(words)),
      );
    },
  };
}

function parse(text: string | null): Partial<SourceWords> | null {
  const value: unknown = JSON.parse(text ?? "null");
  if (typeof value !== "object" || value === null) return null;
  const { title, publisher, byline, url } = value as Record<string, unknown>;
  const typed = Object.entries({ title, publisher, byline, url }).filter(
    ([, words]) => typeof words === "string",
  );
  return typed.length > 0 ? Object.fromEntries(typed) : null;
}
