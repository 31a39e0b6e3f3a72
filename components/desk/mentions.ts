import type { Person } from "@/lib/threads/schema";

/** A stretch of a comment: plain words, or somebody's name after "@". */
export interface Stretch {
  text: string;
  person: Person | null;
}

/** The comment cut at the names it mentions; of several names that fit the longest counts ("@Ana Lima" before "@Ana"). */
export function stretches(text: string, people: readonly Person[]): Stretch[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const found: Stretch[] = [];
  let plain = "";
  for (let at = 0; at < text.length; ) {
    const person = byLength.find(({ name }) => text.startsWith(`@${name}`, at));
    if (person) {
      if (plain !== "") found.push({ text: plain, person: null });
      plain = "";
      found.push({ text: `@${person.name}`, person });
      at += person.name.length + 1;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  return plain === "" ? found : [...found, { text: plain, person: null }];
}

/** The ids of everybody whom a comment mentions; of people of one name, all: nobody is left out by guessing. */
export function mentionedIn(text: string, people: readonly Person[]): string[] {
  const names = new Set(stretches(text, people).flatMap(({ person }) => person?.name ?? []));
  return people.filter(({ name }) => names.has(name)).map(({ id }) => id);
}

/** What is being typed after "@" just before the caret, and where that begins; null when no name is being typed. */
export function mentionAt(text: string, caret: number): { start: number; query: string } | null {
  const match = /(^|[\s([“"'])@([\p{L}\p{M}\p{N}'’.-]*(?: [\p{L}\p{M}\p{N}'’.-]*)?)$/u.exec(
    text.slice(0, caret),
  );
  if (!match) return null;
  const query = match[2] ?? "";
  return { start: caret - query.length - 1, query };
}

/** The people whose name, or a word of it, begins with what was typed; 6 at most. */
export function candidates(query: string, people: readonly Person[]): Person[] {
  const wanted = query.toLocaleLowerCase();
  const fits = ({ name }: Person) => {
    const lower = name.toLocaleLowerCase();
    return lower.startsWith(wanted) || lower.split(" ").some((word) => word.startsWith(wanted));
  };
  return people.filter(fits).slice(0, 6);
}
