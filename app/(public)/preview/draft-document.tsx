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

/** The document with something changed in its markup; its ETag is that of what is sent. */
export function altered({ body, type }: Rendered, change: (html: string) => string): Rendered {
  return rendered(change(body), type);
}
