import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { KINDS } from "@/lib/claims/kind";
import { nameKey } from "@/lib/suggestions/aliases";
import type { Suggestion } from "@/lib/suggestions/suggest";

const kind = z.enum([...KINDS, "analysis"]).nullable();

/** What a careful reader says of a sentence. */
const label = z.strictObject({
  kind,
  /** Another kind that a reader would let pass; counted apart. */
  or: kind.optional(),
  speaker: z.string().nullable(),
  orSpeaker: z.string().optional(),
});
type Label = z.output<typeof label>;

const labelledStory = z.strictObject({
  set: z.enum(["train", "held-out"]),
  style: z.string(),
  headline: z.string(),
  paragraphs: z.array(z.array(label.extend({ text: z.string() }))),
});
export type LabelledStory = z.output<typeof labelledStory> & { name: string };

/** Labels of a text that is not ours to copy: its sentences by number and hash. */
export const seedLabels = z.array(
  label.extend({ story: z.int(), sentence: z.int(), hash: z.string().length(12) }),
);

/** The labelled stories in a folder, by file name. */
export function labelledStories(folder = "bench/labels"): LabelledStory[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const story = labelledStory.parse(JSON.parse(readFileSync(path.join(folder, file), "utf8")));
      return { ...story, name: path.basename(file, ".json") };
    });
}

/** The first twelve hexadecimal digits of a sentence's SHA-256, white space and compatibility forms made one. */
export function sentenceHash(sentence: string): string {
  const normalised = sentence.normalize("NFKC").replace(/\s+/g, " ");
  return createHash("sha256").update(normalised).digest("hex").slice(0, 12);
}

/** Two names of one speaker: equal, or one the beginning or end of the other ("Hart", "Lena Hart"). */
function isSameSpeaker(a: string | null, b: string | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  const [one, other] = [nameKey(a), nameKey(b)].sort((x, y) => x.length - y.length);
  return (
    one === other ||
    other?.startsWith(`${one} `) === true ||
    other?.endsWith(` ${one}`) === true ||
    other?.startsWith(`${one}'`) === true
  );
}

/** A labelled sentence and what the engine said of it; no suggestion where it cut the sentence differently. */
export interface Compared {
  where: string;
  text: string;
  label: Label;
  suggestion: Suggestion | undefined;
}

/** Each labelled sentence of a story beside the suggestion for exactly these words. */
export function compareStory(
  story: LabelledStory,
  suggest: (paragraphs: string[]) => Suggestion[][],
): Compared[] {
  const texts = story.paragraphs.map((sentences) => sentences.map(({ text }) => text).join(" "));
  const suggested = suggest(texts);
  return story.paragraphs.flatMap((sentences, index) =>
    sentences.map((sentence) => ({
      where: story.name,
      text: sentence.text,
      label: sentence,
      suggestion: suggested[index]?.find((each) => each.sentence === sentence.text),
    })),
  );
}

export const isKindRight = ({ label, suggestion }: Compared): boolean => suggestion?.kind === label.kind;

/** Right, or the other kind that would pass. */
export const isKindPassable = (compared: Compared): boolean =>
  isKindRight(compared) ||
  (compared.label.or !== undefined && compared.suggestion?.kind === compared.label.or);

export const isSpeakerRight = ({ label, suggestion }: Compared): boolean =>
  isSameSpeaker(suggestion?.speaker ?? null, label.speaker) ||
  (label.orSpeaker !== undefined && isSameSpeaker(suggestion?.speaker ?? null, label.orSpeaker));

export interface RuleScore {
  rule: string;
  kind: string;
  fired: number;
  right: number;
  /** Labelled sentences of the kinds that this rule gives. */
  labelled: number;
}

/** Per rule: how often it fired, how often its kind was the labelled one, and how many sentences of that kind there were. */
export function scoreRules(compared: Compared[]): RuleScore[] {
  const scores = new Map<string, RuleScore>();
  for (const each of compared) {
    const { suggestion } = each;
    if (!suggestion) continue;
    const rule = suggestion.rule ?? "(none)";
    const score = scores.get(rule) ?? {
      rule,
      kind: String(suggestion.kind),
      fired: 0,
      right: 0,
      labelled: 0,
    };
    score.fired += 1;
    if (isKindRight(each)) score.right += 1;
    score.labelled = compared.filter(({ label }) => String(label.kind) === score.kind).length;
    scores.set(rule, score);
  }
  return [...scores.values()];
}
