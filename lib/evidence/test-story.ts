import { markClaim } from "@/lib/claims/commands";
import type { Kind } from "@/lib/claims/kind";
import { db } from "@/lib/db";
import { attachEvidence } from "@/lib/evidence/commands";
import type { Actor } from "@/lib/policy";
import type { RichText } from "@/lib/rich-text/document";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { saveStory } from "@/lib/stories/save";
import { makeContributor, makeIssue, makeSnapshot } from "@/prisma/factories";

/** A page of a harbour that does not exist. */
export const PAGE = [
  "The harbour opens a second berth",
  "From May the harbour charges ferries by the hour. “The harbour will not raise the fee of its neighbours before 2027,” said Ida Holm, who runs it.",
  "The second berth took 14 months to build and cost 31 million crowns. It may close again in winter.",
].join("\n\n");

/** One story with one source of that text, and an editor and a contributor who wrote it. */
export async function story() {
  const [editor, author] = await Promise.all(
    (["editor", "contributor"] as const).map((role) => makeContributor(db(), { role })),
  );
  if (!editor || !author) throw new Error("Nobody is there.");
  const issue = await makeIssue(db(), {
    sections: [{ stories: [{ headline: "Harbour — by the hour", authorId: author.id, sources: [{}] }] }],
  });
  const storyId = issue.stories[0]?.id ?? "";
  const link = await db().storySource.findFirstOrThrow({ where: { storyId } });
  const { sourceId } = link;
  const snapshot = await makeSnapshot(db(), { sourceId, text: PAGE });
  return { editor, author, issue, storyId, sourceId, snapshotId: snapshot.id };
}

/** Marks words as a claim and saves the story with them, as an editor's browser does. */
export async function claimOf(
  actor: Actor,
  storyId: string,
  text: string,
  kind: Exclude<Kind, "statement"> = "fact",
): Promise<string> {
  const id = crypto.randomUUID();
  await markClaim(actor, { id, storyId, kind, text });
  await write(actor, storyId, doc(p("Before. ", claimMark(id, text), " After.")));
  return id;
}

/** Saves a story's text on top of whatever stands. */
export async function write(actor: Actor, storyId: string, body: RichText): Promise<void> {
  const { version } = await db().story.findUniqueOrThrow({ where: { id: storyId } });
  await saveStory(actor, { id: storyId, version, body });
}

/** Attaches the words of a text to a claim; answers the row's id and the claim as it stands then. */
export function attach(actor: Actor, claimId: string, snapshotId: string, words: string, text = PAGE) {
  const start = text.indexOf(words);
  return attachEvidence(actor, { claimId, snapshotId, start, end: start + words.length });
}
