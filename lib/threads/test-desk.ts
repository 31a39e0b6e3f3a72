import { db } from "@/lib/db";
import { listNotifications } from "@/lib/notifications/queries";
import { storedRichText } from "@/lib/rich-text/document";
import { selectorAt } from "@/lib/threads/anchor";
import { suggestChange } from "@/lib/threads/commands";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";

export const TEXT = "The port charges by the hour from May, and nobody asked the pilots.";

/** A story of a contributor in an issue, an editor, and a guest who may not write there. */
export async function desk() {
  const [editor, author, guest] = await Promise.all(
    (["editor", "contributor", "contributor"] as const).map((role) =>
      makeContributor(db(), { role, name: `${role} ${crypto.randomUUID().slice(0, 6)}` }),
    ),
  );
  if (!editor || !author || !guest) throw new Error("Nobody is there.");
  const story = { headline: "Harbour — by the hour", body: paragraphs(TEXT), authorId: author.id };
  const issue = await makeIssue(db(), { sections: [{ stories: [story] }] });
  const storyId = issue.stories[0]?.id ?? "";
  const about = (words: string) => {
    const start = TEXT.indexOf(words);
    return { part: "body" as const, selector: selectorAt(TEXT, start, start + words.length) };
  };
  const suggest = (words: string, replacement: string, by = guest) =>
    suggestChange(by, { storyId, ...about(words), replacement, text: "" });
  const standing = async () => {
    const row = await db().story.findUniqueOrThrow({ where: { id: storyId } });
    return { version: row.version, text: storedRichText(row.body) };
  };
  return { editor, author, guest, issue, storyId, about, suggest, standing };
}

/** What kinds of things a person was told, newest first. */
export const told = async (person: { id: string; role: "editor" | "contributor" | "admin"; name: string }) =>
  (await listNotifications(person)).lines.map(({ kind }) => kind);
