"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { bareAddress } from "@/components/desk/sources/source-lines";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/errors";
import type { SamePage } from "@/lib/sources/same-page";

interface Seen {
  id: string;
  version: number;
}

interface SamePagesProps {
  source: Seen;
  pages: SamePage[];
  mayMerge: boolean;
  mergeSources(input: Seen & { into: Seen }): Promise<Result<{ stories: number }>>;
}

/** Other sources that are this page under another address, each with one press that puts both together. */
export function SamePages({ source, pages, mayMerge, mergeSources }: SamePagesProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const isReady = useHydrated();
  const router = useRouter();
  const merge = async (page: SamePage) => {
    setBusy(page.id);
    const answer = await attempt(
      mergeSources({ id: source.id, version: source.version, into: { id: page.id, version: page.version } }),
    );
    setBusy(null);
    if (!answer.ok) {
      // What stands now is shown: the next press is of that.
      if (answer.error.code === "conflict") router.refresh();
      return void toast.error(`They were not put together. ${answer.error.message}`);
    }
    const { stories } = answer.value;
    toast(`${stories === 1 ? "1 story rests" : `${stories} stories rest`} on “${page.title}” now.`);
  };
  if (pages.length === 0) return null;
  return (
    <ul
      aria-label="The same page, or said to be"
      className="mt-3 rounded-card border border-hair bg-paper text-sm"
    >
      {pages.map((page) => (
        <li
          key={page.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-hair px-4 py-3 first:border-t-0"
        >
          <p className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
            <Which page={page} />
          </p>
          {mayMerge ? (
            <Button size="sm" disabled={!isReady} pending={busy === page.id} onClick={() => void merge(page)}>
              Cite that one instead
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** In a sentence which source it is, and how that is known. What only a page says is a question. */
function Which({ page: { id, title, url, because } }: { page: SamePage }) {
  const other = (
    <>
      <Link href={`/desk/sources/${id}`} prefetch={false} className="link">
        {title}
      </Link>
      {url ? <span className="text-quiet">, {bareAddress(url)}</span> : null}
    </>
  );
  if (because === "same") return <>The same page as {other}</>;
  if (because === "says")
    return <>This page says that it is {other}, which is a source already. Put them together?</>;
  return <>{other}, says that its page is this one. Put them together?</>;
}
