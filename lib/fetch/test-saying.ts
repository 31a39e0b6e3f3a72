import type { IncomingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { expect, vi } from "vitest";
import type { Limits } from "@/lib/fetch/door";
import { type FetchOptions, fetchPage } from "@/lib/fetch/fetch-page";
import { serveRaw, serveSite, type TestServer, testDoor } from "@/lib/fetch/test-web";

// Sites that say what a test wants them to.

/** Small sizes, and patience with a machine that does other things besides. */
export const SMALL: Partial<Limits> = { deadlineMs: 25_000, maxBytes: 100_000, maxHeaderBytes: 8000 };

export const PAGE = "<!doctype html><title>Berth fees</title><p>Fees rise in March.</p>";

export interface Saying {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

export const addressAt = (path: string, { port }: TestServer) => `http://public.example:${port}${path}`;

/** Starts a site at public.example that says a page everywhere, and whatever it is told to say at a path. */
export async function startSaying() {
  const sayings: Record<string, Saying> = {};
  const asked: { url: string; headers: IncomingHttpHeaders }[] = [];
  const site = await serveSite((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    const saying = sayings[request.url ?? ""] ?? {};
    const { status = 200, headers = { "content-type": "text/html" }, body = PAGE } = saying;
    response.writeHead(status, headers).end(body);
  });
  let paths = 0;
  return {
    site,
    /** Requests so far. */
    asked,
    at: (path: string) => addressAt(path, site),
    door: testDoor([site], SMALL),
    say(path: string, saying: Saying) {
      sayings[path] = saying;
    },
    /** Fetches a page of which the site says this. */
    fetchSaying(saying: Saying, options: FetchOptions = {}) {
      paths += 1;
      sayings[`/${paths}`] = saying;
      return fetchPage(addressAt(`/${paths}`, site), { door: testDoor([site], SMALL), ...options });
    },
  };
}

/** Waits until nobody is connected any more. */
export const untilAllLeft = (server: TestServer) =>
  vi.waitFor(() => expect(server.open()).toBe(0), { timeout: 20_000 });

/** Fetches from a site that answers each request by speaking raw bytes; makes sure that no connection is left. */
export async function fetchRaw(speak: (socket: Socket) => void, limits: Partial<Limits> = SMALL) {
  const raw = await serveRaw((socket) => socket.once("data", () => speak(socket)));
  const result = await fetchPage(addressAt("/", raw), { door: testDoor([raw], limits) });
  await untilAllLeft(raw);
  await raw.stop();
  return result;
}

/** Says `first` at once, and then `word` every 10 ms for as long as somebody listens. */
export const drip = (first: string, word: string) => (socket: Socket) => {
  socket.write(first);
  const timer = setInterval(() => socket.write(word), 10);
  socket.once("close", () => clearInterval(timer));
};
