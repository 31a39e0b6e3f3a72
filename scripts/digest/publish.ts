import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { COMMAND_LINE } from "@/lib/policy";
import { getPreflight } from "@/lib/preflight/queries";
import type { Level, PreflightLine } from "@/lib/preflight/schema";
import type { Output } from "@/scripts/digest/output";

const WORDS: Record<Level, string> = { blocking: "Blocks", warning: "Warning", note: "Note" };

async function issueIdOf(slug: string): Promise<string> {
  const issue = await db().issue.findFirst({ where: { slug, trashedAt: null }, select: { id: true } });
  if (issue === null) throw new AppError("not-found", `There is no issue with the address “${slug}”.`);
  return issue.id;
}

function sayAll(lines: PreflightLine[], output: Output): void {
  for (const line of lines) output.say(line, `${WORDS[line.level]}: ${line.sentence} [${line.rule}]`);
}

/** `digest check <slug>`: preflight, a line for each thing that is open. The process ends with 1 when something blocks. */
export async function check(slug: string, output: Output): Promise<void> {
  const lines = await getPreflight(COMMAND_LINE, { issueId: await issueIdOf(slug) });
  sayAll(lines, output);
  const blocking = lines.filter(({ level }) => level === "blocking").length;
  output.note(
    `${lines.length === 0 ? "Nothing is open." : `${lines.length} open.`} ${blocking === 0 ? "Nothing blocks publishing." : `${blocking} of them ${blocking === 1 ? "blocks" : "block"} publishing.`}`,
  );
  if (blocking > 0) process.exitCode = 1;
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
