import { z } from "zod";
import type { Rule } from "@/lib/preflight/rule";
import { LEVELS, type Level } from "@/lib/preflight/schema";

const setting = z.enum([...LEVELS, "off"]);

/** A publication's own levels: rule → level, or "off". */
export const ruleLevels = z.record(z.string(), setting);
export type RuleLevels = z.infer<typeof ruleLevels>;

/** The levels as stored; anything malformed falls back to the rules' own. */
export function storedLevels(value: unknown): RuleLevels {
  return ruleLevels.safeParse(value).data ?? {};
}

/** The level of a rule in a publication. Of a final rule it is the rule's own, whatever the publication says. */
export function levelOf(rule: Pick<Rule, "name" | "level" | "final">, levels: RuleLevels): Level | "off" {
  return rule.final ? rule.level : (levels[rule.name] ?? rule.level);
}
