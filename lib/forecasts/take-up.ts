import type { z } from "zod";
import { record } from "@/lib/audit";
import { KIND_MARKS } from "@/lib/claims/kind";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { publishedEntry } from "@/lib/forecasts/commands";
import { takeUpForecastInput } from "@/lib/forecasts/schema";
import { lockIssue, raiseOrderVersion } from "@/lib/issues/lock";
import { lockBetweenIssues, sectionTitled } from "@/lib/issues/next-issue";
import type { LedgerEntry } from "@/lib/ledger/entry";
import { announce, announceCollecting } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { insertAt } from "@/lib/stories/commands";
import { createStory } from "@/lib/stories/create";

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const longDay = (iso: string) => DAY.format(new Date(iso));

const paragraph = (text: string): RichTextNode => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});

/** What the writer starts from: the sentence as it was published, and where. */
function opening({ claim, issueNumber, publishedAt }: LedgerEntry): RichText {
  const { kind, speaker, due, text } = claim;
  const who = speaker ? ` by ${speaker}` : "";
  const when = due.at ? `, due ${longDay(due.at)}` : "";
  const credit = `${KIND_MARKS[kind].word}${who}, issue ${issueNumber}, ${longDay(publishedAt)}${when}.`;
  return {
    type: "doc",
    content: [{ type: "blockquote", content: [paragraph(text), paragraph(credit)] }],
  };
}

/** The end of the issue's section that is titled as the earlier story's, under the issue's lock. Throws AppError "conflict" for a published one. */
async function place(tx: Db, actor: Actor, storyId: string, issueId: string, title: string): Promise<void> {
  await lockIssue(tx, issueId);
  const { publicationState } = await tx.issue.findUniqueOrThrow({ where: { id: issueId } });
  if (publicationState !== "unpublished")
    throw new AppError("conflict", "This issue was published meanwhile; choose another one.");
  const section = await sectionTitled(tx, issueId, title);
  await insertAt(tx, storyId, section.id, Number.MAX_SAFE_INTEGER);
  await raiseOrderVersion(tx, actor, issueId);
}

async function begin(tx: Db, actor: Actor, entry: LedgerEntry, issueId: string | null): Promise<string> {
  const claimId = entry.claim.id;
  const { story } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: { story: { select: { id: true, section: { select: { title: true } } } } },
  });
  const { id } = await createStory(tx, actor, entry.headline);
  const body = richTextColumn(opening(entry));
  await tx.story.update({ where: { id }, data: { body, followsId: story.id, takesUpId: claimId } });
  if (issueId !== null) await place(tx, actor, id, issueId, story.section?.title ?? "");
  else await announce(tx, { what: "order", issueId: null, storyId: id, by: actor.id });
  await record(tx, actor, "forecast.take-up", "Claim", claimId, { storyId: id });
  await announceCollecting(tx, "tasks");
  return id;
}

/**
 * Begins a story about what became of a published forecast or commitment: in an unpublished issue (for those who may
 * arrange), at the end of the section of the earlier story's title, or in the backlog. It follows up the earlier story, and
 * opens with the sentence. One that was taken up already answers that story, with `made` false. Throws AppError "invalid" for
 * what readers do not have, "conflict" when the issue was published meanwhile.
 */
export async function takeUpForecast(
  actor: Actor,
  input: z.input<typeof takeUpForecastInput>,
): Promise<{ id: string; made: boolean }> {
  authorize(actor, "story.add");
  const { claimId, issueId } = parse(takeUpForecastInput, input);
  if (issueId !== null) authorize(actor, "issue.arrange");
  const entry = await publishedEntry(claimId);
  return transaction(async (tx) => {
    await lockBetweenIssues(tx);
    if ((await tx.claim.count({ where: { id: claimId } })) === 0)
      throw new AppError("not-found", "This forecast does not exist any more.");
    const standing = await tx.story.findFirst({
      where: { takesUpId: claimId, trashedAt: null },
      orderBy: { createdAt: "asc" },
      select: { id: true },
    });
    if (standing) return { id: standing.id, made: false };
    return { id: await begin(tx, actor, entry, issueId), made: true };
  });
}
