import { s3Objects } from "@/lib/bytes/s3-objects";
import type { S3Settings } from "@/lib/env";
import type { Store } from "@/lib/images/store";

/** Keys are made from what was uploaded, so adding a picture again after a failure writes the same objects. */
const keyOf = (sha256: string, width: number) => `images/${sha256}/${width}.webp`;

/** Pictures in an S3-compatible store. */
export function s3Store(settings: S3Settings): Store {
  const objects = s3Objects(settings);
  return {
    keep: async ({ sha256, width, ...body }) => {
      await objects.put(keyOf(sha256, width), body);
      return null;
    },
    read: ({ sha256, width }) => objects.get(keyOf(sha256, width)),
    remove: ({ sha256, width }) => objects.remove(keyOf(sha256, width)),
  };
}
