import { asResult } from "@/lib/action";
import { AppError, type ErrorCode, type Result } from "@/lib/errors";
import { addImage } from "@/lib/images/commands";
import { type AddedImage, MAX_IMAGE_BYTES, TOO_LARGE_FILE } from "@/lib/images/schema";
import { authorize } from "@/lib/policy";

export const dynamic = "force-dynamic";

/** The body as it comes, and not a byte more than is allowed: a server action would have to hold it all first. */
async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get("Content-Length") ?? 0) > MAX_IMAGE_BYTES) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the stream.
    if (length > MAX_IMAGE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = () => new AppError("invalid", TOO_LARGE_FILE);

const STATUS: Record<ErrorCode, number> = {
  "not-signed-in": 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 422,
  limited: 503,
};

/** How many pictures one process holds in memory at a time; each may have 20 MB. */
const MOST = 6;
let underWay = 0;

/** Runs while fewer than MOST do. Throws AppError "limited" otherwise. */
async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= MOST) {
    throw new AppError("limited", "Several pictures are being prepared just now. Try again in a moment.");
  }
  underWay += 1;
  try {
    return await work();
  } finally {
    underWay -= 1;
  }
}

/** Adds the picture that is the request's body; `?name=` is what its file is called. Answers a Result as JSON. */
export async function POST(request: Request): Promise<Response> {
  const answer: Result<AddedImage> = await asResult(async (actor) => {
    // Before the body: nobody fills memory who may not add a picture.
    authorize(actor, "image.add");
    const fileName = new URL(request.url).searchParams.get("name") ?? "";
    return oneOfFew(async () => addImage(actor, { fileName, bytes: await readBody(request) }));
  });
  return Response.json(answer, {
    status: answer.ok ? 200 : STATUS[answer.error.code],
    headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
