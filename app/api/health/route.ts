import { databaseAnswers } from "@/lib/database-health";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** For load balancers and monitors: 200 when readers can be served anew, 503 when Postgres does not answer. */
export async function GET(): Promise<Response> {
  const reachable = await databaseAnswers();
  return Response.json(
    { status: reachable ? "ok" : "unavailable", version, database: reachable ? "ok" : "unreachable" },
    { status: reachable ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}
