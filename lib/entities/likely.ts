import { bareName, entityKey } from "@/lib/entities/key";

/** Words that do not count among initials. */
const SMALL: ReadonlySet<string> = new Set(["of", "the", "for", "and", "in", "de", "la", "du", "und", "&"]);

const wordsOf = (key: string) => key.split(" ");

/** Letters and digits alone, without marks on them: "Open AI" and "OpenAI", "Café" and "Cafe". */
const skeleton = (key: string) => key.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "");

function initials(key: string): string {
  const words = wordsOf(key).filter((word) => !SMALL.has(word));
  return words.length < 2 ? "" : words.map((word) => [...word][0]).join("");
}

/** "huang" of "jensen huang", "orrin" of "orrin labs", "who" of "world health organization". */
function isShortOf(short: string, long: string): boolean {
  return (
    long.endsWith(` ${short}`) || long.startsWith(`${short} `) || initials(long) === short.replaceAll(".", "")
  );
}

/**
 * Whether one of two different names may be another way to write the other: the same letters, or the first or last words of the
 * longer one, or its initials. A general rule that knows no name, and only good enough to ask a person.
 */
export function mayBeOneName(a: string, b: string): boolean {
  const [one, other] = [entityKey(a), entityKey(b)];
  if (one === "" || other === "" || one === other) return false;
  const bones = skeleton(one);
  if (bones !== "" && bones === skeleton(other)) return true;
  return one.length < other.length ? isShortOf(one, other) : isShortOf(other, one);
}

interface Named {
  name: string;
  otherNames: readonly string[];
  kind: string | null;
}

/** Whether any name of the one may be another way to write one of the other; what is said to be of two kinds is not asked about. */
export function mayBeTheSame(a: Named, b: Named): boolean {
  if (a.kind !== null && b.kind !== null && a.kind !== b.kind) return false;
  return [a.name, ...a.otherNames].some((name) =>
    [b.name, ...b.otherNames].some((other) => mayBeOneName(name, other)),
  );
}

/** Of two names of one thing the one that says more: the longer, without what may stand about it. */
export function fullerName(a: string, b: string): string {
  return bareName(b).length > bareName(a).length ? b : a;
}
