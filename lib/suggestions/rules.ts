import { givesFigures, happened, isNamed, provides, wasSo } from "@/lib/suggestions/facts";
import type { FindRule } from "@/lib/suggestions/finding";
import { actorWill, isForetold, speakerForetells, speakerPromises } from "@/lib/suggestions/futures";
import {
  disclaims,
  generalises,
  hedges,
  judges,
  signposts,
  speaksForItself,
  weighs,
} from "@/lib/suggestions/own-voice";
import { accordingTo, isDescribedBy, isHearsay, quotes, says, takesStance } from "@/lib/suggestions/said";

/** The rules in their order: the first that fires labels the sentence. */
export const RULES = [
  { name: "disclaimer", find: disclaims },
  { name: "hedge", find: hedges },
  { name: "quotation", find: quotes },
  { name: "speaker promises", find: speakerPromises },
  { name: "speaker foretells", find: speakerForetells },
  { name: "according to", find: accordingTo },
  { name: "stance", find: takesStance },
  { name: "described by", find: isDescribedBy },
  { name: "says", find: says },
  { name: "hearsay", find: isHearsay },
  { name: "signpost", find: signposts },
  { name: "will", find: actorWill },
  { name: "forecast", find: isForetold },
  { name: "own voice", find: speaksForItself },
  { name: "weighing", find: weighs },
  { name: "event", find: happened },
  { name: "judgement", find: judges },
  { name: "figures", find: givesFigures },
  { name: "provides", find: provides },
  { name: "past", find: wasSo },
  { name: "generality", find: generalises },
  { name: "named", find: isNamed },
] as const satisfies readonly { name: string; find: FindRule }[];

/** "points back" is the label that a disclaimer gives to the sentence before it. */
export type RuleName = (typeof RULES)[number]["name"] | "points back";
