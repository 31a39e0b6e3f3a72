import { assets } from "@/app/(public)/assets";
import { forward, renderDocument } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { TOPICS, topicAddress } from "@/components/edition/addresses";
import { Document } from "@/components/edition/document";
import { TopicsPage } from "@/components/edition/topics-page";
import { TAGS } from "@/lib/cache";
import { getPublication } from "@/lib/editions/public";
import { entityKey } from "@/lib/entities/key";
import { listTopics, topicOfName } from "@/lib/entities/public";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

async function topics() {
  const [publication, listings] = await Promise.all([getPublication(), listTopics()]);
  return renderDocument(
    <Document
      publication={publication}
      assets={await assets()}
      head={{
        title: `Topics · ${publication.name}`,
        description: `Every organisation, person and product that ${publication.name} has written about.`,
        canonical: new URL(TOPICS, env().PLUMBLINE_URL).href,
      }}
    >
      <TopicsPage topics={listings} />
    </Document>,
  );
}

/** `?name=` leads to the topic that has this name, however it is spelt. */
async function named(name: string) {
  const slug = await topicOfName(name);
  return slug === null ? null : forward(topicAddress(slug));
}

export function GET(request: Request): Promise<Response> {
  const name = new URL(request.url).searchParams.get("name");
  const tags = [TAGS.entities];
  return name === null
    ? answer(request, { key: TOPICS, produce: topics, tags })
    : answer(request, { key: `${TOPICS}?name=${entityKey(name)}`, produce: () => named(name), tags });
}
