import type { z } from "zod";
import { record } from "@/lib/audit";
import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announce } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { RULES } from "@/lib/preflight/rules/all";
import type { RuleLevels } from "@/lib/preflight/settings";
import { readSettings } from "@/lib/publication/queries";
import { namePublicationInput, type PublicationSettings, setRuleLevelsInput } from "@/lib/publication/schema";

/** The row, locked, and what it holds; AppError "conflict" with what stands (details.current) when it is not of this version. */
async function lockSettings(tx: Db, version: number): Promise<PublicationSettings> {
  await tx.$executeRaw`INSERT INTO "Publication" ("id", "updatedAt") VALUES (1, now()) ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "id" = 1 FOR UPDATE`;
  const current = await readSettings(tx);
  if (current.version === version) return current;
  throw new AppError(
    "conflict",
    "Somebody else changed the settings meanwhile, so nothing was saved. What stands now is shown.",
    { current },
  );
}

async function write(tx: Db, data: Prisma.PublicationUpdateInput): Promise<PublicationSettings> {
  await tx.publication.update({ where: { id: 1 }, data: { ...data, version: { increment: 1 } } });
  return readSettings(tx);
}

/** Names the publication, for readers too. Throws AppError "conflict" as every setting does: see `lockSettings`. */
export async function namePublication(
  actor: Actor,
  input: z.input<typeof namePublicationInput>,
): Promise<PublicationSettings> {
  authorize(actor, "settings.edit");
  const { version, name, tagline } = parse(namePublicationInput, input);
  return transaction(async (tx) => {
    const before = await lockSettings(tx, version);
    const after = await write(tx, { name, tagline });
    const from = { name: before.name, tagline: before.tagline };
    await record(tx, actor, "publication.name", "Publication", null, { from, to: { name, tagline } });
    await raise(tx, [TAGS.publication]);
    return after;
  });
}

/** Only what differs; AppError "invalid" for what is no rule, or cannot be set. */
function differing(levels: RuleLevels): RuleLevels {
  const entries = Object.entries(levels).filter(([name, level]) => {
    const rule = RULES.find((each) => each.name === name);
    if (!rule) throw new AppError("invalid", `There is no rule called “${name}”. Reload the page.`);
    if (rule.final && level !== rule.level)
      throw new AppError(
        "invalid",
        `“${rule.about}” always holds: readers could not be given anything else.`,
      );
    return level !== rule.level;
  });
  return Object.fromEntries(entries);
}

function changes(before: RuleLevels, after: RuleLevels): Prisma.InputJsonObject {
  return Object.fromEntries(
    RULES.flatMap(({ name, level }) => {
      const [from, to] = [before[name] ?? level, after[name] ?? level];
      return from === to ? [] : [[name, { from, to }]];
    }),
  );
}

/**
 * Sets how much each rule of preflight weighs, for every issue from now on: open ones run it again. The audit log keeps which
 * changed. Throws AppError "conflict" as every setting does, "invalid" for rules that do not exist or always hold.
 */
export async function setRuleLevels(
  actor: Actor,
  input: z.input<typeof setRuleLevelsInput>,
): Promise<PublicationSettings> {
  authorize(actor, "settings.edit");
  const { version, levels } = parse(setRuleLevelsInput, input);
  const preflight = differing(levels);
  return transaction(async (tx) => {
    const before = await lockSettings(tx, version);
    const after = await write(tx, { preflight });
    const detail = changes(before.levels, after.levels);
    await record(tx, actor, "publication.set-rules", "Publication", null, detail);
    await announce(tx, { what: "rules", issueId: null, storyId: null, by: actor.id });
    return after;
  });
}
