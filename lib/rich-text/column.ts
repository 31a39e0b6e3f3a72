import type { Prisma } from "@/lib/generated/prisma/client";
import type { RichText } from "@/lib/rich-text/document";

/** A validated document as Prisma's JSON columns take it; its type only lacks an index signature. */
export function richTextColumn(document: RichText): Prisma.InputJsonObject {
  return document as unknown as Prisma.InputJsonObject;
}
