/** Next calls this once when a server starts: settings that are missing or wrong stop it there, each by its name. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("@/lib/env");
  env();
}
