import { describe, expect, it } from "vitest";
import { RULES, type RuleName } from "@/lib/suggestions/rules";
import { suggestKinds } from "@/lib/suggestions/suggest";

const lastOf = (text: string) => suggestKinds([text]).flat().at(-1);

/** For each rule: a sentence that it labels with a kind and a speaker, and one much like it that it leaves alone. */
const CASES: Record<
  Exclude<RuleName, "points back">,
  { fires: string; kind: string | null; speaker?: string; not: string }
> = {
  disclaimer: {
    fires: "That last sentence is an inference, but it follows from the price list.",
    kind: "analysis",
    not: "Halden says that an inference chip is cheaper.",
  },
  hedge: {
    fires: "The gap appears to be closing.",
    kind: "analysis",
    not: "Halden says the gap appears to be closing.",
  },
  quotation: {
    fires: "“We started with the power bill,” said Ingrid Moe, Halden's chief executive.",
    kind: "quotation",
    speaker: "Ingrid Moe",
    not: "Halden says the “Grey Heron” model was an internal test.",
  },
  "speaker promises": {
    fires: "Parallax says it will publish its error rates every month.",
    kind: "commitment",
    speaker: "Parallax",
    not: "Parallax says it has published its error rates.",
  },
  "speaker foretells": {
    fires: "Norvik said revenue would exceed $2 billion by 2028.",
    kind: "forecast",
    speaker: "Norvik",
    not: "Norvik said revenue exceeded $2 billion in its last year.",
  },
  "according to": {
    fires: "The battery serves 90,000 homes, according to Meridian's announcement.",
    kind: "statement",
    speaker: "Meridian",
    not: "Work is going according to plan.",
  },
  stance: {
    fires: "Nordholm's case is that small models are bought like sensors.",
    kind: "statement",
    speaker: "Nordholm",
    not: "The case was heard in Oslo in 2024.",
  },
  "described by": {
    fires: "Wren 3 is described by Parallax as a default for routing.",
    kind: "statement",
    speaker: "Parallax",
    not: "Wren 3 was described in two papers.",
  },
  says: {
    fires: "Priya Raman of the Tesserae Institute argues that volcanoes refill the air.",
    kind: "statement",
    speaker: "Priya Raman",
    not: "Insurance claims rose by 4% in March.",
  },
  hearsay: {
    fires: "Sable is reportedly in talks with two buyers.",
    kind: "statement",
    not: "Sable is in talks with two buyers.",
  },
  signpost: { fires: "Here is what to watch next.", kind: null, not: "The port is here to stay." },
  will: {
    fires: "Norvik will close 14 branches before the end of the year.",
    kind: "commitment",
    speaker: "Norvik",
    not: "Prices will rise before the end of the year.",
  },
  forecast: {
    fires: "The deal is expected to close in the first quarter of 2027.",
    kind: "forecast",
    not: "That may be so.",
  },
  "own voice": {
    fires: "We would treat that number with caution.",
    kind: "analysis",
    not: "We visited the harbour on Monday.",
  },
  weighing: {
    fires: "The harder question is whether anybody pays for it.",
    kind: "analysis",
    not: "More than 300 people signed the letter.",
  },
  event: {
    fires: "The Senate passed the Clean Rivers Act by 58 votes to 41.",
    kind: "fact",
    not: "Connecting to the grid is slow.",
  },
  judgement: {
    fires: "That is a different bargain from the last one.",
    kind: "analysis",
    not: "That port handled 40 ships.",
  },
  figures: { fires: "Fines start at 2 million dollars.", kind: "fact", not: "Fines start small." },
  provides: {
    fires: "The law bans the sale of such kits to minors.",
    kind: "fact",
    not: "If it works, the harbour opens.",
  },
  past: {
    fires: "The mayor's office did not return calls.",
    kind: "fact",
    not: "The mayor's office is closed.",
  },
  generality: {
    fires: "Contracts can be renegotiated.",
    kind: "analysis",
    not: "Contracts were renegotiated.",
  },
  named: {
    fires: "Lumen and Parallax already sell competing agents.",
    kind: "fact",
    not: "Two rivals already sell competing agents.",
  },
};

describe("rules", () => {
  it.each(RULES.map(({ name }) => name))("%s fires where it should and not where it should not", (name) => {
    const { fires, kind, speaker, not } = CASES[name];
    expect(lastOf(fires)).toMatchObject({ rule: name, kind, speaker: speaker ?? null });
    expect(lastOf(not)?.rule).not.toBe(name);
  });
});
