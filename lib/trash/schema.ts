import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";

/** Something in the trash. `at` is an ISO moment. */
export interface Trashed {
  kind: "story" | "issue";
  id: string;
  /** The headline or title. */
  title: string;
  /** Who removed it, where that is known. */
  by: string | null;
  at: string;
  /** Of a story: who wrote it. */
  author: string | null;
  /** Of a story: how it begins. */
  beginning: string;
  /** Of an issue: how many stories come back with it. */
  stories: number;
  /** Where it was: the issue and its section; null for the backlog, and where that place is gone. */
  from: Place | null;
  /** Where restoring puts it when this actor does it. */
  returnsTo: "section" | "backlog" | "issues";
  canRestore: boolean;
  /** Whether it may be erased; "published" when readers have had it, so that its record stays. */
  erasable: "yes" | "published" | "no";
}

/** A section of an issue, as people call it. */
export interface Place {
  issueId: string;
  issueTitle: string;
  issueNumber: number | null;
  sectionTitle: string;
}

export const trashedInput = z.strictObject({ id });

export const eraseInput = z.strictObject({ id, typed: oneLine().max(2_000) });

const MOST_TYPED = 40;

/** What a person types to say that they mean this one: the title, or as many of its first words as fit in 40 characters. */
export function nameToType(title: string): string {
  const words = title.trim().split(/\s+/);
  let name = words[0] ?? "";
  for (const word of words.slice(1)) {
    if (name.length + 1 + word.length > MOST_TYPED) break;
    name += ` ${word}`;
  }
  return name.slice(0, 2_000);
}

/** Whether what was typed is that name, however it is spaced or capitalised. */
export function isNameOf(title: string, typed: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/g, " ").toLowerCase();
  return plain(typed) === plain(nameToType(title));
}
