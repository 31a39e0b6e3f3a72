import { cached, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { listEditions } from "@/lib/editions/public";
import type { ByteStore } from "@/lib/generated/prisma/client";
import { nearestWidth } from "@/lib/images/sizes";
import { storeNamed, type VariantPlace } from "@/lib/images/store";

/** One size of a picture without its bytes: enough to answer who has it already. */
export interface FoundVariant extends VariantPlace {
  store: ByteStore;
  mediaType: string;
  bytes: number;
}

/** The size that answers for `width`; null for a picture that does not exist. Whether it may be seen is another question. */
export async function findVariant(id: string, width: number): Promise<FoundVariant | null> {
  const image = await db().image.findUnique({
    where: { id },
    select: {
      sha256: true,
      store: true,
      variants: { select: { width: true, mediaType: true, bytes: true } },
    },
  });
  if (!image) return null;
  const nearest = nearestWidth(
    image.variants.map((variant) => variant.width),
    width,
  );
  const variant = image.variants.find((each) => each.width === nearest);
  return variant ? { ...variant, imageId: id, sha256: image.sha256, store: image.store } : null;
}

/** The bytes of a size, from the store that has them. */
export async function readVariant(found: FoundVariant): Promise<Uint8Array<ArrayBuffer>> {
  return storeNamed(found.store).read(found);
}

/** Which pictures are in each edition this process has looked at. Editions never change, so neither does this. */
const inEdition = new Map<string, string[]>();

async function readPublished(): Promise<Record<string, true>> {
  const editionIds = (await listEditions()).map((listing) => listing.editionId);
  const unknown = editionIds.filter((id) => !inEdition.has(id));
  if (unknown.length > 0) {
    const rows = await db().$queryRaw<{ id: string; images: string[] }[]>`
      SELECT "id"::text, jsonb_path_query_array("document", '$.** ? (@.type == "figure").attrs.imageId') AS "images"
      FROM "Edition" WHERE "id" = ANY(${unknown}::uuid[])`;
    for (const { id, images } of rows) inEdition.set(id, [...new Set(images)]);
  }
  const ids = editionIds.flatMap((id) => inEdition.get(id) ?? []);
  return Object.fromEntries(ids.map((id) => [id, true]));
}

/**
 * Whether a picture is in what readers get: the latest edition of a published issue. A draft's pictures are not, and one
 * that a correction took out is not any more. Worked out once after each publication.
 */
export async function isPublished(imageId: string): Promise<boolean> {
  const published = await cached("published images", [TAGS.editions], readPublished);
  return published !== null && Object.hasOwn(published, imageId);
}
