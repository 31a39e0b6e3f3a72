import type { ReactNode } from "react";
import { assets } from "@/app/(public)/assets";
import { type Rendered, renderDocument } from "@/app/(public)/render";
import { Document } from "@/components/edition/document";
import { MessagePage } from "@/components/edition/message-page";
import type { PublicationName } from "@/lib/editions/listing";
import { getPublication } from "@/lib/editions/public";

async function message(publication: PublicationName, title: string, sentences: ReactNode): Promise<Rendered> {
  return renderDocument(
    <Document
      publication={publication}
      assets={await assets()}
      head={{ title: `${title} · ${publication.name}`, description: "", canonical: null }}
    >
      <MessagePage title={title}>{sentences}</MessagePage>
    </Document>,
  );
}

export async function notFoundDocument(): Promise<Rendered> {
  return message(
    await getPublication(),
    "There is no such page",
    <p>
      The address may be mistyped, or what was here has been withdrawn. Every published issue is in the{" "}
      <a href="/archive">archive</a>, and the latest is on the <a href="/">front page</a>.
    </p>,
  );
}

/** Says that a page cannot be shown, without a word about why inside. Works without the database. */
export async function troubleDocument(databaseAway: boolean): Promise<Rendered> {
  const publication = await getPublication().catch(() => ({
    name: "Plumbline",
    tagline: "",
    language: "en",
  }));
  return databaseAway
    ? message(
        publication,
        "We cannot read our pages just now",
        <p>Nothing is lost. The site is cut off from its database; please try again in half a minute.</p>,
      )
    : message(
        publication,
        "This page did not come out right",
        <p>
          The mistake is ours, and it has been noted. Please try again in a while, or go to the{" "}
          <a href="/">front page</a>.
        </p>,
      );
}
