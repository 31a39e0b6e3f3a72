import { assets } from "@/app/(public)/assets";
import { type Rendered, renderDocument, rendered } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { issueAddress, sourcedAddress } from "@/components/edition/addresses";
import { Document, type DocumentHead } from "@/components/edition/document";
import { IssuePage } from "@/components/edition/issue-page";
import { TAGS } from "@/lib/cache";
import { editionJsonLd } from "@/lib/editions/json-ld";
import { getEdition, type PublishedIssue } from "@/lib/editions/public";
import type { Edition } from "@/lib/editions/schema";
import { readKnownNames } from "@/lib/entities/public";
import { env } from "@/lib/env";
import { editionToMarkdown } from "@/lib/exporters/markdown";
import { withOutcomes } from "@/lib/ledger/public";
import { conditionsOf } from "@/lib/sources/public";

export const dynamic = "force-dynamic";

function headOf(edition: Edition, folded: boolean): DocumentHead {
  const address = issueAddress(edition.slug);
  return {
    title: `${edition.title} · ${edition.publication.name} ${edition.number}`,
    description: edition.standfirst || edition.highlights.map((highlight) => highlight.text).join(" "),
    canonical: new URL(address, env().PLUMBLINE_URL).href,
    alternates: [
      { type: "text/markdown", title: "Markdown", href: `${address}.md` },
      { type: "application/json", title: "JSON", href: `${address}.json` },
    ],
    article: { publishedAt: edition.publishedAt },
    // What the issue holds is told once, at its canonical address.
    ...(folded ? {} : { data: editionJsonLd(edition, env().PLUMBLINE_URL) }),
  };
}

function page(folded: boolean) {
  return async ({ edition, previous, next }: PublishedIssue): Promise<Rendered> => {
    // What became of the sources is told of those too that settled a forecast since.
    const now = await withOutcomes(edition);
    return renderDocument(
      <Document publication={edition.publication} assets={await assets()} head={headOf(edition, folded)}>
        <IssuePage
          edition={now}
          previous={previous}
          next={next}
          folded={folded}
          conditions={await conditionsOf(now)}
          known={await readKnownNames()}
        />
      </Document>,
    );
  };
}

/** An issue in its three forms, by the ending of its address. Slugs have no dots (the database says so). */
const FORMS: Record<string, (issue: PublishedIssue) => Rendered | Promise<Rendered>> = {
  "": page(false),
  ".md": ({ edition }) => rendered(editionToMarkdown(edition), "text/markdown; charset=utf-8"),
  ".json": ({ edition }) => rendered(JSON.stringify(edition), "application/json; charset=utf-8"),
};

/** The page alone has a second view: the issue with its analysis folded away. The canonical address of both is the whole. */
function formOf(ending: string, isSourced: boolean) {
  return isSourced && ending === "" ? page(true) : FORMS[ending];
}

export async function GET(
  request: Request,
  context: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug: asked } = await context.params;
  const [, slug = asked, ending = ""] = /^(.*?)(\.[a-z]+)?$/u.exec(asked) ?? [];
  const isSourced = new URL(request.url).searchParams.get("view") === "sourced";
  return answer(request, {
    key: isSourced ? sourcedAddress(asked) : issueAddress(asked),
    produce: async () => {
      const form = formOf(ending, isSourced);
      const issue = form ? await getEdition(slug) : null;
      return form && issue ? form(issue) : null;
    },
    // What became of the sources and of the forecasts, and what speakers are called now, stands on the page alone; the data is the edition.
    tags: ending ? [] : [TAGS.sources, TAGS.outcomes, TAGS.entities],
    // The page is for readers of this site; the data is for anybody's programs.
    headers: ending ? { "Access-Control-Allow-Origin": "*" } : {},
  });
}
