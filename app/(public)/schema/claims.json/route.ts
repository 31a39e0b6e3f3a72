import { rendered } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { claimsJsonSchema } from "@/lib/claims/table/export";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answer(request, {
    key: "/schema/claims.json",
    produce: async () =>
      rendered(JSON.stringify(claimsJsonSchema(env().PLUMBLINE_URL), null, 2), "application/schema+json"),
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
