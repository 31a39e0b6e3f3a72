import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { S3Settings } from "@/lib/env";
import type { Store } from "@/lib/images/store";

const PATIENCE_MS = 15_000;

/** Keys are made from what was uploaded, so adding a picture again after a failure writes the same objects. */
const keyOf = (sha256: string, width: number) => `images/${sha256}/${width}.webp`;

/**
 * Pictures in an S3-compatible store (AWS, R2, MinIO, Garage …), by path-style addresses, which all of them know.
 * The payload is signed too: what arrives is what was sent, also over plain HTTP inside a house.
 */
export function s3Store(settings: S3Settings): Store {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const ask = async (method: "GET" | "PUT", key: string, body?: KeptBody): Promise<Response> => {
    const address = `${endpoint.replace(/\/+$/u, "")}/${bucket}/${key}`;
    const response = await client.fetch(address, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body ? { body: body.data } : {}),
      headers: {
        "X-Amz-Content-Sha256": createHash("sha256")
          .update(body?.data ?? "")
          .digest("hex"),
        ...(body ? { "Content-Type": body.mediaType } : {}),
      },
    });
    if (!response.ok) throw new Error(`The S3 store answered ${response.status} to ${method} ${key}.`);
    return response;
  };
  return {
    keep: async ({ sha256, width, ...body }) => {
      await ask("PUT", keyOf(sha256, width), body);
      return null;
    },
    read: async ({ sha256, width }) => {
      const response = await ask("GET", keyOf(sha256, width));
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

interface KeptBody {
  mediaType: string;
  data: Uint8Array<ArrayBuffer>;
}
