import { answerNotFound } from "@/app/(public)/respond";

export const dynamic = "force-dynamic";

/** Where proxy.ts sends addresses that cannot be decoded. */
export function GET(request: Request): Promise<Response> {
  return answerNotFound(request);
}
