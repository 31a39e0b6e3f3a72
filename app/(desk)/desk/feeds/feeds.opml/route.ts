import { currentActor } from "@/lib/auth/session";
import { AppError } from "@/lib/errors";
import { exportOpml } from "@/lib/feeds/queries";

/** The feeds as an OPML file, for another reader. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return new Response("Sign in to the desk first.", { status: 401 });
  const file = await exportOpml(actor).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return error;
    throw error;
  });
  if (file instanceof AppError) return new Response(file.message, { status: 404 });
  return new Response(file, {
    headers: {
      "Content-Type": "text/x-opml; charset=utf-8",
      "Content-Disposition": 'attachment; filename="feeds.opml"',
      "Cache-Control": "no-store",
    },
  });
}
