import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }),
  /** Where readers reach the site; every absolute link is made from it, never from a request's Host. */
  PLUMBLINE_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }),
  NEXTAUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }),
});

export type Env = z.infer<typeof schema>;

/**
 * Settings from `variables` (by default the process environment).
 * Throws an Error whose message names every setting that is missing or wrong.
 */
export function parseEnv(variables: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Plumbline cannot start, its settings are incomplete:\n${lines.join("\n")}`);
}

let parsed: Env | undefined;

/** The settings, parsed once. `npm start` sets every one of them; see README, Configuration. */
export function env(): Env {
  parsed ??= parseEnv();
  return parsed;
}
