import { currentActor } from "@/lib/auth/session";
import { exportOpml } from "@/lib/feeds/queries";

/** The feeds as an OPML file, for another reader. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return new Response("Sign in to the desk first.", { status: 401 });
  return new Response(await exportOpml(actor), {
    headers: {
      "Content-Type": "text/x-opml; charset=utf-8",
      "Content-Disposition": 'attachment; filename="feeds.opml"',
      "Cache-Control": "no-store",
    },
  });
}
