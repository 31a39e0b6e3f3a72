import type { Prose } from "@/lib/preflight/prose";
import type { Finding, Reading, Rule } from "@/lib/preflight/rule";
import { findQuotes, maskQuotes } from "@/lib/suggestions/quoted";

/** How one name is spelt, and where it was first spelt so. */
interface Spelling {
  text: string;
  prose: Prose;
  count: number;
  /** Stood where no sentence begins: its capital is its own. */
  within: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.‐‑-][\p{L}\p{N}\p{M}]+)*/gu;
/** Shorter runs of letters are too often two words in two spellings: "IT" and "It", "ICE" and "Ice". */
const SHORTEST = 4;

const hyphens = (text: string) => text.normalize("NFC").replace(/[‐‑]/g, "-");
/** Letter case, accents and hyphens aside. */
const keyOf = (text: string) => (/^[a-z0-9]*$/i.test(text) ? text.toLowerCase() : keyOfOther(text));
const keyOfOther = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}‐‑\s-]/gu, "")
    .toLowerCase();

const isName = (text: string) => /\p{Lu}/u.test(text);
/** Capitals or digits after the first letter: no sentence's beginning gives those. */
const hasOwnForm = (text: string) => /[\p{Lu}\p{N}]/u.test(text.slice(1));

function spellingsIn(prose: Prose): Spelling[] {
  const { text } = prose;
  // A line all in capitals says nothing of how its words are spelt.
  if (!/\p{Ll}/u.test(text)) return [];
  // Others' words keep others' spelling.
  const masked = maskQuotes(text, findQuotes(text));
  const words = [...masked.matchAll(WORD)];
  return words.flatMap((word, at) => {
    if (!isName(word[0])) return [];
    const within = !begins(masked, word.index);
    const make = (spelt: string): Spelling => ({ text: hyphens(spelt), prose, count: 1, within });
    const next = words[at + 1];
    const isJoined = next && masked.slice(word.index + word[0].length, next.index) === " ";
    const pair = isJoined && /^[\p{Lu}\p{N}]/u.test(next[0]) ? [make(`${word[0]} ${next[0]}`)] : [];
    return [make(word[0]), ...pair];
  });
}

/** Whether a sentence, or a line's second half, begins here: its capital says nothing. */
function begins(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at).trimEnd();
  return before === "" || /[.!?:…—–¤()]$/.test(before);
}

function gather(all: Spelling[]): Map<string, Map<string, Spelling>> {
  const names = new Map<string, Map<string, Spelling>>();
  for (const each of all) {
    const key = keyOf(each.text);
    if (key.length < SHORTEST) continue;
    const spellings = names.get(key) ?? new Map<string, Spelling>();
    const known = spellings.get(each.text);
    if (known) Object.assign(known, { count: known.count + 1, within: known.within || each.within });
    else spellings.set(each.text, each);
    names.set(key, spellings);
  }
  return names;
}

/** Two words, both of which stand for themselves too ("Open AI" beside "OpenAI" is one name; "Web Site" is not known to be). */
const isPair = (text: string) => text.includes(" ");

/**
 * Names spelt in two ways that differ only in capitals, accents, hyphens or a space. A spelling counts where its capitals are its
 * own: inside a word, or where no sentence begins. Two words with a space count only beside one word with a capital inside.
 */
function speltTwoWays({ prose }: Reading): Finding[] {
  const names = gather(prose.flatMap(spellingsIn));
  return [...names].flatMap(([key, spellings]): Finding[] => {
    const sure = [...spellings.values()].filter(({ text, within }) => within || hasOwnForm(text));
    const whole = sure.filter(({ text }) => !isPair(text));
    const counted = whole.some(({ text }) => hasOwnForm(text)) ? sure : whole;
    const [usual, other] = counted.toSorted((a, b) => b.count - a.count);
    if (!usual || !other || whole.length === 0) return [];
    return [
      {
        sentence: `One name is spelt two ways: “${usual.text}” (${usual.prose.where}) and “${other.text}” (${other.prose.where}).`,
        place: { ...other.prose.place, quote: other.text },
        about: key,
      },
    ];
  });
}

/** Names in the issue's own words; the titles of sources are others' words. */
export const NAME_RULES: Rule[] = [
  {
    name: "name-spelt-two-ways",
    level: "note",
    about: "A name is spelt one way throughout the issue.",
    check: speltTwoWays,
  },
];
