import type { Metadata } from "next";
import Link from "next/link";
import { foldPassages } from "@/components/desk/compared-folds";
import { ComparedText } from "@/components/desk/compared-text";
import { Crumbs } from "@/components/desk/crumbs";
import { CompareForm } from "@/components/desk/sources/compare-form";
import { ComparedSnapshots } from "@/components/desk/sources/compared-snapshots";
import { firstOf } from "@/components/desk/sources/first-of";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { getSnapshotText } from "@/lib/evidence/queries";
import type { Actor } from "@/lib/policy";
import { compareTexts } from "@/lib/snapshots/compare";
import type { SnapshotLine } from "@/lib/sources/overview-schema";
import { orNotFound } from "../../../or-not-found";
import { sourceOr404 } from "../../source-or-404";

type Parameters = Record<string, string | string[] | undefined>;

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Parameters>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: `Snapshots of ${(await sourceOr404(actor, (await params).id)).title} compared` };
}

/** The two texts that the address names; by default the newest, and the one before what is after. */
function chosen(texts: SnapshotLine[], { before, after }: Parameters) {
  const is = texts.find(({ id }) => id === after) ?? texts[0];
  const place = is ? texts.indexOf(is) : 0;
  const was = texts.find(({ id }) => id === before) ?? texts[place + 1] ?? texts[place];
  return { was, is };
}

/** Any two snapshots of a source, compared word by word: `?before=…&after=…`, `&view=whole` for the whole text. */
export default async function CompareSnapshots({ params, searchParams }: Props) {
  const actor = await requireDeskActor();
  const source = await sourceOr404(actor, (await params).id);
  const asked = await searchParams;
  const texts = source.history.filter(({ failure }) => failure === null);
  const { was, is } = chosen(texts, asked);
  return (
    <main className="mx-auto max-w-4xl px-3 py-4 sm:px-4">
      <Crumbs
        links={[
          { href: "/desk/sources", label: "Sources" },
          { href: `/desk/sources/${source.id}`, label: source.title },
        ]}
      />
      <h1 className="mb-3 font-semibold">Two snapshots compared</h1>
      {was && is ? (
        <>
          <CompareForm sourceId={source.id} texts={texts} before={was.id} after={is.id} />
          <Comparison
            actor={actor}
            address={`/desk/sources/${source.id}/compare?before=${was.id}&after=${is.id}`}
            {...{ was, is }}
            isWhole={asked.view === "whole"}
          />
        </>
      ) : (
        <EmptyState title="No text yet">
          As soon as the page was read twice, what changed stands here.
        </EmptyState>
      )}
    </main>
  );
}

/** Characters of a comparison that one page shows. */
const MOST = 200_000;

interface ComparisonProps {
  actor: Actor;
  address: string;
  was: SnapshotLine;
  is: SnapshotLine;
  isWhole: boolean;
}

async function Comparison({ actor, address, was, is, isWhole }: ComparisonProps) {
  const [before, after] = await Promise.all(
    [was, is].map(({ id }) => getSnapshotText(actor, { id }).catch(orNotFound)),
  );
  const compared = compareTexts(before?.text ?? "", after?.text ?? "");
  const whole = isWhole || compared.changes === 0;
  const { passages, isCut } = firstOf(compared.passages, MOST, !whole);
  const count = passages.flatMap(({ blocks }) => blocks).filter(({ change }) => change !== "same").length;
  const isOtherReader = was.extractorVersion !== is.extractorVersion && was.origin === is.origin;
  return (
    <div className="mt-3">
      <ComparedSnapshots
        key={address}
        count={count}
        remark={
          compared.changes > 0 ? (
            <Link href={isWhole ? address : `${address}&view=whole`} className="link inline-block leading-6">
              {isWhole ? "Only changes" : "Whole text"}
            </Link>
          ) : null
        }
      >
        {compared.isOther ? (
          <p className="mb-4 text-pretty">
            These texts have too little in common to be compared word by word.
          </p>
        ) : null}
        {isOtherReader ? (
          <p className="mb-4 text-pretty text-quiet">
            Another version of Plumbline read each text out of its page, which may be all of the difference.
          </p>
        ) : null}
        <ComparedText level={2} passages={foldPassages(passages, whole ? "whole" : "changes")} />
        {isCut ? (
          <p className="mt-4 text-pretty">The rest is left away here. Read both texts for it.</p>
        ) : null}
      </ComparedSnapshots>
    </div>
  );
}
