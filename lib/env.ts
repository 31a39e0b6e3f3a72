import { z } from "zod";

const S3_SETTINGS = [
  "S3_ENDPOINT",
  "S3_REGION",
  "S3_BUCKET",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
] as const;

/** A setting that `.env` leaves empty is one that is not set. */
const setting = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

/** A switch that is on with 1 and off without it; anything else is a mistake. */
const flag = z.preprocess(
  (value) => value === "1" || value || false,
  z.boolean({ error: 'must be "1" or empty' }),
);

const schema = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }),
    /** Where readers reach the site; every absolute link is made from it, never from a request's Host. */
    PLUMBLINE_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }),
    NEXTAUTH_SECRET: z.string().min(32, { error: "must have at least 32 characters" }),
    /** Where new pictures are kept. Those kept elsewhere stay there and stay readable. */
    IMAGE_STORE: z.preprocess(
      (value) => value || undefined,
      z.enum(["postgres", "s3"], { error: 'must be "postgres" or "s3"' }).default("postgres"),
    ),
    /** Where the bytes of sources' snapshots are kept; each snapshot remembers. */
    SNAPSHOT_STORE: z.preprocess(
      (value) => value || undefined,
      z.enum(["postgres", "s3"], { error: 'must be "postgres" or "s3"' }).default("postgres"),
    ),
    /** Days after which a snapshot's raw bytes are given up; its text stays. Without it they are kept for good. */
    SNAPSHOT_RAW_DAYS: setting.pipe(
      z
        .string()
        .regex(/^[1-9]\d{0,4}$/, { error: "must be a number of days" })
        .transform(Number)
        .optional(),
    ),
    S3_ENDPOINT: setting.pipe(
      z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
    ),
    S3_REGION: setting,
    S3_BUCKET: setting,
    S3_ACCESS_KEY_ID: setting,
    S3_SECRET_ACCESS_KEY: setting,
    NODE_ENV: setting,
    /** Lets fetches reach this machine's own servers; see lib/fetch/door.ts. */
    PLUMBLINE_ALLOW_LOOPBACK_FETCH: flag,
    /** Set by `npm test` alone, for the app that it serves to its own browser. */
    PLUMBLINE_TEST_RUN: flag,
  })
  .superRefine((settings, context) => {
    if (settings.PLUMBLINE_ALLOW_LOOPBACK_FETCH && isProduction(settings)) {
      const message = "is for tests and local work, production refuses it; take it out";
      context.addIssue({ code: "custom", path: ["PLUMBLINE_ALLOW_LOOPBACK_FETCH"], message });
    }
  })
  .superRefine((settings, context) => {
    const needs = (["IMAGE_STORE", "SNAPSHOT_STORE"] as const).find((name) => settings[name] === "s3");
    if (needs === undefined) return;
    for (const name of S3_SETTINGS.filter((each) => settings[each] === undefined)) {
      context.addIssue({ code: "custom", path: [name], message: `is missing; ${needs}=s3 needs it` });
    }
  });

function isProduction(settings: { NODE_ENV?: string | undefined; PLUMBLINE_TEST_RUN: boolean }): boolean {
  return settings.NODE_ENV === "production" && !settings.PLUMBLINE_TEST_RUN;
}

export type Env = z.infer<typeof schema>;

/**
 * Settings from `variables` (by default the process environment).
 * Throws an Error whose message names every setting that is missing or wrong.
 */
export function parseEnv(variables: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Plumbline cannot start, its settings are incomplete or wrong:\n${lines.join("\n")}`);
}

let parsed: Env | undefined;

/** The settings, parsed once. `npm start` sets every one of them; see README, Configuration. */
export function env(): Env {
  parsed ??= parseEnv();
  return parsed;
}

/** Where and how an S3-compatible store is reached. */
export interface S3Settings {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/**
 * The settings of the S3-compatible store. Throws an Error that names what is missing: pictures and snapshots may be kept
 * there still after the setting was changed.
 */
export function s3Settings(settings: Env): S3Settings {
  const missing = S3_SETTINGS.filter((name) => settings[name] === undefined);
  if (missing.length > 0) {
    throw new Error(`Something is kept in an S3 store, which needs settings: ${missing.join(", ")}`);
  }
  const { S3_ENDPOINT = "", S3_REGION = "", S3_BUCKET = "" } = settings;
  const { S3_ACCESS_KEY_ID = "", S3_SECRET_ACCESS_KEY = "" } = settings;
  return {
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  };
}
