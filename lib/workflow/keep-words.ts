import type { Db } from "@/lib/db";
import { issueWords, readIssue, readPublication } from "@/lib/issues/read-draft";
import type { Actor } from "@/lib/policy";
import { keepRevision } from "@/lib/revisions/keep";
import { richTextColumn } from "@/lib/rich-text/column";
import { storedRichText } from "@/lib/rich-text/document";
import type { LockedWork } from "@/lib/workflow/lock";

/** Keeps the words that are sent to review or approved as a revision of their own, so that no later autosave takes its place. */
export async function keepWords(tx: Db, actor: Actor, locked: LockedWork, name?: string): Promise<void> {
  const { what, id, version } = locked;
  const kept = { version, reason: "review", ...(name && { name }) } as const;
  if (what === "issue") {
    const words = issueWords(await readIssue(tx, id), (await readPublication(tx)).labels);
    const document = JSON.parse(JSON.stringify(words));
    await keepRevision(tx, actor, { issueId: id }, { ...kept, document });
    return;
  }
  const story = await tx.story.findUniqueOrThrow({ where: { id } });
  const document = {
    headline: story.headline,
    body: richTextColumn(storedRichText(story.body)),
    whyItMatters: richTextColumn(storedRichText(story.whyItMatters)),
  };
  await keepRevision(tx, actor, { storyId: id }, { ...kept, document });
}
