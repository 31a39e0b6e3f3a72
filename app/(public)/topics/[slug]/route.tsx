import { assets } from "@/app/(public)/assets";
import { forward, type Rendered, renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { topicAddress } from "@/components/edition/addresses";
import { Document } from "@/components/edition/document";
import { TopicPage } from "@/components/edition/topic-page";
import { TAGS } from "@/lib/cache";
import { getPublication } from "@/lib/editions/public";
import { topicJsonLd } from "@/lib/entities/json-ld";
import { readTopic } from "@/lib/entities/public";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

/** Null for what nothing is published about. */
async function topicPage(slug: string, today: string): Promise<Rendered | null> {
  const [publication, topic] = await Promise.all([getPublication(), readTopic(slug)]);
  if (topic === null) return null;
  if ("movedTo" in topic) return forward(topicAddress(topic.movedTo));
  return renderDocument(
    <Document
      publication={publication}
      assets={await assets()}
      head={{
        title: `${topic.name} · ${publication.name}`,
        description: `Everything that ${publication.name} has published about ${topic.name}: stories, claims and what became of them, sources.`,
        canonical: new URL(topicAddress(topic.slug), env().PLUMBLINE_URL).href,
        data: topicJsonLd(topic, publication, env().PLUMBLINE_URL),
      }}
    >
      <TopicPage topic={topic} today={today} language={publication.language} />
    </Document>,
  );
}

export async function GET(
  request: Request,
  context: { params: Promise<{ slug: string }> },
): Promise<Response> {
  const { slug } = await context.params;
  const today = new Date().toISOString().slice(0, 10);
  // What is due changes with the day, without a new edition.
  const key = `${topicAddress(slug)} ${today}`;
  return answer(request, {
    key,
    produce: () => topicPage(slug, today),
    tags: [TAGS.entities, TAGS.outcomes],
  });
}
