import { z } from "zod";
import { id } from "@/lib/id";
import { IMAGE_WIDTHS } from "@/lib/images/address";

/** Bytes that an uploaded file may have. */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;
export const TOO_LARGE_FILE =
  "This picture is larger than 20 MB. Save it smaller (2,000 pixels wide is plenty), then add it again.";

/** Pixels that a picture may have: a small file can unfold to more than a machine has memory for. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/** What was uploaded under which name. The name says nothing about what is inside; it is kept for people. */
export const imageFileName = z
  .string()
  .transform((name) => name.replace(/[\p{Cc}\p{Cs}]/gu, "").trim())
  .pipe(z.string().max(255, { error: "A file's name has at most 255 characters." }))
  .transform((name) => name || "picture");

/** A picture's address taken apart: /images/<id>/<width>. */
export const imagePlace = z.strictObject({
  id,
  width: z.enum(IMAGE_WIDTHS.map(String)).transform(Number),
});

/** A picture that was added: what the text keeps of it. Pixels of the largest variant. */
export interface AddedImage {
  id: string;
  width: number;
  height: number;
}
