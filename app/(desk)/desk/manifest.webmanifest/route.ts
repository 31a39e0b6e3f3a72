import { assets } from "@/app/(public)/assets";

/**
 * What makes the desk an app that can be installed, and pages be shared with it. It is the same for everybody and says
 * nothing of what is on the desk, so it asks for no session: browsers fetch it without one.
 */
export async function GET(): Promise<Response> {
  const { icon } = await assets();
  const manifest = {
    id: "/desk",
    name: "Plumbline desk",
    short_name: "Plumbline",
    start_url: "/desk",
    scope: "/desk",
    display: "standalone",
    background_color: "#f1eee6",
    theme_color: "#f1eee6",
    icons: [{ src: icon, type: "image/svg+xml", sizes: "any" }],
    // A GET shows what was sent and changes nothing (app/(desk)/desk/collect).
    share_target: {
      action: "/desk/collect",
      method: "GET",
      params: { title: "title", text: "text", url: "url" },
    },
  };
  return Response.json(manifest, { headers: { "Content-Type": "application/manifest+json" } });
}
