import type { Metadata } from "next";
import { asked } from "@/app/(desk)/desk/asked";
import { sharedPage } from "@/components/desk/collect/addresses";
import { Bookmarklet } from "@/components/desk/collect/bookmarklet";
import { CollectForm } from "@/components/desk/collect/collect-form";
import { requireDeskActor } from "@/lib/auth/session";
import { env } from "@/lib/env";
import { bringBack, findStories } from "../inbox/actions";
import { lookAtAddresses, send } from "./actions";

export const metadata: Metadata = { title: "Collect" };

const actions = { bringBack, findStories, lookAtAddresses, send };

type Parameters = Record<string, string | string[] | undefined>;

/** Where the bookmarklet and the share menus of phones lead. It shows what was sent; only its buttons change anything. */
export default async function Collect({ searchParams }: { searchParams: Promise<Parameters> }) {
  await requireDeskActor();
  const { url, title, text } = await searchParams;
  const page = sharedPage({ url: asked(url).trim(), title: asked(title).trim(), text: asked(text).trim() });
  const isSent = page.url !== "" || page.title !== "" || page.text !== "";
  return (
    <main className="mx-auto grid max-w-2xl gap-5 px-3 py-6 sm:px-4 sm:py-8">
      <div>
        <h1 className="font-serif text-2xl font-medium">Collect a page</h1>
        {isSent ? null : (
          <p className="mt-1 text-pretty text-quiet">
            By its address; or paste one or many addresses anywhere on the desk, outside of a text.
          </p>
        )}
      </div>
      <CollectForm key={page.url} page={page} isSent={isSent} actions={actions} />
      {isSent ? null : <Bookmarklet siteUrl={env().PLUMBLINE_URL} />}
    </main>
  );
}
