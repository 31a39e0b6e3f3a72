import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { CollectActions } from "@/components/desk/inbox/inbox-actions";
import { subjectOf } from "@/components/desk/running-order-words";
import type { Undo } from "@/lib/inbox/schema";

interface Sent {
  added: number;
  known: number;
  repeated: number;
  storyId: string | null;
  undo: Undo | null;
}

const pages = (count: number) => (count === 1 ? "1 page" : `${count} pages`);

/** What became of what was sent, in a sentence; `headline` is that of the story it went to, if it was there before. */
export function sentSentence({ added, known, repeated, storyId }: Sent, headline: string | null): string {
  const where =
    storyId === null ? "in the inbox" : headline === null ? "in a new story" : `in “${subjectOf(headline)}”`;
  if (added === 0)
    return known === 1 ? `This page is ${where} already.` : `All ${known} pages are ${where} already.`;
  const besides = known > 0 ? `; ${pages(known)} ${known === 1 ? "was" : "were"} there already` : "";
  const twice =
    repeated === 0
      ? ""
      : `; ${repeated} more ${repeated === 1 ? "address leads" : "addresses lead"} to the same`;
  return `${pages(added)} collected ${where}${besides}${twice}.`;
}

/** Tells what became of it, with the way there and the way back. */
export function undoableSent(
  sent: Sent,
  headline: string | null,
  bringBack: CollectActions["bringBack"],
  open: (address: string) => void,
): void {
  const { undo } = sent;
  const sentence = sentSentence(sent, headline);
  // The story in hand is on the screen.
  const address = sent.storyId === null ? "/desk/inbox" : `/desk/stories/${sent.storyId}`;
  const way = headline === null ? { action: { label: "Open", onClick: () => open(address) } } : {};
  if (!undo) return void toast(sentence, way);
  const takeBack = async () => {
    const answer = await attempt(bringBack(undo));
    if (answer.ok) toast("It was taken back.");
    else toast.error(`It could not be undone. ${answer.error.message}`);
  };
  const back = { label: "Undo", onClick: () => void takeBack() };
  toast(sentence, { duration: 10_000, ...(headline === null ? { ...way, cancel: back } : { action: back }) });
}
