import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { COMMAND_LINE } from "@/lib/policy";
import { getPreflight } from "@/lib/preflight/queries";
import type { Level } from "@/lib/preflight/schema";
import type { Output } from "@/scripts/digest/output";

const WORDS: Record<Level, string> = { blocking: "Blocks", warning: "Warning", note: "Note" };

/** The id of the issue with this address. Throws AppError "not-found", also for one in the trash. */
export async function issueIdOf(slug: string): Promise<string> {
  const issue = await db().issue.findFirst({ where: { slug, trashedAt: null }, select: { id: true } });
  if (issue === null) throw new AppError("not-found", `There is no issue with the address “${slug}”.`);
  return issue.id;
}

/** `digest check <slug>`: preflight, a line for each thing that is open. Answers whether nothing blocks. */
export async function check(slug: string, output: Output): Promise<boolean> {
  const lines = await getPreflight(COMMAND_LINE, { issueId: await issueIdOf(slug) });
  for (const line of lines) output.say(line, `${WORDS[line.level]}: ${line.sentence} [${line.rule}]`);
  const blocking = lines.filter(({ level }) => level === "blocking").length;
  const verdict = blocking === 0 ? "nothing blocks publishing" : `${blocking} of it blocking`;
  output.note(`${lines.length} open, ${verdict}.`);
  return blocking === 0;
}

/** `digest publish <slug>`: refused while something blocks, unless a reason is given. */
export async function publish(slug: string, reason: string | null, output: Output): Promise<void> {
  const id = await issueIdOf(slug);
  const published = await publishIssue(COMMAND_LINE, {
    id,
    ...(reason !== null && { override: { reason } }),
  });
  const url = new URL(`/issues/${published.slug}`, env().PLUMBLINE_URL).href;
  output.say({ ...published, url }, `Published as edition ${published.edition}: ${url}`);
}
