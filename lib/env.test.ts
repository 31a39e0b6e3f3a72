import { expect, test } from "vitest";
import { parseEnv, s3Settings } from "@/lib/env";

const least = {
  DATABASE_URL: "postgres://localhost/digest",
  PLUMBLINE_URL: "https://digest.example",
  NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
};
const s3 = {
  S3_ENDPOINT: "https://s3.example",
  S3_REGION: "eu-central-1",
  S3_BUCKET: "pictures",
  S3_ACCESS_KEY_ID: "key",
  S3_SECRET_ACCESS_KEY: "secret",
};

test("pictures go to Postgres unless something else is said", () => {
  expect(parseEnv(least).IMAGE_STORE).toBe("postgres");
  expect(parseEnv({ ...least, IMAGE_STORE: "", S3_BUCKET: "" }).IMAGE_STORE).toBe("postgres");
});

test("a store of S3's kind needs all its settings, and each missing one is named", () => {
  expect(s3Settings(parseEnv({ ...least, ...s3, IMAGE_STORE: "s3" })).bucket).toBe("pictures");
  const lacking = { ...least, ...s3, IMAGE_STORE: "s3", S3_BUCKET: undefined, S3_REGION: "" };
  expect(() => parseEnv(lacking)).toThrow(
    /S3_REGION: is missing; IMAGE_STORE=s3 needs it\n\s+S3_BUCKET: is missing/u,
  );
  expect(() => parseEnv({ ...least, ...s3, S3_ENDPOINT: "s3.example", IMAGE_STORE: "s3" })).toThrow(
    "S3_ENDPOINT: must be an http(s) address",
  );
  expect(() => parseEnv({ ...least, IMAGE_STORE: "disk" })).toThrow(
    'IMAGE_STORE: must be "postgres" or "s3"',
  );
});

test("pictures that are in such a store still need its settings after the choice was changed", () => {
  expect(() => s3Settings(parseEnv({ ...least, ...s3, S3_BUCKET: undefined }))).toThrow(/: S3_BUCKET$/u);
});

test("fetching from this machine's own servers is for tests and local work: production refuses it", () => {
  const open = { ...least, PLUMBLINE_ALLOW_LOOPBACK_FETCH: "1" };
  expect(parseEnv(least).PLUMBLINE_ALLOW_LOOPBACK_FETCH).toBe(false);
  expect(parseEnv({ ...least, PLUMBLINE_ALLOW_LOOPBACK_FETCH: "" }).PLUMBLINE_ALLOW_LOOPBACK_FETCH).toBe(
    false,
  );
  expect(parseEnv({ ...open, NODE_ENV: "development" }).PLUMBLINE_ALLOW_LOOPBACK_FETCH).toBe(true);
  const production = { ...open, NODE_ENV: "production" };
  expect(() => parseEnv(production)).toThrow("PLUMBLINE_ALLOW_LOOPBACK_FETCH: is for tests and local work");
  expect(parseEnv({ ...production, PLUMBLINE_TEST_RUN: "1" }).PLUMBLINE_ALLOW_LOOPBACK_FETCH).toBe(true);
  expect(() => parseEnv({ ...least, PLUMBLINE_ALLOW_LOOPBACK_FETCH: "true" })).toThrow(
    'must be "1" or empty',
  );
});
