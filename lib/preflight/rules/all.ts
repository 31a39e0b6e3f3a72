import type { Rule } from "@/lib/preflight/rule";
import { ANALYSIS_RULES } from "@/lib/preflight/rules/analysis";
import { ATTRIBUTION_RULES } from "@/lib/preflight/rules/attribution";
import { DATE_RULES } from "@/lib/preflight/rules/dates";
import { EVIDENCE_RULES } from "@/lib/preflight/rules/evidence";
import { FIGURE_RULES } from "@/lib/preflight/rules/figures";
import { MARKUP_RULES } from "@/lib/preflight/rules/markup";
import { NAME_RULES } from "@/lib/preflight/rules/names";
import { OUTLINE_RULES } from "@/lib/preflight/rules/outline";
import { SOURCE_RULES } from "@/lib/preflight/rules/sources";
import { WORK_RULES } from "@/lib/preflight/rules/work";

/** Every rule of preflight, in the order in which their lines are shown within a level. */
export const RULES: readonly Rule[] = [
  ...OUTLINE_RULES,
  ...EVIDENCE_RULES,
  ...ATTRIBUTION_RULES,
  ...ANALYSIS_RULES,
  ...FIGURE_RULES,
  ...DATE_RULES,
  ...SOURCE_RULES,
  ...MARKUP_RULES,
  ...NAME_RULES,
  ...WORK_RULES,
];
