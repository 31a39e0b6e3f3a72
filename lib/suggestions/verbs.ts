/** What a verb of saying needs after it before it reports anything. */
type Complement =
  /** Nothing: "X warned of …", "X called it …". */
  | "any"
  /** "that", a quotation, a colon or a clause: "X reported that …", but not "X reported a profit". */
  | "clause"
  /** "as" or "at": "X frames it as …", "X lists it at …". */
  | "as"
  /** Somebody else's words: "X rejects that number", "X backs the idea". */
  | "view"
  /** A chance or a course: "X sees prices rising", "X sees a 35% chance". */
  | "ahead"
  /** "to" and a verb: "X agreed to …". */
  | "to";

export interface SpeechVerb {
  base: string;
  complement: Complement;
  mode: "assertion" | "forecast" | "commitment";
}

const ASSERTING =
  "say disagree confirm claim argue warn note insist contend acknowledge admit concede deny dispute allege assert explain stress " +
  "emphasise emphasize highlight caution complain counter believe think tell state announce describe dismiss urge underline " +
  "underscore tout boast hail welcome criticise criticize condemn denounce blame accuse recommend advise advocate " +
  "call label dub praise applaud protest quip joke lament brag reiterate testify tweet clarify " +
  "downplay attribute rebut refute mention bemoan decry assure reassure retort opine posit speculate fret credit liken fault apologise apologize regret justify mock ridicule object plead threaten " +
  "thank favour favor equate compare defend congratulate";
const NEEDS_CLAUSE =
  "rule report reveal add write find conclude respond reply post disclose maintain declare observe remark hint imply " +
  "recall suspect worry fear hope agree suggest signal propose point demand ask indicate show demonstrate specify " +
  "calculate hold stipulate record document repeat comment publish doubt reason";
const NEEDS_AS =
  "frame position present portray characterise characterize pitch market bill cast paint advertise promote list quote " +
  "refer put define regard view peg classify summarise summarize";
const FORETELLING = "expect predict forecast project anticipate foresee envisage";
/** A figure now or later: forecasts only beside a time to come. */
const RECKONING = "estimate reckon";
const PROMISING = "promise pledge vow swear undertake guarantee";
const INTENDING = "plan intend agree aim commit";

/** Past and participle of verbs that are not regular. */
const IRREGULAR: Record<string, string[]> = {
  say: ["said"],
  tell: ["told"],
  write: ["wrote", "written"],
  think: ["thought"],
  find: ["found"],
  hold: ["held"],
  see: ["saw", "seen"],
  put: ["put"],
  cast: ["cast"],
  forecast: ["forecast", "forecasted"],
  foresee: ["foresaw", "foreseen"],
  swear: ["swore", "sworn"],
  undertake: ["undertook", "undertaken"],
  show: ["showed", "shown"],
  rebut: ["rebutted"],
  admit: ["admitted"],
  commit: ["committed"],
  plan: ["planned"],
  refer: ["referred"],
  quip: ["quipped"],
  brag: ["bragged"],
  fret: ["fretted"],
  peg: ["pegged"],
  dub: ["dubbed"],
  label: ["labelled", "labeled"],
  signal: ["signalled", "signaled"],
  bill: ["billed"],
};

function forms(base: string): string[] {
  const stem = base.replace(/e$/, "");
  const third = /[^aeiou]y$/.test(base)
    ? base.replace(/y$/, "ies")
    : base + (/(?:s|sh|ch|x|o)$/.test(base) ? "es" : "s");
  const regular = /[^aeiou]y$/.test(base) ? base.replace(/y$/, "ied") : `${stem}ed`;
  const past = IRREGULAR[base] ?? [regular];
  const doubled = past[0]?.match(/^(.+([bdgmnprt])\2)ed$/)?.[1];
  const participle = /ee$/.test(base) ? `${base}ing` : `${doubled ?? stem}ing`;
  return [base, third, ...past, participle];
}

/** Verbs of saying by every form of theirs: present, past, participles; British and American spelling. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = new Map(
  (
    [
      [ASSERTING, "any", "assertion"],
      [NEEDS_CLAUSE, "clause", "assertion"],
      [NEEDS_AS, "as", "assertion"],
      [FORETELLING, "any", "forecast"],
      [
        "reject question challenge oppose support back endorse echo contest share accept second",
        "view",
        "assertion",
      ],
      ["see", "ahead", "forecast"],
      [RECKONING, "any", "assertion"],
      [PROMISING, "any", "commitment"],
      [INTENDING, "to", "commitment"],
    ] as const
  ).flatMap(([verbs, complement, mode]) =>
    verbs
      .split(" ")
      .flatMap((base) => forms(base).map((form): [string, SpeechVerb] => [form, { base, complement, mode }])),
  ),
);

/** Pasts that do not end in -ed, for telling what happened. */
const PASTS = new Set(
  (
    "was were had did said told rose fell grew shrank won lost beat sold bought made took went came began became kept held " +
    "led met paid ran sent set spent found built got gave drew drove left saw threw shot struck cut hit put split spread shut " +
    "broke chose brought thought wrote spoke stood sat felt dealt read swept slid sank swung tore wore woke withdrew undertook " +
    "overtook underwent forgave froze hung hid laid lent lit meant rode rang sang shook shone slept stuck stole swam taught " +
    "heard upheld understood burnt learnt dug fed fled flew fought forbade ground knew outran overran rebuilt reset resold sought bet"
  ).split(" "),
);
/** Ambiguous with the present or a noun, so not enough alone. */
const NOT_PAST = new Set(
  "need speed indeed feed seed exceed proceed succeed embed red shed hundred led-based used-based kindred sacred bed".split(
    " ",
  ),
);

/** Whether a word is a past or a participle. */
export function isPast(lower: string): boolean {
  return PASTS.has(lower) || (lower.length > 3 && /[^e]ed$|eed$|ied$/.test(lower) && !NOT_PAST.has(lower));
}
