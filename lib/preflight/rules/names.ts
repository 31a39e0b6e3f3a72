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
const keyOf = (text: string) =>
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
  const single = words.map((match) => spelling(match[0], match.index, prose, masked));
  const pairs = words.slice(1).flatMap((second, at) => {
    const first = words[at];
    if (!first || first.index + first[0].length + 1 !== second.index) return [];
    if (masked[second.index - 1] !== " " || !/^[\p{Lu}\p{N}]/u.test(second[0])) return [];
    return [spelling(`${first[0]} ${second[0]}`, first.index, prose, masked)];
  });
  return [...single, ...pairs].filter((each) => isName(each.text) && keyOf(each.text).length >= SHORTEST);
}

function spelling(text: string, at: number, prose: Prose, masked: string): Spelling {
  const before = masked.slice(0, at).trimEnd();
  const begins = before === "" || /[.!?:…—–¤()]$/.test(before);
  return { text: hyphens(text), prose, count: 1, within: !begins };
}

function gather(all: Spelling[]): Map<string, Map<string, Spelling>> {
  const names = new Map<string, Map<string, Spelling>>();
  for (const each of all) {
    const key = keyOf(each.text);
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
