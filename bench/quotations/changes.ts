/** Numbers from 0 below `below` that look random and are the same on every run. */
export type Random = (below: number) => number;

/** Changes a sentence at a random place, or answers null where it has no such place. */
export type Change = (sentence: string, random: Random) => string | null;

function replaceOne(
  sentence: string,
  random: Random,
  pattern: RegExp,
  to: (match: RegExpMatchArray) => string,
) {
  const matches = [...sentence.matchAll(pattern)];
  const match = matches[random(Math.max(1, matches.length))];
  if (!match) return null;
  return sentence.slice(0, match.index) + to(match) + sentence.slice(match.index + match[0].length);
}

/** Replaces one of the words that `pairs` names ("from to, from to …") by its partner. */
function swapWords(pairs: string): Change {
  const partners = new Map(pairs.split(/,\s*/).map((pair) => pair.trim().split(" ") as [string, string]));
  const pattern = new RegExp(`\\b(?:${[...partners.keys()].join("|")})\\b`, "g");
  return (sentence, random) => replaceOne(sentence, random, pattern, ([word]) => partners.get(word) ?? word);
}

const letter = (random: Random, not: string): string => {
  const one = String.fromCharCode(97 + random(26));
  return one === not ? letter(random, not) : one;
};

const DRIFTS: [RegExp, string[]][] = [
  [/['’‘]/g, ["'", "’", "ʼ", "‘"]],
  [/["“”]/g, ['"', "“", "”", "„"]],
  [/[-–—]/g, ["-", "–", "—", "‑", "−"]],
  [/ /g, [" ", " ", " ", "\u00a0", "\u202f", "  ", "\n", "\u2009", " \u200b"]],
  [/(?<=[a-z]{2})(?=[a-z]{3})/g, ["", "", "", "", "", "\u00ad", "\u200b", "\u2060"]],
  [/fi/g, ["fi", "ﬁ"]],
  [/fl/g, ["fl", "ﬂ"]],
];

/** Another site's typography: marks, dashes, spaces, soft hyphens, ligatures, at every place anew. */
const typographic: Change = (sentence, random) => {
  const drifted = DRIFTS.reduce(
    (so, [pattern, forms]) => so.replace(pattern, () => forms[random(forms.length)] ?? ""),
    sentence,
  );
  return random(2) === 0 ? drifted.normalize("NFD") : drifted;
};

const SPELLINGS: [RegExp, string][] = [
  [/(?<=\b[a-z]{4,})iz(?=e|ing|ation)/g, "is"],
  [/(?<=\b[a-z]{3,})or(?=s?\b)(?<=(?:col|fav|behavi|hon|lab|flav|hum)or)/g, "our"],
  [/(?<=\b[a-z]{3,})our(?<=(?:col|fav|behavi|hon|lab|harb|hum)our)/g, "or"],
  [
    /(?<=\b[a-z]{4,})is(?=e[sd]?\b|ing\b|ation)(?<=(?:organ|real|util|optim|general|emphas|special|author)is)/g,
    "iz",
  ],
  [/(?<=\b(?:trave|labe|cance|mode|signa))l(?=ed|ing)/g, "ll"],
];
/** One word in the other spelling of English. */
const spelling: Change = (sentence, random) => {
  const changed = SPELLINGS.map(([pattern, to]) => replaceOne(sentence, random, pattern, () => to));
  return changed.find((made) => made !== null) ?? null;
};

/** Every change, what it is called in the table, and whether a quotation with it may be accepted. */
export const CHANGES: { name: string; isDrift: boolean; change: Change }[] = [
  { name: "typographic drift", isDrift: true, change: typographic },
  { name: "British or American spelling", isDrift: true, change: spelling },
  {
    name: "one digit changed",
    isDrift: false,
    change: (sentence, random) =>
      replaceOne(sentence, random, /\d/g, ([digit]) => String((Number(digit) + 1 + random(9)) % 10)),
  },
  {
    name: "“not” inserted",
    isDrift: false,
    change: (sentence, random) => replaceOne(sentence, random, /(?<=[a-z]) (?=[a-z])/g, () => " not "),
  },
  {
    name: "“not” deleted",
    isDrift: false,
    change: (sentence, random) =>
      replaceOne(
        sentence,
        random,
        /\b(?:not|never|no) |(?<=\b(?:is|was|do|does|did|has|have|ca|wo))n['’]t\b/g,
        () => "",
      ),
  },
  {
    name: "negation contracted in",
    isDrift: false,
    change: (sentence, random) =>
      replaceOne(
        sentence,
        random,
        /\b(?:is|was|are|were|do|does|did|has|have|can|could|should|would)\b/g,
        ([verb]) => (verb === "can" ? "can't" : `${verb}n't`),
      ),
  },
  {
    name: "modal changed",
    isDrift: false,
    change: swapWords(
      "will may, can could, could would, would could, must might, may must, might will, should could, cannot can",
    ),
  },
  {
    name: "words swapped",
    isDrift: false,
    change: (sentence, random) =>
      replaceOne(sentence, random, /\b([A-Za-z]+) ([A-Za-z]+)\b/g, ([, one, other]) => `${other} ${one}`),
  },
  {
    name: "number word changed",
    isDrift: false,
    change: swapWords(
      `one two, two ten, three four, four five, five six, six ten, million billion, billion trillion, first third, second first,
      third second, last first, single double, once twice, hundred thousand, thousand hundred, half third`,
    ),
  },
  {
    name: "name changed by a letter",
    isDrift: false,
    change: (sentence, random) =>
      replaceOne(sentence, random, /(?<=[a-z,] )[A-Z][a-z]{2,}\b/g, ([name]) => {
        const at = 1 + random(name.length - 1);
        return name.slice(0, at) + letter(random, name[at] ?? "") + name.slice(at + 1);
      }),
  },
  {
    name: "quantifier changed",
    isDrift: false,
    change: swapWords(
      `all some, some all, many few, few many, every any, any every, most some, more less, less more, both either, only also,
      always often, often always, several all, much little, each no, enough little`,
    ),
  },
  {
    name: "antonym prefix",
    isDrift: false,
    change: (sentence, random) => {
      const taken = replaceOne(sentence, random, /\b(?:un|in|im|dis|non)(?=[a-z]{5,})/g, () => "");
      const prefixes = ["un", "a", "in", "dis", "non-", "im"];
      const prefix = prefixes[random(prefixes.length)] ?? "";
      const put = replaceOne(sentence, random, /\b[a-z]{5,}\b/g, ([word]) => prefix + word);
      return taken !== null && random(2) === 0 ? taken : put;
    },
  },
  {
    name: "ending changed",
    isDrift: false,
    change: (sentence, random) =>
      replaceOne(sentence, random, /\b[a-z]{4,}\b/g, ([word]) =>
        /[sd]$/.test(word) ? word.slice(0, -1) : `${word}${word.endsWith("e") ? "d" : "s"}`,
      ),
  },
];
