import { KIND_MARKS } from "@/lib/claims/kind";
import { STATE_MARKS } from "@/lib/claims/state";
import { readAsked } from "@/lib/claims/table/address";
import { claimsCsv } from "@/lib/claims/table/export";
import { issueTable, publishedTable } from "@/lib/claims/table/queries";
import type { ClaimRow } from "@/lib/claims/table/row";
import { COMMAND_LINE } from "@/lib/policy";
import type { Output } from "@/scripts/digest/output";
import { issueIdOf } from "@/scripts/digest/publish";

function inWords({ kind, speaker, words, state, premises, standing, issue, story }: ClaimRow): string {
  const where = [issue?.number ?? issue?.title ?? "Backlog", story.number].filter((part) => part !== null);
  const stands = state ? STATE_MARKS[state].word : `${premises} ${premises === 1 ? "premise" : "premises"}`;
  return `${where.join("/")} ${KIND_MARKS[kind].word}${speaker ? ` by ${speaker}` : ""} (${stands}): ${words}${standing === "unmarked" ? " (no longer in the text)" : ""}`;
}

/** What to show of the claims: those of an issue's draft or, with a null slug, all that were ever published. */
export interface ClaimsWish {
  slug: string | null;
  /** As in the address of the desk's table: "kind=forecast&sort=due". */
  query: string;
  csv: boolean;
}

/** `digest claims [slug]`: a line for each claim and analysis; as CSV the file that the desk exports. */
export async function claims({ slug, query, csv }: ClaimsWish, output: Output): Promise<void> {
  const asked = readAsked(new URLSearchParams(query));
  const { rows } =
    slug === null
      ? await publishedTable(COMMAND_LINE, asked)
      : await issueTable(COMMAND_LINE, await issueIdOf(slug), asked);
  if (csv) process.stdout.write(claimsCsv(rows));
  else for (const row of rows) output.say(row, inWords(row));
  output.note(`${rows.length} ${rows.length === 1 ? "claim or analysis" : "claims and analyses"}.`);
}
