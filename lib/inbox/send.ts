import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import type { InboxItem } from "@/lib/generated/prisma/client";
import { giveTo, makeStory } from "@/lib/inbox/decide";
import { lockIncoming } from "@/lib/inbox/lock";
import { askToRead } from "@/lib/inbox/read-item";
import { sendInput, type Undo } from "@/lib/inbox/schema";
import { announceCollecting } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { canonicalUrl, withoutTracking } from "@/lib/sources/canonical-url";
import { titleFromAddress } from "@/lib/sources/metadata";

type Sending = z.output<typeof sendInput>;
type Page = Sending["pages"][number];

/** What became of what was sent. */
export interface Sent {
  /** Pages that are new where they were sent to, and those that were there already. */
  added: number;
  known: number;
  /** Addresses that led to the same page as another among them. */
  repeated: number;
  /** The story they went to; null for the inbox. */
  storyId: string | null;
  /** Null when nothing was new, so that there is nothing to undo. */
  undo: Undo | null;
}

type SentOnce = Omit<Sent, "repeated">;

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

function newItem(tx: Db, actor: Actor, { url, title, selectedText }: Page): Promise<InboxItem> {
  return tx.inboxItem.create({
    data: {
      externalId: randomUUID(),
      url: withoutTracking(url),
      canonicalUrl: canonicalUrl(url),
      title: title || titleFromAddress(url),
      publisher: title ? hostOf(url) : "",
      selectedText,
      receivedById: actor.id,
    },
  });
}

/** The item of the page that waits already; what was selected this time is kept with it where it had nothing. */
async function waitingItem(tx: Db, { url, selectedText }: Page): Promise<InboxItem | null> {
  const item = await tx.inboxItem.findFirst({ where: { state: "waiting", canonicalUrl: canonicalUrl(url) } });
  if (item === null || item.selectedText || !selectedText) return item;
  return tx.inboxItem.update({ where: { id: item.id }, data: { selectedText } });
}

async function toInbox(tx: Db, actor: Actor, pages: Page[]): Promise<SentOnce> {
  const items: Undo["items"] = [];
  for (const page of pages) {
    if (await waitingItem(tx, page)) continue;
    const item = await newItem(tx, actor, page);
    await askToRead(tx, item);
    items.push({ id: item.id, version: item.version, gave: "nothing" });
  }
  const undo = items.length > 0 ? { items, withdraw: true } : null;
  return { added: items.length, known: pages.length - items.length, storyId: null, undo };
}

/** Each page is an item of its own that is taken at once: so what was selected on it stays. */
async function toStory(tx: Db, actor: Actor, pages: Page[], to: Sending["to"]): Promise<SentOnce> {
  let storyId = to.kind === "story" ? to.storyId : null;
  const items: Undo["items"] = [];
  for (const page of pages) {
    const item = await newItem(tx, actor, page);
    const isFirst = storyId === null;
    const isTyped = page.isTyped && page.title !== "";
    storyId ??= await makeStory(tx, actor, item, isTyped);
    const gave = isFirst ? "story" : await giveTo(tx, actor, item, storyId, isTyped);
    items.push({ id: item.id, version: item.version + 1, gave });
  }
  const added = items.filter(({ gave }) => gave !== "nothing").length;
  return { added, known: items.length - added, storyId, undo: added > 0 ? { items, withdraw: true } : null };
}

/** Each page once, the first of them. */
function distinct(pages: Page[]): Page[] {
  return [...new Map(pages.toReversed().map((page) => [canonicalUrl(page.url), page])).values()].reverse();
}

/**
 * What bookmarklet, share target, paste and drop do with pages: they wait in the inbox, or become the sources of a new story
 * or of one that is there. A page that waits already, or is the story's source already, does not come twice.
 * `undo` is for bringBack. Throws AppError "invalid" for what is no web address, and as lockStory for the story.
 */
export async function send(actor: Actor, input: z.input<typeof sendInput>): Promise<Sent> {
  authorize(actor, "source.collect");
  const { pages, to } = parse(sendInput, input);
  if (to.kind === "newStory") authorize(actor, "story.add");
  return transaction(async (tx) => {
    await lockIncoming(tx);
    const work = to.kind === "inbox" ? toInbox : toStory;
    const once = distinct(pages);
    const sent = { ...(await work(tx, actor, once, to)), repeated: pages.length - once.length };
    await record(tx, actor, "inbox.send", sent.storyId ? "Story" : "InboxItem", sent.storyId, {
      added: sent.added,
    });
    await announceCollecting(tx, "inbox");
    return sent;
  });
}
