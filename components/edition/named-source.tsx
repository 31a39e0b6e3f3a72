import { webAddress } from "@/components/edition/addresses";
import { Day } from "@/components/edition/day";
import type { EditionSource } from "@/lib/editions/schema";

interface NamedSourceProps {
  source: Pick<EditionSource, "url" | "title" | "byline" | "publisher" | "publishedAt">;
  language: string;
}

/** A source as readers are told of it: its title, which leads to it where it has an address, whose it is, and its day. */
export function NamedSource({ source, language }: NamedSourceProps) {
  const address = webAddress(source.url);
  const about = [source.byline, source.publisher].filter(Boolean).join(", ");
  return (
    <>
      {address ? <a href={address}>{source.title}</a> : <cite>{source.title}</cite>}
      {about ? `, ${about}` : null}
      {source.publishedAt ? (
        <>
          , <Day iso={source.publishedAt} language={language} />
        </>
      ) : null}
    </>
  );
}
