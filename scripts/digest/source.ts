import pLimit from "p-limit";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { withdraw } from "@/lib/jobs/enqueue";
import { COMMAND_LINE } from "@/lib/policy";
import { fetchKey } from "@/lib/sources/ask-to-fetch";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import { lookAtSource, newVisits, type Visits } from "@/lib/sources/check";
import { collectSource } from "@/lib/sources/collect";
import { dueSources } from "@/lib/sources/due";
import { getSource } from "@/lib/sources/overview";
import type { SnapshotLine } from "@/lib/sources/overview-schema";
import type { Recorded } from "@/lib/sources/record";
import { sourceUrl } from "@/lib/sources/schema";
import { STATE_WORDS } from "@/lib/sources/state-words";
import { type Output, sentenceFor } from "@/scripts/digest/output";

function addressOf(typed: string): string {
  const parsed = sourceUrl.safeParse(typed);
  if (parsed.data) return parsed.data;
  throw new AppError("invalid", parsed.error?.issues[0]?.message ?? "An address is needed.");
}

/** `digest source add <url>`: finds or makes the source, and reads its page before it answers. */
export async function addSource(typed: string, output: Output): Promise<void> {
  const url = addressOf(typed);
  const { id, known } = await collectSource(COMMAND_LINE, { url });
  await withdraw(db(), fetchKey(id)); // read here, not by the app's worker
  const looked = await lookAtSource(id, { visits: newVisits(), unattended: false });
  const source = await getSource(COMMAND_LINE, { id });
  const { title, publisher, byline, publishedAt, state } = source;
  const fields = {
    id,
    known,
    url,
    title,
    publisher,
    byline,
    publishedAt,
    state,
    sentence: looked?.sentence ?? null,
  };
  const name = [title, publisher].filter(Boolean).join(", ");
  const words = looked?.sentence
    ? `${name} is kept, without its text: ${looked.sentence}`
    : `${name} is ${known ? "known already, and was read again" : "kept, with its text"}.`;
  output.say(fields, words);
}

/** How many hosts are asked at once. */
const AT_ONCE = 8;

async function checkOne(
  source: { id: string; url: string },
  visits: Visits,
  output: Output,
): Promise<Recorded | null> {
  const looked = await lookAtSource(source.id, { visits, unattended: true }).catch((error: unknown) => {
    // One source that somebody changes at this very moment must not end the others' check.
    output.note(`${source.url} was not checked: ${sentenceFor(error)}`);
    return null;
  });
  if (looked === null) return null;
  const { was, state, sentence, passages } = looked;
  const gone = passages.filter((passage) => passage.gone).length;
  const { shape, word } = STATE_WORDS[state];
  const change = was === state ? "" : `, was ${STATE_WORDS[was].word.toLowerCase()}`;
  const why = sentence ? ` ${sentence}` : "";
  output.say(
    { ...source, was, state, sentence, passagesGone: gone },
    `${shape} ${word}${change}: ${source.url}${why}`,
  );
  return looked;
}

/** `digest source check [--all]`: looks at every cited source that is due, or at all of them, politely. */
export async function checkSources(all: boolean, output: Output): Promise<void> {
  const due = await dueSources(new Date(), all);
  const visits = newVisits();
  const limit = pLimit(AT_ONCE);
  const looked = await Promise.all(due.map((source) => limit(() => checkOne(source, visits, output))));
  const changed = looked.filter((each) => each && each.was !== each.state).length;
  output.note(
    due.length === 0
      ? "No source is due. With --all every cited source is looked at."
      : `${due.length} looked at, ${changed} in another state than before.`,
  );
}

function historyWords(line: SnapshotLine): string {
  const when = line.fetchedAt.slice(0, 16).replace("T", " ");
  if (line.failure) return `  ${when}  ${line.failure}: ${line.remark}`;
  const size = line.rawSize === null ? "" : `, ${line.rawSize} bytes (${line.rawKept ?? "not"} kept)`;
  return `  ${when}  ${line.textLength} characters${size}, text ${line.textSha256?.slice(0, 12)}, ${line.evidence} passages`;
}

/** `digest source show <url>`: everything that is known of the source of this address. */
export async function showSource(typed: string, output: Output): Promise<void> {
  const canonical = canonicalUrl(addressOf(typed));
  const row = await db().source.findUnique({ where: { canonicalUrl: canonical }, select: { id: true } });
  if (row === null) throw new AppError("not-found", `There is no source with the address ${canonical}.`);
  const source = await getSource(COMMAND_LINE, { id: row.id });
  const { shape, word } = STATE_WORDS[source.state];
  const from = (field: string) => (source.origins[field] ? ` (from ${source.origins[field]})` : "");
  const lines = [
    `${source.title}${from("title")}`,
    `${source.publisher || "Publisher not said"}${from("publisher")}`,
    source.url ?? "No address yet",
    `${shape} ${word}${source.stateSince ? ` since ${source.stateSince.slice(0, 10)}` : ""}`,
    ...source.places.map(
      ({ headline, issue }) => `Cited by “${headline}” in ${issue?.title ?? "the backlog"}`,
    ),
    "Snapshots:",
    ...source.history.map(historyWords),
  ];
  output.say(source, lines.join("\n"));
}
