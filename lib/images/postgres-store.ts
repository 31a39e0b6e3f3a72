import { db } from "@/lib/db";
import type { Store } from "@/lib/images/store";

/** Pictures in the database itself: one backup holds everything, and there is nothing more to run. */
export const postgresStore: Store = {
  keep: async ({ data }) => data,
  read: async ({ imageId, width }) => {
    const row = await db().imageVariant.findUnique({
      where: { imageId_width: { imageId, width } },
      select: { data: true },
    });
    if (!row?.data) throw new Error(`The database does not hold picture ${imageId} at ${width} pixels.`);
    return row.data;
  },
  // They go with their row.
  remove: async () => undefined,
};
