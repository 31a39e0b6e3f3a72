import { aliasesOf, nameKey } from "@/lib/suggestions/aliases";
import { Cast } from "@/lib/suggestions/cast";
import { certaintyOf } from "@/lib/suggestions/certainty";
import { analysis, type Finding } from "@/lib/suggestions/finding";
import { resolveHorizon } from "@/lib/suggestions/horizon";
import { type Name, namesIn } from "@/lib/suggestions/names";
import { isPeople } from "@/lib/suggestions/nouns";
import { pointsBack } from "@/lib/suggestions/own-voice";
import { findQuotes, maskQuotes, type Quote, wordsIn } from "@/lib/suggestions/quoted";
import { isNameIndeed, type Reading, read } from "@/lib/suggestions/reading";
import { RULES, type RuleName } from "@/lib/suggestions/rules";
import { type Span, splitSentences } from "@/lib/suggestions/sentences";
import { tokenise } from "@/lib/suggestions/tokens";

/** What a sentence looks like, and by which words; never more than a suggestion. */
export interface Suggestion extends Omit<Finding, "cue"> {
  sentence: string;
  /** UTF-16 offsets in its paragraph, `end` exclusive. */
  start: number;
  end: number;
  /** The words that fired. */
  cue: string | null;
  rule: RuleName | null;
  /** "plain" where the rule is right on labelled text at least four times in five. */
  certainty: "plain" | "possible";
}

export interface SuggestOptions {
  /** The only one there are rules for. */
  language?: "en";
  /** Full names that the desk knows already: their spelling is kept, and short forms stand for them. */
  knownSpeakers?: string[];
  /** The day the text was written, for horizons such as "next year". */
  writtenOn?: Date;
}

interface Paragraph {
  text: string;
  masked: string;
  quotes: Quote[];
  sentences: Span[];
}

function paragraphOf(text: string): Paragraph {
  const quotes = findQuotes(text);
  return { text, quotes, masked: maskQuotes(text, quotes), sentences: splitSentences(text) };
}

/**
 * One suggestion for each sentence of a story, by paragraph: its kind, who speaks and the words that tell it. Deterministic;
 * the rules are `RULES`, the first that fires wins, and a sentence for which none fires has `kind` and `rule` null.
 * @param paragraphs the texts of a body's blocks in order; never throws, whatever they are
 */
export function suggestKinds(paragraphs: string[], options: SuggestOptions = {}): Suggestion[][] {
  const parts = paragraphs.map(paragraphOf);
  const names = parts.flatMap(({ masked, sentences }) =>
    sentences.flatMap(({ start, end }) => namesIn(tokenise(masked.slice(start, end)))),
  );
  const cast = castOf(names, options.knownSpeakers);
  const suggested = parts.map((part) => part.sentences.map((span) => suggest(part, span, cast, options)));
  labelWhatIsPointedAt(suggested.flat());
  for (const paragraph of suggested) shareSpeakers(paragraph);
  return suggested;
}

function castOf(names: Name[], knownSpeakers: string[] = []): Cast {
  const keys = (chosen: Name[]) => new Set(chosen.map(({ text }) => nameKey(text)));
  const aliases = aliasesOf(
    names.map(({ text }) => text),
    knownSpeakers,
  );
  return new Cast(
    aliases,
    keys(names.filter(({ isThing }) => isThing)),
    new Set([...keys(names.filter(({ from }) => from > 0)), ...knownSpeakers.map(nameKey)]),
  );
}

/** The sentence's part of each quotation: one may hold several sentences. */
function quotesWithin({ text, quotes }: Paragraph, span: Span): Quote[] {
  return quotes
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map(({ start, end }) => {
      const [from, to] = [Math.max(start, span.start), Math.min(end, span.end)];
      return { start: from - span.start, end: to - span.start, words: wordsIn(text.slice(from, to)) };
    });
}

/** UTF-16 units; longer than anything that a person wrote as one sentence. */
const LONGEST = 4_000;

/** "What's next: The committee votes …": a label of up to four words before the sentence proper is nobody's subject. */
const LABEL = /^[\p{L}’']+(?: [\p{L}’'-]+){0,3}:(?=\s+\p{Lu})/u;

const withoutLabel = (masked: string) => masked.replace(LABEL, (label) => " ".repeat(label.length));

function suggest(part: Paragraph, span: Span, cast: Cast, options: SuggestOptions): Suggestion {
  const sentence = part.text.slice(span.start, span.end);
  if (sentence.length > LONGEST) return { sentence, ...span, ...UNLABELLED };
  const masked = part.masked.slice(span.start, span.end);
  const scene = { tokens: tokenise(withoutLabel(masked)), cast };
  const reading = read(scene, sentence, masked, quotesWithin(part, span));
  const suggestion = { sentence, ...span, ...firstFinding(reading, options.writtenOn) };
  meetNames(reading, suggestion.speaker);
  return suggestion;
}

type Labelled = Omit<Suggestion, "sentence" | "start" | "end">;

const label = (finding: Finding, rule: RuleName): Labelled => ({
  ...finding,
  cue: finding.kind === null ? null : finding.cue,
  rule,
  certainty: certaintyOf(rule),
});

const UNLABELLED: Labelled = {
  kind: null,
  attribution: "none",
  mode: "assertion",
  speaker: null,
  cue: null,
  rule: null,
  certainty: "possible",
  horizon: null,
};

function firstFinding(reading: Reading, writtenOn: Date | undefined): Labelled {
  for (const { name, find } of RULES) {
    const finding = find(reading);
    if (!finding) continue;
    const { horizon } = finding;
    return label({ ...finding, horizon: horizon && resolveHorizon(horizon.words, writtenOn) }, name);
  }
  return UNLABELLED;
}

/** Tells the cast who was named, so that the next sentence's pronouns have somebody to mean. */
function meetNames(reading: Reading, speaker: string | null): void {
  const { names, subject, cast, tokens } = reading;
  for (const name of names) {
    const isPlace = /^(?:in|at|near|from|across|outside)$/.test(tokens[name.from - 1]?.lower ?? "");
    if (!isPlace && isNameIndeed(reading, name, subject)) cast.meet(name.text, false);
  }
  const last = speaker?.split(" ").at(-1) ?? "";
  if (speaker !== null && /\p{Lu}/u.test(speaker) && !isPeople(last.toLowerCase(), /^\p{Lu}/u.test(last)))
    cast.meet(speaker, true);
}

/** A disclaimer ("that last sentence is analytical") labels what it points back to, unless somebody is said to say that. */
function labelWhatIsPointedAt(sentences: Suggestion[]): void {
  for (const [index, { rule, cue }] of sentences.entries()) {
    if (rule !== "disclaimer" || cue === null) continue;
    for (const pointed of sentences.slice(Math.max(0, index - pointsBack(cue)), index)) {
      if (pointed.speaker === null || pointed.rule === "will")
        Object.assign(pointed, label(analysis(cue), "points back"));
    }
  }
}

/** A quotation of several sentences is said once who says it. */
function shareSpeakers(paragraph: Suggestion[]): void {
  for (const [index, suggestion] of paragraph.entries()) {
    if (suggestion.kind !== "quotation" || suggestion.speaker !== null) continue;
    const [before, after] = [paragraph[index - 1], paragraph[index + 1]];
    const by = [before, after].find((other) => other?.attribution === "quoted" && other.speaker !== null);
    suggestion.speaker = by?.speaker ?? after?.speaker ?? null;
  }
}
