"use client";

import { useEffect, useState } from "react";
import { addressesIn } from "@/components/desk/collect/addresses";
import { CollectDialog, type Pasted } from "@/components/desk/collect/collect-dialog";
import { isInText, storyInHand } from "@/components/desk/collect/story-in-hand";
import type { CollectActions } from "@/components/desk/inbox/inbox-actions";

/** Something lies over the page and has a use of its own for what is pasted. */
const isCovered = () => document.querySelector("[role=dialog], [role=alertdialog]") !== null;

const hasLinks = (data: DataTransfer) =>
  data.types.includes("text/uri-list") && !data.types.includes("Files");

/** A list of addresses (RFC 2483) says its remarks behind "#"; a browser puts a dragged link there too. */
const linksOf = (data: DataTransfer) =>
  addressesIn(data.getData("text/uri-list").replace(/^#.*$/gm, "")).concat(
    addressesIn(data.getData("text/plain")),
  );

/**
 * Whoever pastes addresses on a page of the desk, outside of any text, or drops links there, is asked where they go: to the
 * story in hand, the inbox, or a new story.
 */
export function CollectAnywhere({ actions }: { actions: CollectActions }) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  useEffect(() => {
    const offer = (event: Event, urls: string[], element: EventTarget | null) => {
      if (urls.length === 0) return;
      event.preventDefault();
      const place = element instanceof Element ? element : null;
      setPasted({ urls: [...new Set(urls)], storyId: storyInHand(place) });
    };
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isInText(event.target) || isCovered()) return;
      offer(event, addressesIn(event.clipboardData?.getData("text/plain") ?? ""), document.activeElement);
    };
    const over = (event: DragEvent) => {
      if (event.dataTransfer && hasLinks(event.dataTransfer) && !isInText(event.target) && !isCovered()) {
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      }
    };
    const drop = (event: DragEvent) => {
      const data = event.dataTransfer;
      if (event.defaultPrevented || !data || !hasLinks(data) || isInText(event.target) || isCovered()) return;
      offer(event, linksOf(data), event.target);
    };
    document.addEventListener("paste", paste);
    document.addEventListener("dragover", over);
    document.addEventListener("drop", drop);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("dragover", over);
      document.removeEventListener("drop", drop);
    };
  }, []);
  return <CollectDialog pasted={pasted} actions={actions} onClose={() => setPasted(null)} />;
}
