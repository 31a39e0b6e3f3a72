import { answerNotFound } from "@/app/(public)/respond";

export const dynamic = "force-dynamic";

/** Every address that nothing else answers. A route handler, so that this page too is free of JavaScript. */
export function GET(request: Request): Promise<Response> {
  return answerNotFound(request);
}
