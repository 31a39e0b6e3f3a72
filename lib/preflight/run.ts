import { LRUCache } from "lru-cache";
import type { PreflightDraft, PreflightStory } from "@/lib/preflight/draft";
import { type Prose, proseOf } from "@/lib/preflight/prose";
import type { Reading, ReadSentence, Rule } from "@/lib/preflight/rule";
import { RULES } from "@/lib/preflight/rules/all";
import { LEVELS, type PreflightLine } from "@/lib/preflight/schema";
import { levelOf, type RuleLevels } from "@/lib/preflight/settings";
import { type Suggestion, suggestKinds } from "@/lib/suggestions/suggest";

export interface PreflightContext {
  /** Where the publication's levels differ from the rules' own. */
  levels?: RuleLevels;
  /** Other rules than all; for tests. */
  rules?: readonly Rule[];
}

// Suggestions follow from the words alone, and of sixty stories one changed since preflight last ran.
const suggested = new LRUCache<string, Suggestion[][]>({ max: 500 });

function suggestionsOf(paragraphs: Prose[]): Suggestion[][] {
  const texts = paragraphs.map(({ text }) => text);
  const key = texts.join("\n\n");
  const known = suggested.get(key);
  if (known) return known;
  const fresh = suggestKinds(texts);
  suggested.set(key, fresh);
  return fresh;
}

function readingOf(draft: PreflightDraft): Reading {
  const prose = proseOf(draft);
  const read = new Map<string, ReadSentence[]>();
  const sentences = ({ id }: PreflightStory) => {
    const known = read.get(id);
    if (known) return known;
    const paragraphs = prose.filter(
      ({ place, kind }) => place.storyId === id && place.part === "body" && kind === "paragraph",
    );
    const fresh = suggestionsOf(paragraphs).flatMap((each, index) => {
      const paragraph = paragraphs[index];
      return paragraph ? each.map((suggestion) => ({ ...suggestion, prose: paragraph })) : [];
    });
    read.set(id, fresh);
    return fresh;
  };
  return { draft, prose, sentences };
}

/**
 * What stands between a draft and its readers: the rules' findings, blocking ones first, within a level in the order of
 * the rules. Deterministic; the same draft gives the same lines with the same keys. A key is unique: what a rule finds twice
 * of one thing is one line.
 */
export function runPreflight(draft: PreflightDraft, context: PreflightContext = {}): PreflightLine[] {
  const { levels = {}, rules = RULES } = context;
  const reading = readingOf(draft);
  const lines = new Map<string, PreflightLine>();
  for (const rule of rules) {
    const level = levelOf(rule, levels);
    if (level === "off") continue;
    for (const { sentence, place, about } of rule.check(reading)) {
      const key = `${rule.name}:${about}`;
      if (lines.has(key)) continue;
      const final = rule.final === true;
      lines.set(key, {
        rule: rule.name,
        level,
        sentence,
        place: { issueId: draft.id, ...place },
        key,
        final,
      });
    }
  }
  return [...lines.values()].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}
