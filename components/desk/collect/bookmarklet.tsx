"use client";

import { Bookmark } from "lucide-react";
import { useCallback } from "react";
import { toast } from "sonner";
import { buttonClass } from "@/components/ui/button";
import { CopyLine } from "@/components/ui/copy-line";

/** Characters of a selection that travel in an address: servers take about 16 kB of headers, and a letter may need nine. */
const MOST_SELECTED = 1_200;

/** The program behind the bookmark: opens the desk's page for collecting with what is open and selected. */
function codeFor(siteUrl: string): string {
  const address = JSON.stringify(`${siteUrl.replace(/\/$/, "")}/desk/collect?`);
  const page = `url:location.href,title:document.title.slice(0,300),text:String(getSelection()).slice(0,${MOST_SELECTED})`;
  return `javascript:(()=>{open(${address}+new URLSearchParams({${page}}),"plumbline","width=560,height=720")})()`;
}

/** How a bookmark sends the open page here: dragged to the bookmarks bar, or made by hand from its code. */
export function Bookmarklet({ siteUrl }: { siteUrl: string }) {
  const code = codeFor(siteUrl);
  // React takes such an address away, and rightly so; this one is our own, and the page's policy keeps it from running here.
  const link = useCallback(
    (element: HTMLAnchorElement | null) => element?.setAttribute("href", code),
    [code],
  );
  return (
    <section aria-labelledby="bookmarklet" className="rounded-card border border-hair bg-paper p-4 sm:p-5">
      <h2 id="bookmarklet" className="font-serif text-lg font-medium">
        From any page, by a bookmark
      </h2>
      <p className="mt-1 mb-3 text-pretty text-quiet">
        Drag this button to your bookmarks bar. On a page, select what matters and press it: the page opens
        here with its title and your selection.
      </p>
      <a
        ref={link}
        href="/desk/collect"
        draggable
        onClick={(event) => {
          event.preventDefault();
          toast("Drag it to your bookmarks bar. Pressing it works on other pages.");
        }}
        className={`${buttonClass()} cursor-grab`}
      >
        <Bookmark aria-hidden size={15} />
        Collect in Plumbline
      </a>
      <p className="mt-4 mb-1.5 text-sm text-pretty text-quiet">
        No bookmarks bar, or a phone? Make a bookmark of any page, then put this code in the place of its
        address.
      </p>
      <CopyLine label="Code of the bookmark" text={code} />
      <p className="mt-4 text-sm text-pretty text-quiet">
        On a phone you can also install the desk from the browser’s menu (“Add to home screen”): then “Share”
        in other apps offers Plumbline.
      </p>
    </section>
  );
}
