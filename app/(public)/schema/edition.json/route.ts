import { rendered } from "@/app/(public)/render";
import { answer } from "@/app/(public)/respond";
import { editionJsonSchema } from "@/lib/editions/json-schema";
import { env } from "@/lib/env";

export const dynamic = "force-dynamic";

export function GET(request: Request): Promise<Response> {
  return answer(request, {
    key: "/schema/edition.json",
    produce: async () =>
      rendered(JSON.stringify(editionJsonSchema(env().PLUMBLINE_URL), null, 2), "application/schema+json"),
    headers: { "Access-Control-Allow-Origin": "*" },
  });
}
