import { once } from "node:events";
import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { fetchPage } from "@/lib/fetch/fetch-page";
import { bomb, greedyWindow, gzipBomb, nestedBomb, pour, WORDS } from "@/lib/fetch/test-bombs";
import { untilAllLeft } from "@/lib/fetch/test-saying";
import { serveRaw, serveSite, testDoor, withMemory } from "@/lib/fetch/test-web";

// Under the 5 MB of everyday, with patience for a machine that does other things besides. Slow servers are in
// failures.test.ts.
const PATIENT = { deadlineMs: 25_000 };

const MOST_GROWN = 100_000_000;

/** Fetches from a site and holds the process to its memory, and the connection to its end. */
async function fetchFrom(answer: RequestListener) {
  const site = await serveSite(answer);
  const address = `http://public.example:${site.port}/`;
  const { grown, value } = await withMemory(() => fetchPage(address, { door: testDoor([site], PATIENT) }));
  await untilAllLeft(site);
  await site.stop();
  expect(grown).toBeLessThan(MOST_GROWN);
  return value;
}

const html = { "content-type": "text/html" };

test("a body of a gigabyte is left at 5 MB", async () => {
  let sent = 0;
  const result = await fetchFrom(async (_request, response) => {
    response.writeHead(200, html);
    sent = await pour(response, WORDS, 1000);
  });
  expect(result).toMatchObject({ failure: "tooLarge", sentence: expect.stringContaining("5 MB") });
  expect(sent).toBeLessThan(50);
  const told = await fetchFrom((_request, response) => {
    response.writeHead(200, { ...html, "content-length": 1_000_000_000 }).flushHeaders();
  });
  expect(told).toMatchObject({ failure: "tooLarge" });
});

test.each(["gzip", "br", "zstd"] as const)(
  "a gigabyte that %s makes small is left at 5 MB",
  async (encoding) => {
    const packed = encoding === "gzip" ? gzipBomb(1000) : await bomb(encoding, 1000);
    expect(packed.byteLength).toBeLessThan(5_000_000);
    const result = await fetchFrom((_request, response) => {
      response.writeHead(200, { ...html, "content-encoding": encoding }).end(packed);
    });
    expect(result).toMatchObject({ failure: "tooLarge" });
  },
);

test("a bomb within a bomb, and one that asks for memory by its header, do no better", async () => {
  const nested = nestedBomb(1000);
  const twice = await fetchFrom((_request, response) => {
    response.writeHead(200, { ...html, "content-encoding": "gzip, gzip" }).end(nested);
  });
  expect(twice).toMatchObject({ failure: "tooLarge" });
  const greedy = await fetchFrom((_request, response) => {
    response.writeHead(200, { ...html, "content-encoding": "zstd" }).end(greedyWindow());
  });
  expect(greedy).toMatchObject({ failure: "malformed" });
});

test("a million chunks of one byte take no more than their bytes", async () => {
  const crumbs = Buffer.from("1\r\na\r\n".repeat(10_000));
  const raw = await serveRaw(async (socket) => {
    await once(socket, "data");
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (let n = 0; n < 100; n += 1) if (!socket.write(crumbs)) await once(socket, "drain");
    socket.end("0\r\n\r\n");
  });
  const door = testDoor([raw], PATIENT);
  const fetching = withMemory(() => fetchPage(`http://public.example:${raw.port}/`, { door }));
  const { grown, value } = await fetching;
  await raw.stop();
  expect(value.outcome === "fetched" && value.body.byteLength).toBe(1_000_000);
  expect(grown).toBeLessThan(MOST_GROWN);
});
