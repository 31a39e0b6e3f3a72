import { analysis, byWords, type FindRule, nothing, wordsOf } from "@/lib/suggestions/finding";
import { isPersonLike } from "@/lib/suggestions/names";
import { isPeople } from "@/lib/suggestions/nouns";
import type { Reading } from "@/lib/suggestions/reading";

const INFERENCE =
  "(?:inference|interpretation|interpretive|analysis|analytical|conjecture|speculation|speculative|extrapolation|reading|gloss|opinion|judge?ment|deduction|guess|guesswork|editorial|hypothesis|synthesis|inferred)";
const POINTER =
  "(?:(?:that|this|the|these|those|both)(?:\\s+(?:last|first|second|third|final|latter|former|previous|preceding|two|next|whole|broader|strategic))*(?:\\s+(?:sentences?|conclusions?|distinctions?|points?|inferences?|readings?|claims?|half|parts?|paragraphs?|views?|comparisons?|framings?|judge?ments?|links?|statements?|assessments?|interpretations?|arguments?|lines?|connections?|steps?|remarks?|takes?|observations?|reasoning|characterisation|characterization|verdict|contrast|parallel|idea|estimates?))?|it)";

const DISCLAIMER = new RegExp(
  [
    `^(?:But |And |Still, |Again, |To be clear, |Of course, |Granted, )?${POINTER}(?:,? (?:of course|admittedly|to be clear|again),?)? (?:is|are|was|were|remains?|counts? as|should be read as|goes|go)\\b[^.;]{0,60}?\\b(?:${INFERENCE}|ours|mine|our own|not (?:something|a claim)|not the (?:authors?|company)(?:'s|’s)?)\\b`,
    `\\b(?:our|my|this newsletter(?:'s|’s)|the editors?(?:'s|’s|')?|an editorial) (?:own )?(?:${INFERENCE}|view|take|estimate|conclusion|assessment|characterisation|characterization|word|words|framing)\\b`,
    `\\b(?:analytical|interpretive|editorial) (?:rather than|not|point|judge?ment|conclusion|claim)`,
    `^(?:That|This|It) is (?:a|an|the)\\b[^.;]{0,30}\\b(?:forecast|prediction|projection|estimate|claim|target|promise|ambition|number|figure)\\b,? (?:not|rather than|and (?:it )?should)\\b`,
    `^(?:That|This|It) is a (?:vendor|company|manufacturer|sponsor|lobby|government|campaign|self)\\S* ?\\w*(?:forecast|prediction|projection|estimate|claim|figure)\\b`,
    `\\b(?:we|I) (?:infer|are inferring|am inferring|are speculating|am speculating|are extrapolating|are guessing|am guessing|read (?:it|this|that) as)\\b`,
  ].join("|"),
  "i",
);

/** "That is an inference", "that last sentence is analytical", "this conclusion is ours": the editor says what it is. */
export const disclaims: FindRule = byWords(DISCLAIMER, analysis);

const WEAK = /\b(?:forecast|prediction|projection|target|promise|ambition|number|figure|claim)\b/i;

/**
 * How many sentences before it a disclaimer labels too: "those two sentences" two, "that …" and "this …" one, and none
 * where it calls what went before a forecast or a claim of somebody else.
 */
export function pointsBack(cue: string): number {
  if (!new RegExp(INFERENCE, "i").test(cue) && WEAK.test(cue)) return 0;
  if (/^(?:But |And )?(?:these|those|the last|the previous) two\b/i.test(cue)) return 2;
  return /^(?:(?:But|And|Still,|Again,|To be clear,|Of course,|Granted,) )?(?:that|this|these|those|both|it|the (?:last|second|first|third|final|latter|previous|preceding))\b/i.test(
    cue,
  )
    ? 1
    : 0;
}

const SEEMS =
  /\b(?:appears?|seems?) (?:to|that|likely|unlikely|less|more|as if|set)\b|\b(?:appears?|seems?) (?=\w+ (?:to|that)\b)/i;
const HINTS =
  /\b(?:suggests?|hints? (?:at|that)|points? to(?:ward)?|implies|imply|indicates?|signals|tells us|foreshadows)\b/i;

/** "appears to", "suggests": an inference in plain words, where the subject is nobody who could say it. */
export const hedges: FindRule = (reading) => {
  const said = reading.attribution;
  const at = said ? (reading.tokens[said.cue.to - 1]?.end ?? 0) : 0;
  const seems = SEEMS.exec(reading.masked);
  if (seems && !(said && at <= seems.index)) return analysis(seems[0].trim());
  const hints = HINTS.exec(reading.masked);
  const isIt = reading.tokens[(said?.cue.to ?? 0) - 2]?.lower === "it";
  const isTheirs = said !== null && !(isHint(said.base) && (isIt || /\d/.test(said.speaker ?? "")));
  if (!hints || isTheirs || speaks(reading, hints.index)) return null;
  return analysis(hints[0]);
};

const isHint = (base: string) => /^(?:suggest|hint|imply|indicate|signal|show)$/.test(base);

/** Whether a person, people or an organisation stand right before the verb. */
function speaks({ tokens }: Reading, at: number): boolean {
  const before = tokens.findLast(
    (token) => token.end <= at && !/^(?:also|now|further|strongly)$/.test(token.lower),
  );
  return before !== undefined && (/^(?:he|she|they|who)$/.test(before.lower) || isPeople(before.lower));
}

/** What only leads on: questions, "Here is …", words to the reader. */
export const signposts: FindRule = byWords(
  /\?["”’)]*$|^(?:either way, )?(?:keep an eye|expect more|look out|watch for|here(?:'s|’s| is| are| come)\b|(?:see|read|watch|listen|subscribe|click|join|reply|tell us|let us know|let me know|step back|start with|stay tuned|more on|on to|next up|up next|first up|thanks|as always|in this issue|a few|a couple of)\b|(?:two|three|four|five|several|some|a few) (?:\w+ )?(?:things|points|details|numbers|items|lessons|caveats|questions) (?:are worth|stand|stood|to |worth|that matter|deserve|remain|follow|jump)|none of this is (?:medical|financial|legal|investment|tax)\b|(?:we|you|i)(?:'ll|’ll| will| shall| may| might) (?:see|find|remember|recall|notice|know|hear)\b|(?:a )?(?:quick|brief) (?:note|recap|reminder)\b|if you (?:follow|read|missed|want)\b|remember\b|recall that\b|now to\b|so (?:what|who|why|how)\b)/iu,
  nothing,
);

/** "I think", "our guess", "we would": the editor's first person with a verb or a noun of thinking. */
export const speaksForItself: FindRule = (reading) =>
  reading.attribution === null
    ? byWords(
        /^(?:[Ww]hy (?:it|this) matters|(?:[Tt]he )?[Bb]ottom line|(?:[Oo]ur|[Mm]y) (?:take|read|view)|(?:[Tt]he )?[Tt]akeaway|[Bb]etween the lines|[Tt]he big picture|[Rr]eality check|[Ss]o what|[Yy]es, but)\s*:|\b(?:I|[Ww]e)(?:['’](?:d|m|re|ve))?(?: (?:would|do|still|also|really|have|am|are|not|can|cannot|must|should|rather|don['’]t|can['’]t|wouldn['’]t))*(?: some)? (?:think|believe|suspect|doubt|doubtful|expect|find|guess|hope|fear|wonder|treat|sceptical|skeptical|sympathy|sympathise|sympathize|read|conclude|infer|argue|bet|say|call|see|like|prefer|recommend|agree|disagree|sure|convinced|worry|care)\b|\b(?:[Tt]o|[Ff]or) (?:us|me),|\b(?:[Mm]y|[Oo]ur) (?:own )?(?:read|reading|take|view|sense|guess|bet|hunch|verdict|opinion|advice|worry|hope|suspicion|money|point|conclusion|answer)\b/u,
        analysis,
      )(reading)
    : null;

const EMPHASIS =
  "(?:real|bigger|biggest|larger|harder|hardest|hard|deeper|broader|wider|central|key|main|more \\w+|most \\w+|under-?\\w+|interesting|important|open|obvious|strategic|practical|striking|notable|surprising|quiet|only|best|better|worst|worse|other|simple|simplest)";
const TOPIC =
  "(?:question|point|story|pattern|signal|effect|lesson|risk|issue|idea|news|part|problem|shift|test|takeaway|change|move|detail|implication|reason|difference|context|catch|trade-?off|challenge|thing|reading|explanation|picture|prize|race|logic|constraint|bottleneck|number|line)";

const WEIGHING = new RegExp(
  [
    `\\b(?:the|one|its|this|that) ${EMPHASIS}(?: \\w+)? ${TOPIC}\\b`,
    `\\b(?:less|more) [^.,;]{1,60}? than\\b(?! (?:[$€£¥]?\\d|a (?:year|month|week|decade)|half|twice|one|two|three|four|five|ten|double|usual|expected|before|ever))`,
    "\\b(?:not|isn't|isn’t) (?:just|only|merely|simply|so much)\\b|\\bno longer (?:just|only|merely)\\b",
    "\\b(?:matters?|mattered) (?:because|more|less|most|far|for|to|here|beyond)\\b|\\bmatters?[.,]|\\bmatter\\.$",
    "\\bwhat (?:makes|made) (?:this|that|it|them|the)\\b|\\bwhat (?:is|was) (?:striking|notable|new|missing|interesting|different)\\b",
    "\\bit is (?:also )?(?:worth|fair|easy|hard|tempting|telling|no accident|no surprise|difficult|reasonable|striking|notable|possible|clear|likely|unlikely|safe)\\b",
    "^(?:on paper|in other words|in effect|in context|in practice|in short|put differently|put simply|seen (?:that|this) way|on (?:that|this) (?:view|reading)|by that logic|taken together|in that sense|either way|of course|to be fair)\\b",
    "\\b(?:arguably|presumably|plainly|clearly|evidently|tellingly|notably|conspicuously|unsurprisingly|perhaps|maybe)\\b",
    "\\b(?:tells you|tells us|makes sense|speaks volumes|is telling|is revealing|raises the question|begs the question|is the point|is where|is why|is how|is what)\\b",
    "\\b(?:a|the) (?:clear |clearest |strong |good |useful |quiet |early )?(?:sign|signal|reminder|symptom|bet|moat|advantage|hint|test case|turning point|milestone|warning sign) (?:of|that|for|in|to)\\b",
    "\\b(?:looks?|feels?|sounds?|reads?) (?:like|more like|less like|set|increasingly|very|rather|a lot)\\b",
    "\\b(?:is|are) (?:much |far |a lot |even |often |usually |almost always )?(?:easier|harder|better|worse|cheaper|riskier|safer|stronger|weaker|simpler|bigger|smaller)\\b",
  ].join("|"),
  "i",
);

/** Weighing in the editor's voice: "the harder question", "not just", "matters more than", "what makes this …". */
export const weighs: FindRule = (reading) => {
  if (reading.attribution !== null) return null;
  // What is measured in figures and already happened is told, not weighed.
  if (reading.tense === "past" && /\d/.test(reading.masked)) return null;
  return byWords(WEIGHING, analysis)(reading);
};

const POINTING =
  /^(?:(?:But|And|Yet|Still,?|So|Then|Or|Also) )?(?:that|this|these|those|it|both|neither|either|one|the (?:other|former|latter|difference|distinction|result|effect|implication|upshot|logic|lesson|point|idea|irony|trouble|catch|question|answer|risk|danger|comparison|contrast|gap|timing|scale|direction|message|bet))(?:(?: [a-z]+){0,3}?) (?:is|are|isn't|isn’t|aren't|aren’t|means|would|could|may|might|can|cannot|does|do|makes|leaves|gives|explains|marks|shows|turns|puts|pushes|moves|changes|creates|reflects|raises|expands|stands|remains|fits|works|helps|goes|says?|looks?|seems?|feels?|sounds?|matters?)\b/i;

/** A judgement about what was said before: "that is a different model", "this makes …", in the present and without figures. */
export const judges: FindRule = (reading) => {
  if (reading.attribution !== null || reading.tense === "past" || /\d/.test(reading.masked)) return null;
  return byWords(POINTING, analysis)(reading);
};

/** A general truth nobody is named for: present tense, no figures, no names beyond its first word. */
export const generalises: FindRule = (reading) => {
  if (reading.attribution !== null || reading.tense === "past" || reading.ownWords < 3) return null;
  if (/\d/.test(reading.masked) || reading.names.some(({ text }) => isPersonLike(text))) return null;
  const verb = reading.tokens.findIndex((token) =>
    /^(?:is|are|isn't|aren't|can|cannot|can't|could|may|might|should|must|will|would|does|do|doesn't|don't|need|needs|means|tend|tends|depends?|hinges?|becomes?|remains?|seems?)$/.test(
      token.lower,
    ),
  );
  if (verb > 0) return analysis(wordsOf(reading, { from: verb, to: verb + 1 }));
  const plain =
    /(?<=\p{L} )\p{Ll}+[^s\W]s(?= (?:the|a|an|its|their|to|in|on|at|for|with|only|more|less|no|not|from|into|up|out|that|what|how|why|whether|all|every|and)\b)/u.exec(
      reading.masked,
    );
  if (plain && reading.names.length === 0) return analysis(plain[0]);
  // A condition whose verbs are not told by their form: "If prices fall, demand rises."
  return /^(?:if|when|unless|as long as|once|where)$/.test(reading.tokens[0]?.lower ?? "")
    ? analysis(wordsOf(reading, { from: 0, to: 1 }))
    : null;
};
