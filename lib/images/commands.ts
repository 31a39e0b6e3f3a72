import { createHash } from "node:crypto";
import { record } from "@/lib/audit";
import { db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { encodeImage, type Variant } from "@/lib/images/encode";
import { type AddedImage, imageFileName, MAX_IMAGE_BYTES, TOO_LARGE_FILE } from "@/lib/images/schema";
import { chosenStore, storeNamed } from "@/lib/images/store";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";

const added = { id: true, width: true, height: true } as const;

/** The picture that was made from this very file before, if any: nobody may erase it now that it is about to be named again. */
async function findKnown(sha256: string): Promise<AddedImage | null> {
  const data = { unnamedSince: null };
  const [known] = await db().image.updateManyAndReturn({ where: { sha256 }, data, select: added });
  return known ?? null;
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time in a process: each may unfold to hundreds of megabytes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

async function keep(actor: Actor, file: { fileName: string; sha256: string }, variants: Variant[]) {
  const { sha256 } = file;
  const store = chosenStore();
  const { keep: keepIn } = storeNamed(store);
  const rows = await Promise.all(
    variants.map(async ({ data, ...variant }) => ({
      ...variant,
      bytes: data.length,
      data: await keepIn({ ...variant, sha256, data }),
    })),
  );
  const { width, height } = variants.at(-1) ?? { width: 0, height: 0 };
  return transaction(async (tx) => {
    // Two uploads of one file at the same moment: the second waits here, then finds what the first made.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${sha256}, 0))`;
    const known = await tx.image.findUnique({ where: { sha256 }, select: added });
    if (known) return known;
    const made = await tx.image.create({
      data: { ...file, width, height, store, uploadedById: actor.id, variants: { create: rows } },
      select: added,
    });
    await record(tx, actor, "image.add", "Image", made.id, { fileName: file.fileName, width, height });
    return made;
  });
}

/**
 * Adds a picture: re-encoded in every width it is sent in, kept in the store of the setting. The same file is kept once
 * and answers the same id. `bytes` is the whole file, `fileName` only for people. Throws AppError "invalid" with a
 * sentence for a file over 20 MB, one that is no picture, has more than 50 megapixels or breaks off.
 */
export async function addImage(
  actor: Actor,
  input: { fileName: string; bytes: Uint8Array },
): Promise<AddedImage> {
  authorize(actor, "image.add");
  const { bytes } = input;
  const fileName = parse(imageFileName, input.fileName);
  if (bytes.length > MAX_IMAGE_BYTES) throw new AppError("invalid", TOO_LARGE_FILE);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await findKnown(sha256);
  if (known) return known;
  return keep(actor, { fileName, sha256 }, await inTurn(() => encodeImage(bytes)));
}
