import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { markAllRead, markRead } from "@/lib/notifications/commands";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { startThread } from "@/lib/threads/commands";
import { makeContributor, makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

async function desk() {
  const [editor, author, guest] = await Promise.all(
    ["One", "Two", "Three"].map((name) => makeContributor(db(), { name: `${name} of the desk` })),
  );
  if (!editor || !author || !guest) throw new Error("Nobody is there.");
  const issue = await makeIssue(db(), { sections: [{ stories: [{ authorId: author.id }] }] });
  return { editor, author, guest, storyId: issue.stories[0]?.id ?? "" };
}

it("notifications are each person's own, counted and marked as read", async () => {
  const { editor, author, guest, storyId } = await desk();
  await startThread(guest, { storyId, about: null, text: `@${editor.name}, look`, mentions: [editor.id] });
  await startThread(guest, { storyId, about: null, text: `@${editor.name}, again`, mentions: [editor.id] });
  const { lines, unread } = await listNotifications(editor);
  expect(unread).toBe(2);
  expect(lines[0]).toMatchObject({ kind: "mention", actor: guest.name, read: false, story: { id: storyId } });
  const ids = lines.slice(0, 1).map(({ id }) => id);
  expect(await markRead(author, { ids })).toEqual({ marked: 0 });
  expect(await markRead(editor, { ids })).toEqual({ marked: 1 });
  expect(await countUnread(editor)).toBe(1);
  expect(await countUnread(author)).toBe(2);
  await markAllRead(editor);
  expect(await countUnread(editor)).toBe(0);
  await db().story.update({
    where: { id: storyId },
    data: { trashedAt: new Date(), sectionId: null, position: null },
  });
  expect(await listNotifications(author)).toEqual({ lines: [], unread: 0 });
});
