import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { S3Settings } from "@/lib/env";

// An S3-compatible server for tests. It keeps objects in memory and lets in only what is signed as AWS asks for it
// ("Signature Calculations for the Authorization Header"); its own reckoning is held against AWS's published examples
// in s3-store.test.ts. The npm packages that offer such a server have not been maintained since 2021.

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** A request as its signature sees it; header names in lower case. */
export interface Signable {
  method: string;
  /** As it stands in the request line, without the query. */
  path: string;
  query?: string;
  headers: Record<string, string>;
}

interface Credential {
  secretAccessKey: string;
  /** YYYYMMDD */
  day: string;
  region: string;
  signedHeaders: string[];
}

/** The signature, hexadecimal, that a request must carry. */
export function signature(request: Signable, { secretAccessKey, day, region, signedHeaders }: Credential) {
  const headers = signedHeaders.map((name) => `${name}:${request.headers[name]?.trim() ?? ""}\n`).join("");
  const payload = request.headers["x-amz-content-sha256"] ?? "";
  const query = (request.query ?? "").split("&").sort().join("&");
  const canonical = [request.method, request.path, query, headers, signedHeaders.join(";"), payload].join(
    "\n",
  );
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${secretAccessKey}`, day));
  return hmac(key, toSign).toString("hex");
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/u;

function isAllowed(request: Signable, body: Buffer, settings: S3Settings): boolean {
  const [, keyId, day = "", region = "", names = "", given = ""] =
    AUTHORIZATION.exec(request.headers.authorization ?? "") ?? [];
  const signedHeaders = names.split(";");
  if (keyId !== settings.accessKeyId || region !== settings.region) return false;
  // S3 asks for these to be signed, and for a payload that is what its hash says.
  const must = ["host", "x-amz-content-sha256", "x-amz-date"];
  if (!must.every((name) => signedHeaders.includes(name))) return false;
  if (request.headers["x-amz-content-sha256"] !== sha256(body)) return false;
  const { secretAccessKey } = settings;
  const right = signature(request, { secretAccessKey, day, region, signedHeaders });
  return timingSafeEqual(Buffer.from(given), Buffer.from(right));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Starts the server on a free port, with one bucket, "pictures". `objects` are what it holds, by path. */
export async function startS3() {
  const objects = new Map<string, { body: Buffer; type: string }>();
  const settings: S3Settings = {
    endpoint: "",
    region: "eu-test-1",
    bucket: "pictures",
    accessKeyId: "AKIDTEST",
    secretAccessKey: "a secret/with+signs",
  };
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const body = await bodyOf(request);
    const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    const object = objects.get(path);
    if (!isAllowed({ method, path, headers: plain }, body, settings)) response.writeHead(403).end();
    else if (!path.startsWith("/pictures/")) response.writeHead(404).end();
    else if (method === "PUT") {
      objects.set(path, { body, type: plain["content-type"] ?? "" });
      response.writeHead(200).end();
    } else if (method === "DELETE") {
      objects.delete(path);
      response.writeHead(204).end();
    } else if (method === "GET" && object)
      response.writeHead(200, { "Content-Type": object.type }).end(object.body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { settings, objects, stop };
}

/** The settings of an installation whose bytes go to this server, as an environment gives them; which ones do, says the caller. */
export function environmentOf({ endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Settings) {
  return {
    DATABASE_URL: process.env.DATABASE_URL ?? "",
    PLUMBLINE_URL: "https://digest.example",
    NEXTAUTH_SECRET: "a secret of more than thirty-two characters",
    S3_ENDPOINT: endpoint,
    S3_REGION: region,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
}
