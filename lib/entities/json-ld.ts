import type { JsonLd } from "@/lib/editions/json-ld";
import type { PublicationName } from "@/lib/editions/listing";
import type { EntityKind } from "@/lib/entities/schema";
import type { Topic } from "@/lib/entities/topic";

const TYPES: Record<EntityKind, string> = {
  organisation: "Organization",
  person: "Person",
  product: "Product",
};

/**
 * The page about one entity in the vocabulary of schema.org: a CollectionPage about an Organization, a Person, a Product, or a
 * Thing while nobody has said which, with the stories it collects. `site` is the absolute address of the publication.
 */
export function topicJsonLd(topic: Topic, publication: PublicationName, site: string): JsonLd {
  const at = (path: string) => new URL(path, site).href;
  const { name, kind, otherNames } = topic;
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    "@id": at(`/topics/${topic.slug}`),
    url: at(`/topics/${topic.slug}`),
    name,
    inLanguage: publication.language,
    about: {
      "@type": kind === null ? "Thing" : TYPES[kind],
      name,
      ...(otherNames.length > 0 && { alternateName: otherNames }),
    },
    publisher: { "@type": "Organization", name: publication.name, url: at("/") },
    ...(topic.stories.length > 0 && {
      hasPart: topic.stories.map(({ story, issueSlug, publishedAt }) => ({
        "@type": "Article",
        headline: story.headline,
        url: at(`/issues/${issueSlug}#${story.anchor}`),
        datePublished: publishedAt,
      })),
    }),
  };
}
