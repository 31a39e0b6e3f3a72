import { z } from "zod";
import { cached, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { namesFinder } from "@/lib/entities/named";
import { knownOf, readEntities } from "@/lib/entities/names";
import { resolve } from "@/lib/entities/resolve";

/** What is told about entities is made from these: a name may come with an edition (lib/editions/commands.ts), or by an editor's hand. */
export const MADE_FROM = [TAGS.entities, TAGS.editions] as const;

/** Every entity as it stands. */
export const readAllEntities = async () =>
  (await cached("entities", MADE_FROM, () => readEntities(db()))) ?? [];

const appearance = z.object({
  editionId: z.string(),
  issueSlug: z.string(),
  issueNumber: z.number(),
  publishedAt: z.string(),
  weekTo: z.string().nullable(),
  anchor: z.string(),
  headline: z.string(),
  bodyText: z.string(),
  whyItMattersText: z.string(),
  speakers: z.array(z.string()),
  publishers: z.array(z.string()),
});

/** A story that readers have, and the ids of the entities that have to do with it. */
export interface Appearance
  extends Pick<
    z.infer<typeof appearance>,
    "editionId" | "issueSlug" | "issueNumber" | "publishedAt" | "weekTo" | "anchor"
  > {
  /** For each claim that one of them speaks, its id. */
  speaking: string[];
  named: string[];
  published: string[];
}

/** Every story of the latest editions of published issues; one that stands in two issues is told by the later (lib/editions/appearances.ts). */
async function readStories() {
  // Materialised: a document is unpacked once for its edition, not for each word that is read out of it.
  const rows = await db().$queryRaw`
    WITH latest AS MATERIALIZED (
      SELECT newest."id", "document"->>'slug' AS "slug", ("document"->>'number')::int AS "number",
             "document"->>'publishedAt' AS "publishedAt", "document"#>>'{week,to}' AS "weekTo",
             jsonb_path_query_array("document", '$.sections[*].stories[*]') AS "stories"
      FROM (SELECT DISTINCT ON ("issueId") "id", "issueId" FROM "Edition" ORDER BY "issueId", "number" DESC) newest
      JOIN "Edition" USING ("id") JOIN "Issue" issue ON issue."id" = newest."issueId"
      WHERE issue."publicationState" = 'published' AND issue."trashedAt" IS NULL)
    SELECT latest."id" AS "editionId", "slug" AS "issueSlug", "number" AS "issueNumber", "publishedAt", "weekTo",
           story->>'anchor' AS "anchor", story->>'headline' AS "headline", story->>'bodyText' AS "bodyText",
           story->>'whyItMattersText' AS "whyItMattersText",
           jsonb_path_query_array(story, '$.claims[*].speaker ? (@ != null)') AS "speakers",
           jsonb_path_query_array(story, '$.sources[*].publisher') AS "publishers"
    FROM latest CROSS JOIN LATERAL jsonb_array_elements("stories") story
    ORDER BY "number"`;
  const stories = z.array(appearance).parse(rows);
  return [...new Map(stories.map((story) => [story.anchor, story])).values()];
}

async function findAppearances(): Promise<Appearance[]> {
  const all = await readAllEntities();
  const known = knownOf(all);
  const find = namesFinder(all.flatMap(({ id, names }) => names.map(({ name }) => ({ name, of: id }))));
  const idsOf = (names: readonly string[]) => names.flatMap((name) => resolve(known, name)?.id ?? []);
  return (await readStories()).map(
    ({ headline, bodyText, whyItMattersText, speakers, publishers, ...where }) => ({
      ...where,
      speaking: idsOf(speakers),
      named: [...find(headline, bodyText, whyItMattersText)],
      published: [...new Set(idsOf(publishers))],
    }),
  );
}

/** Every story that readers have, by its anchor once, with the entities in it. */
export const readAppearances = async () => (await cached("appearances", MADE_FROM, findAppearances)) ?? [];

/** Whether a story is about an entity: it speaks there, or is named. */
export const isAbout = ({ speaking, named }: Appearance, id: string) =>
  speaking.includes(id) || named.includes(id);
