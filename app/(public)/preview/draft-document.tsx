import type { ReactNode } from "react";
import { assets } from "@/app/(public)/assets";
import { type Rendered, renderDocument, rendered } from "@/app/(public)/render";
import { Document } from "@/components/edition/document";
import { IssuePage } from "@/components/edition/issue-page";
import type { Edition } from "@/lib/editions/schema";

/** A draft in the very document that readers would get, with `notice` over it. It has no address of its own to be found at. */
export async function draftDocument(edition: Edition, notice: ReactNode = null): Promise<Rendered> {
  const title = `Draft: ${edition.title} · ${edition.publication.name}`;
  return renderDocument(
    <Document
      publication={edition.publication}
      assets={await assets()}
      head={{ title, description: "", canonical: null }}
    >
      {notice}
      <IssuePage edition={edition} published={false} />
    </Document>,
  );
}

const IMAGE = /(?<=["\s,])\/images\/(?=[0-9a-f-]{36}\/\d+)/gu;

/**
 * The document with its pictures asked for under the private link: they are not public yet. The components know one
 * address of a picture, readers' own, and this page is the only one where it is another.
 */
export function withImagesUnder({ body, type }: Rendered, address: string): Rendered {
  return rendered(body.replaceAll(IMAGE, `${address}/images/`), type);
}

const LEAVING = /<a (?=[^>]*\bhref="(?!#))/gu;

/**
 * The document for a frame, which has no way back and in which other pages refuse to be shown: links that leave open
 * beside it. Its head has a name, so that it is told from that of the page around it.
 */
export function forFrame({ body, type }: Rendered): Rendered {
  const named = body.replace('<header class="bar">', '<header class="bar" aria-label="Readers’ page">');
  return rendered(named.replaceAll(LEAVING, '<a target="_blank" rel="noopener" '), type);
}
