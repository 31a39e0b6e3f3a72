import { stringify } from "csv-stringify/sync";
import { z } from "zod";
import { KIND_MARKS } from "@/lib/claims/kind";
import { STATE_MARKS } from "@/lib/claims/state";
import { type ClaimRow, claimRow, STANDINGS } from "@/lib/claims/table/row";
import { outcomeWords, STANDING_WORDS } from "@/lib/claims/table/words";

/** The columns of the file, each with what a row has in it. */
const COLUMNS: Record<string, (row: ClaimRow) => string | number | null> = {
  Issue: ({ issue }) => issue?.number ?? null,
  "Issue title": ({ issue }) => issue?.title ?? "Backlog",
  Story: ({ story }) => story.number,
  Headline: ({ story }) => story.headline,
  Kind: ({ kind }) => KIND_MARKS[kind].word,
  Attribution: ({ attribution }) => attribution,
  Speaker: ({ speaker }) => speaker,
  Role: ({ speakerRole }) => speakerRole,
  Words: ({ words }) => words,
  "Said on": ({ uttered }) => uttered,
  State: ({ state }) => state && STATE_MARKS[state].word,
  Status: ({ status }) => status,
  Evidence: ({ evidence }) => evidence,
  Sources: ({ sources }) =>
    sources.map(({ title, publisher }) => [title, publisher].filter(Boolean).join(", ")).join("\n"),
  Addresses: ({ sources }) => sources.flatMap(({ url }) => url ?? []).join("\n"),
  Premises: ({ premises }) => premises,
  Due: ({ due }) => due,
  Outcome: outcomeWords,
  Standing: ({ standing }) => STANDING_WORDS[standing],
  Id: ({ id }) => id,
};

// Spreadsheets look for a formula behind white space and what cannot be seen, too; full-width signs are the same to some.
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u;

/** A text that is a text in a spreadsheet, too. */
const inert = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/**
 * The rows as CSV (RFC 4180), with a line of headers and a byte order mark, without which Excel takes UTF-8 for something
 * else. What a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"); several sources
 * stand in one cell, a line each.
 */
export function claimsCsv(rows: readonly ClaimRow[]): string {
  const lines = rows.map((row) => Object.values(COLUMNS).map((cell) => cell(row)));
  return stringify(lines, {
    bom: true,
    header: true,
    columns: Object.keys(COLUMNS),
    record_delimiter: "windows",
    quote_record_delimiter: true,
    cast: { string: inert },
  });
}

const claimsExport = z.strictObject({
  /** Where the form of this file is described. */
  $schema: z.url(),
  claims: z.array(claimRow),
});

/** The rows as JSON that says where its schema is; `site` is the absolute address of the publication. */
export function claimsJson(rows: readonly ClaimRow[], site: string): string {
  const $schema = new URL("/schema/claims.json", site).href;
  return JSON.stringify(claimsExport.parse({ $schema, claims: rows }), null, 2);
}

const DESCRIPTIONS: Record<keyof ClaimRow, string> = {
  id: "The id that the claim's or the analysis's mark in the text carries.",
  kind: "Kind of the claim, or “analysis”.",
  attribution: "In whose words it is; null for an analysis.",
  speaker: "Whose it is, as the story names them; null where it is nobody's.",
  speakerRole: "What the speaker is.",
  words: "The marked words.",
  uttered: "The day on which it was said.",
  state: "What the claim stands on, as of now; null for an analysis.",
  status: "What the editors say of it by now; null for an analysis.",
  evidence: "How many passages it stands on; null for an analysis.",
  premises: "How many claims the analysis rests on; null for a claim.",
  sources: "The sources of its evidence, each once.",
  due: "When a forecast or a commitment falls due.",
  outcome: "How a forecast or a commitment came out so far; null for the other kinds.",
  standing: `Where it stands: ${STANDINGS.map((each) => `“${each}”: ${STANDING_WORDS[each].toLowerCase()}`).join("; ")}.`,
  issue: "The issue it stands in; null in the backlog.",
  story: "Its story: permanent anchor, number through the issue, headline.",
};

/** The published JSON Schema (2020-12) of the claims as JSON; `site` is the absolute address of the publication. */
export function claimsJsonSchema(site: string): Record<string, unknown> {
  const described = claimRow.extend(
    Object.fromEntries(
      Object.entries(claimRow.shape).map(([name, schema]) => [
        name,
        schema.describe(DESCRIPTIONS[name as keyof ClaimRow]),
      ]),
    ),
  );
  const { $schema, ...rest } = z.toJSONSchema(claimsExport.extend({ claims: z.array(described) }), {
    target: "draft-2020-12",
  });
  return {
    $schema,
    $id: new URL("/schema/claims.json", site).href,
    title: "Claims",
    description: "Claims and analyses of a publication, as the desk's table of claims exports them.",
    ...rest,
  };
}
