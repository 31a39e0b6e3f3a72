import type { Kept } from "@/components/desk/autosave-state";
import { type Browser, type KeptByWindow, keptByWindow } from "@/components/desk/kept-by-window";

/** What one window keeps of the words of one document while they are not saved. */
export type KeptWords<V extends object> = KeptByWindow<Kept<V>>;

/** `key` names the document and the person. */
export function keptWords<V extends object>(key: string, browser: Browser): KeptWords<V> {
  return keptByWindow(`plumbline:unsaved:${key}`, parse<V>, browser);
}

function parse<V extends object>(value: unknown): Kept<V> | null {
  if (typeof value !== "object" || value === null) return null;
  const { version, patch, base, lost, theirs, at } = value as Partial<Kept<V>>;
  if (typeof version !== "number" || typeof at !== "string" || !patch || !base) return null;
  const kept = { version, patch, base, lost: Array.isArray(lost) ? lost : [], at };
  return typeof theirs?.version === "number" ? { ...kept, theirs } : kept;
}
