import { z } from "zod";
import { oneLine } from "@/lib/one-line";
import type { Level } from "@/lib/preflight/schema";
import { type RuleLevels, ruleLevels } from "@/lib/preflight/settings";

/** The publication's settings as the desk shows them. */
export interface PublicationSettings {
  version: number;
  name: string;
  tagline: string;
  /** Of the rules that differ from their own level; every one of them exists. */
  levels: RuleLevels;
}

/** A rule of preflight, for whoever sets its level. */
export interface RuleLine {
  name: string;
  /** Its own level. */
  level: Level;
  about: string;
  /** It cannot be set otherwise. */
  final: boolean;
}

const version = z.int().positive().max(2_147_483_647);

export const namePublicationInput = z.strictObject({
  version,
  name: oneLine()
    .min(1, { error: "The publication needs a name." })
    .max(100, { error: "A name has at most 100 characters." }),
  tagline: oneLine().max(300, { error: "A tagline has at most 300 characters." }),
});

/** All levels that are to differ from the rules' own; those that are left out go back to it. */
export const setRuleLevelsInput = z.strictObject({ version, levels: ruleLevels });
