import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { doorFrom, LIMITS, loopbackDoor, publicDoor } from "@/lib/fetch/door";
import { fetchPage } from "@/lib/fetch/fetch-page";
import { TEST_CERTIFICATE } from "@/lib/fetch/test-certificate";
import { addressAt, PAGE, SMALL, startSaying, untilAllLeft } from "@/lib/fetch/test-saying";
import { serveRaw, serveSecurely, testDoor } from "@/lib/fetch/test-web";

let web: Awaited<ReturnType<typeof startSaying>>;
beforeAll(async () => {
  web = await startSaying();
});
afterAll(() => web.site.stop());

const fetchSaying: typeof web.fetchSaying = (...args) => web.fetchSaying(...args);

test("by default a fetch takes at most 10 seconds, 5 MB and 5 redirects, on ports 80 and 443", () => {
  const door = publicDoor();
  expect(door.limits).toEqual(LIMITS);
  expect(LIMITS).toMatchObject({ deadlineMs: 10_000, maxBytes: 5_000_000, maxRedirects: 5 });
  const ports = Array.from({ length: 65_536 }, (_, port) => port);
  expect(ports.filter((port) => door.admits("8.8.8.8", port))).toEqual([80, 443]);
  expect(ports.filter((port) => door.admitsName("public.example", port))).toEqual([80, 443]);
});

test("a page comes as it is, with what is known of it", async () => {
  const headers = {
    "content-type": 'Text/HTML; charset="ISO-8859-1"',
    "set-cookie": "a=b",
    "X-Two": ["1", "2"],
  };
  const result = await fetchSaying({ headers });
  expect(result).toMatchObject({
    outcome: "fetched",
    status: 200,
    redirects: [],
    mediaType: "text/html",
    charset: "iso-8859-1",
    headers: { "x-two": "1, 2" },
  });
  expect(result.finalUrl).toBe(result.requestedUrl);
  expect(result.outcome === "fetched" && Buffer.from(result.body).toString()).toBe(PAGE);
  expect(result.headers).not.toHaveProperty("set-cookie");
});

test("a request says who asks, and carries no cookie, no credentials and no Referer, also after a redirect", async () => {
  const { at, asked, door } = web;
  const location = Buffer.from("/to?ü").toString("latin1");
  web.say("/from", { status: 301, headers: { location, "set-cookie": "session=1; Path=/" } });
  asked.length = 0;
  const result = await fetchPage(at("/from#fees"), { door });
  expect(result).toMatchObject({
    finalUrl: at("/to?%C3%BC#fees"),
    redirects: [{ status: 301, from: at("/from#fees"), to: at("/to?%C3%BC#fees") }],
  });
  expect(asked.map(({ url }) => url)).toEqual(["/from", "/to?%C3%BC"]);
  for (const { headers } of asked) {
    expect(headers["user-agent"]).toBe("Plumbline/0.1 (+https://digest.example/)");
    const names = Object.keys(headers).sort();
    expect(names).toEqual(["accept", "accept-encoding", "connection", "host", "user-agent"]);
  }
});

test("a redirect with a password is not followed, and the password is not kept", async () => {
  const location = `http://editor:secret@public.example:${web.site.port}/`;
  const result = await fetchSaying({ status: 302, headers: { location } });
  expect(result).toMatchObject({ failure: "redirected" });
  expect(JSON.stringify(result)).not.toContain("secret");
});

test("what has not changed is not sent again; what a validator may not carry is not sent at all", async () => {
  const saying = { status: 304, headers: { etag: '"2"' } };
  expect(await fetchSaying(saying, { etag: '"2"' })).toMatchObject({ outcome: "notModified", status: 304 });
  expect(web.asked.at(-1)?.headers["if-none-match"]).toBe('"2"');
  const since = "Sat, 28 Nov 2026 09:00:00 GMT";
  expect(await fetchSaying(saying, { lastModified: since })).toMatchObject({ outcome: "notModified" });
  expect(await fetchSaying(saying, { etag: "\r\nCookie: a" })).toMatchObject({ failure: "unavailable" });
  expect(web.asked.at(-1)?.headers).not.toHaveProperty("if-none-match");
});

test("packed pages are unpacked, in whichever way", async () => {
  const packed = {
    gzip: gzipSync(PAGE),
    "x-gzip": gzipSync(PAGE),
    deflate: deflateSync(PAGE),
    "Deflate ": deflateRawSync(PAGE),
    br: brotliCompressSync(PAGE),
    zstd: zstdCompressSync(PAGE),
    "gzip, br": brotliCompressSync(gzipSync(PAGE)),
    identity: PAGE,
    "": PAGE,
  };
  for (const [encoding, body] of Object.entries(packed)) {
    const headers = { "content-type": "text/html", "content-encoding": encoding };
    const result = await fetchSaying({ headers, body });
    expect(result.outcome === "fetched" && Buffer.from(result.body).toString(), encoding).toBe(PAGE);
  }
});

test("a page on https is had by its own name's certificate only, pinned as well", async () => {
  const secure = await serveSecurely((_request, response) =>
    response.setHeader("content-type", "text/html").end(PAGE),
  );
  const door = testDoor([secure], SMALL);
  const fetchFrom = (host: string) => fetchPage(`https://${host}:${secure.port}/`, { door });
  expect(await fetchFrom("public.example")).toMatchObject({ failure: "unavailable" });
  const usual = getCACertificates("default");
  setDefaultCACertificates([...usual, TEST_CERTIFICATE]);
  expect(await fetchFrom("public.example")).toMatchObject({ outcome: "fetched" });
  expect(await fetchFrom("other.example")).toMatchObject({
    failure: "unavailable",
    sentence: expect.stringContaining("certificate"),
  });
  setDefaultCACertificates(usual);
  await secure.stop();
});

test("a type that is missing or says nothing is found out from the bytes", async () => {
  const untyped = async (body: string | Uint8Array, type?: string) => {
    const result = await fetchSaying({ headers: type ? { "content-type": type } : {}, body });
    return result.outcome === "fetched" ? result.mediaType : result.outcome === "failed" && result.failure;
  };
  expect(await untyped(PAGE)).toBe("text/html");
  expect(await untyped("Fees rise.", "application/octet-stream")).toBe("text/plain");
  expect(await untyped("%PDF-1.7 …", "nonsense")).toBe("application/pdf");
  expect(await untyped(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe("notText");
  expect(await untyped(Buffer.from([0, 1, 2, 3]), "text/plain")).toBe("notText");
});

test("a feed may be what a page may not, and the other way round", async () => {
  const rss = { headers: { "content-type": "application/rss+xml; charset=utf-8" }, body: "<rss/>" };
  expect(await fetchSaying(rss, { accept: "feed" })).toMatchObject({ mediaType: "application/rss+xml" });
  expect(await fetchSaying(rss)).toMatchObject({ failure: "notText" });
  const pdf = { headers: { "content-type": "application/pdf" }, body: "%PDF-1.7" };
  expect(await fetchSaying(pdf)).toMatchObject({ mediaType: "application/pdf" });
  expect(await fetchSaying(pdf, { accept: "feed" })).toMatchObject({ failure: "notText" });
});

test("when a busy site wants to be asked again is told", async () => {
  const asFailure = async (promise: ReturnType<typeof fetchPage>) => {
    const result = await promise;
    if (result.outcome !== "failed") throw new Error(`It did not fail, but was ${result.outcome}.`);
    return result;
  };
  const busy = (said: string, status = 429) =>
    asFailure(fetchSaying({ status, headers: { "retry-after": said } }));
  const inAnHour = await busy("3600");
  expect(inAnHour.retryAfter?.getTime()).toBe(inAnHour.fetchedAt.getTime() + 3_600_000);
  const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 60_000);
  expect((await busy(date.toUTCString(), 503)).retryAfter).toEqual(date);
  const never = await busy("9".repeat(300));
  expect(never.retryAfter?.getTime()).toBe(never.fetchedAt.getTime() + 30 * 86_400_000);
  expect(await busy("soon")).not.toHaveProperty("retryAfter");
  expect(await busy("60", 404)).not.toHaveProperty("retryAfter");
});

test("whoever waits may stop waiting", async () => {
  const silent = await serveRaw(() => {});
  const door = testDoor([silent], SMALL);
  const stop = new AbortController();
  const waiting = fetchPage(addressAt("/", silent), { door, signal: stop.signal });
  await vi.waitFor(() => expect(silent.open()).toBe(1), { timeout: 20_000 });
  stop.abort(new Error("no longer"));
  await expect(waiting).rejects.toThrow("no longer");
  await untilAllLeft(silent);
  await expect(fetchPage(addressAt("/", silent), { door, signal: stop.signal })).rejects.toThrow("no longer");
  expect(silent.connections()).toBe(1);
  await silent.stop();
});

test("the setting opens the door to this machine, and says so", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const settings = { PLUMBLINE_URL: "https://digest.example", PLUMBLINE_ALLOW_LOOPBACK_FETCH: false };
  const own = `http://localhost:${web.site.port}/`;
  expect(await fetchPage(own, { door: doorFrom(settings) })).toMatchObject({ failure: "refused" });
  expect(warn).not.toHaveBeenCalled();
  const open = doorFrom({ ...settings, PLUMBLINE_ALLOW_LOOPBACK_FETCH: true });
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
  expect(await fetchPage(own, { door: open })).toMatchObject({ outcome: "fetched" });
  expect(await fetchPage(`http://127.0.0.1:${web.site.port}/`, { door: open })).toMatchObject({
    outcome: "fetched",
  });
  for (const url of [
    "http://10.0.0.1/",
    "http://169.254.169.254/",
    "http://public.example:81/",
    "http://router/",
  ])
    expect(await fetchPage(url, { door: loopbackDoor() })).toMatchObject({ failure: "refused" });
});
