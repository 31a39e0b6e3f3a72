import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { S3Settings } from "@/lib/env";

const PATIENCE_MS = 15_000;

/** Bytes with what they are. */
export interface S3Body {
  mediaType: string;
  data: Uint8Array<ArrayBuffer>;
}

/** Objects of one bucket, by key. Each throws an Error when the store does not do as it is told. */
export interface S3Objects {
  put(key: string, body: S3Body): Promise<void>;
  get(key: string): Promise<Uint8Array<ArrayBuffer>>;
  /** An object that is not there is as good as removed. */
  remove(key: string): Promise<void>;
}

/**
 * An S3-compatible store (AWS, R2, MinIO, Garage …), by path-style addresses, which all of them know.
 * The payload is signed too: what arrives is what was sent, also over plain HTTP inside a house.
 */
export function s3Objects(settings: S3Settings): S3Objects {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = settings;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 2 });
  const ask = async (method: "GET" | "PUT" | "DELETE", key: string, body?: S3Body): Promise<Response> => {
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
    put: async (key, body) => void (await ask("PUT", key, body)),
    get: async (key) => new Uint8Array(await (await ask("GET", key)).arrayBuffer()),
    remove: async (key) => void (await ask("DELETE", key)),
  };
}
