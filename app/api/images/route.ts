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

/** Adds the picture that is the request's body; `?name=` is what its file is called. Answers a Result as JSON. */
export async function POST(request: Request): Promise<Response> {
  const answer: Result<AddedImage> = await asResult(async (actor) => {
    // Before the body: nobody fills memory who may not add a picture.
    authorize(actor, "image.add");
    const fileName = new URL(request.url).searchParams.get("name") ?? "";
    return addImage(actor, { fileName, bytes: await readBody(request) });
  });
  return Response.json(answer, {
    status: answer.ok ? 200 : STATUS[answer.error.code],
    headers: { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" },
  });
}
