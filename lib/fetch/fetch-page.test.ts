import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { doorFrom, LIMITS, loopbackDoor, publicDoor } from "@/lib/fetch/door";
import { FETCH_FAILURES } from "@/lib/fetch/failures";
import { type FetchOptions, fetchPage } from "@/lib/fetch/fetch-page";
import { TEST_CERTIFICATE } from "@/lib/fetch/test-certificate";
import { serveRaw, serveSecurely, serveSite, type TestServer, testDoor } from "@/lib/fetch/test-web";

const PAGE = "<!doctype html><title>Berth fees</title><p>Fees rise in March.</p>";
const QUICK = { deadlineMs: 300, maxBytes: 100_000, maxHeaderBytes: 8000 };

interface Saying {
  status?: number;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
}

/** What the site says at each path. */
const sayings: Record<string, Saying> = {};
const asked: { url: string; headers: Record<string, unknown> }[] = [];
let site: TestServer;
beforeAll(async () => {
  site = await serveSite((request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers });
    const {
      status = 200,
      headers = { "content-type": "text/html" },
      body = PAGE,
    } = sayings[request.url ?? ""] ?? {};
    response.writeHead(status, headers).end(body);
  });
});
afterAll(() => site.stop());

const at = (path: string, { port } = site) => `http://public.example:${port}${path}`;

let paths = 0;
/** Fetches a page of which the site says this. */
function fetchSaying(saying: Saying, options: FetchOptions = {}) {
  paths += 1;
  sayings[`/${paths}`] = saying;
  return fetchPage(at(`/${paths}`), { door: testDoor([site], QUICK), ...options });
}

async function failureOf(promise: ReturnType<typeof fetchPage>) {
  const result = await promise;
  if (result.outcome !== "failed") throw new Error(`It did not fail, but was ${result.outcome}.`);
  return result;
}

/** Speaks raw bytes to whoever has asked. */
async function fetchRaw(speak: Parameters<typeof serveRaw>[0], options: FetchOptions = {}) {
  const raw = await serveRaw((socket) => socket.once("data", () => speak(socket)));
  const result = await fetchPage(at("/", raw), { door: testDoor([raw], QUICK), ...options });
  const left = raw.open;
  await vi.waitFor(() => expect(left()).toBe(0));
  await raw.stop();
  return result;
}

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
  sayings["/from"] = {
    status: 301,
    headers: { location: Buffer.from("/to?ü").toString("latin1"), "set-cookie": "session=1; Path=/" },
  };
  sayings["/to?%C3%BC"] = {};
  asked.length = 0;
  const door = testDoor([site], QUICK);
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
  const location = `http://editor:secret@public.example:${site.port}/`;
  const result = await failureOf(fetchSaying({ status: 302, headers: { location } }));
  expect(result.failure).toBe("redirected");
  expect(JSON.stringify(result)).not.toContain("secret");
});

test("what has not changed is not sent again; what a validator may not carry is not sent at all", async () => {
  const saying = { status: 304, headers: { etag: '"2"' } };
  expect(await fetchSaying(saying, { etag: '"2"' })).toMatchObject({ outcome: "notModified", status: 304 });
  expect(asked.at(-1)?.headers["if-none-match"]).toBe('"2"');
  const since = "Sat, 28 Nov 2026 09:00:00 GMT";
  expect(await fetchSaying(saying, { lastModified: since })).toMatchObject({ outcome: "notModified" });
  expect(await fetchSaying(saying, { etag: "\r\nCookie: a" })).toMatchObject({ failure: "unavailable" });
  expect(asked.at(-1)?.headers).not.toHaveProperty("if-none-match");
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
  const door = testDoor([secure], QUICK);
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
  const busy = (said: string, status = 429) =>
    failureOf(fetchSaying({ status, headers: { "retry-after": said } }));
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
  const door = testDoor([silent]);
  const stop = new AbortController();
  const waiting = fetchPage(at("/", silent), { door, signal: stop.signal });
  await vi.waitFor(() => expect(silent.open()).toBe(1));
  stop.abort(new Error("no longer"));
  await expect(waiting).rejects.toThrow("no longer");
  await vi.waitFor(() => expect(silent.open()).toBe(0));
  await expect(fetchPage(at("/", silent), { door, signal: stop.signal })).rejects.toThrow("no longer");
  expect(silent.connections()).toBe(1);
  await silent.stop();
});

test("the setting opens the door to this machine, and says so", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const settings = { PLUMBLINE_URL: "https://digest.example", PLUMBLINE_ALLOW_LOOPBACK_FETCH: false };
  const own = `http://localhost:${site.port}/`;
  expect(await fetchPage(own, { door: doorFrom(settings) })).toMatchObject({ failure: "refused" });
  expect(warn).not.toHaveBeenCalled();
  const open = doorFrom({ ...settings, PLUMBLINE_ALLOW_LOOPBACK_FETCH: true });
  expect(warn).toHaveBeenCalledOnce();
  warn.mockRestore();
  expect(await fetchPage(own, { door: open })).toMatchObject({ outcome: "fetched" });
  expect(await fetchPage(`http://127.0.0.1:${site.port}/`, { door: open })).toMatchObject({
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

describe("every failure has a sentence of its own", () => {
  const told = new Map<string, string>();
  /** Holds a failure to its kind, and its sentence to be nobody else's. */
  async function holds(what: string, failure: string, result: ReturnType<typeof fetchPage>) {
    const failed = await failureOf(result);
    expect(failed.failure, what).toBe(failure);
    expect(failed.sentence, what).toMatch(/^[A-Z1“].{15,170}\.$/su);
    expect([...told].find(([, sentence]) => sentence === failed.sentence)?.[0] ?? what).toBe(what);
    told.set(what, failed.sentence);
    return failed;
  }

  test("of addresses", async () => {
    const door = publicDoor();
    const refused = (what: string, url: string) => holds(what, "refused", fetchPage(url, { door }));
    await refused("no address", "berth fees");
    await refused("scheme", "ftp://public.example/");
    await refused("user name", "https://editor@public.example/");
    await refused("port", "https://public.example:8443/");
    await refused("name of a network", "http://router/");
    await refused("private address", "http://192.168.0.1/");
    await refused("too long", `https://public.example/${"a".repeat(9000)}`);
  });

  test("of name servers and connections", async () => {
    const door = testDoor([site], QUICK);
    const resolve = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    const by = (code: string) => fetchPage(at("/"), { door: { ...door, resolve: resolve(code) } });
    await holds("no such name", "dead", by("ENOTFOUND"));
    await holds("no name server", "unavailable", by("EAI_AGAIN"));
    const closed = await serveRaw(() => {});
    await closed.stop();
    await holds(
      "nobody listens",
      "unavailable",
      fetchPage(at("/", closed), { door: testDoor([closed], QUICK) }),
    );
    await holds(
      "no answer",
      "unavailable",
      fetchRaw((socket) => socket.destroy()),
    );
    await holds("not https", "unavailable", fetchPage(at("/").replace("http:", "https:"), { door }));
    const hanging = { ...door, resolve: () => new Promise<string[]>(() => {}) };
    await holds("late", "timedOut", fetchPage(at("/"), { door: hanging }));
  });

  test("of statuses", async () => {
    const failures = Object.entries({
      dead: [404, 410],
      login: [401, 407],
      paywall: [402],
      blocked: [403, 429, 451, 400, 999],
      unavailable: [500, 503, 300],
      malformed: [204],
    });
    for (const [failure, statuses] of failures)
      for (const status of statuses) {
        const failed = await holds(`status ${status}`, failure, fetchSaying({ status, body: "" }));
        expect(failed.status).toBe(status);
      }
    const challenge = fetchSaying({ status: 403, headers: { "cf-mitigated": "challenge" } });
    await holds("captcha", "captcha", challenge);
    await holds(
      "captcha",
      "captcha",
      fetchSaying({ status: 202, headers: { "x-amzn-waf-action": "challenge" } }),
    );
  });

  test("of redirects", async () => {
    const redirect = (location?: string) =>
      fetchSaying({ status: 302, headers: location ? { location } : {} });
    await holds("nowhere", "redirected", redirect());
    await holds("nowhere", "redirected", redirect("http://:80/"));
    await holds("inside", "redirected", redirect("http://10.0.0.1/"));
    await holds("scheme of a redirect", "redirected", redirect("file:///etc/passwd"));
    sayings["/circle"] = { status: 302, headers: { location: "/circle" } };
    await holds("circle", "redirected", fetchPage(at("/circle"), { door: testDoor([site], QUICK) }));
  });

  test("of bodies", async () => {
    const packed = (encoding: string, body: string | Uint8Array) =>
      fetchSaying({ headers: { "content-type": "text/html", "content-encoding": encoding }, body });
    await holds("too large", "tooLarge", fetchSaying({ body: "a".repeat(100_001) }));
    await holds("unpacked too large", "tooLarge", packed("gzip", gzipSync("a".repeat(100_001))));
    await holds("picture", "notText", fetchSaying({ headers: { "content-type": "image/png" } }));
    await holds("zip", "notText", fetchSaying({ headers: { "content-type": "application/zip" } }));
    await holds(
      "no feed",
      "notText",
      fetchSaying({ headers: { "content-type": "image/png" } }, { accept: "feed" }),
    );
    await holds("status 204", "malformed", fetchSaying({ body: "" }));
    for (const name of ["gzip", "deflate", "br", "zstd"])
      await holds(`bad ${name}`, "malformed", packed(name, PAGE));
    await holds("bad gzip", "malformed", packed("gzip", gzipSync(PAGE).subarray(0, 30)));
    await holds("unknown packing", "malformed", packed("compress", PAGE));
    await holds("packed thrice", "malformed", packed("gzip, gzip, gzip", PAGE));
  });

  test("of broken protocols", async () => {
    const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    await holds(
      "no HTTP",
      "malformed",
      fetchRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.9\r\n")),
    );
    const bad = `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n`;
    await holds(
      "cut short",
      "malformed",
      fetchRaw((socket) => socket.end(bad)),
    );
    await holds(
      "cut short",
      "malformed",
      fetchRaw((socket) => socket.end(`${head}Content-Length: 99\r\n\r\nhello`)),
    );
    const many = `X: ${"a".repeat(1000)}\r\n`.repeat(9);
    await holds(
      "many headers",
      "malformed",
      fetchRaw((socket) => socket.write(`${head}${many}`)),
    );
    const drip = (socket: Parameters<Parameters<typeof serveRaw>[0]>[0], word: string) => {
      const timer = setInterval(() => socket.write(word), 10);
      socket.once("close", () => clearInterval(timer));
    };
    const slowly = (first: string, then: string) =>
      fetchRaw((socket) => {
        socket.write(first);
        drip(socket, then);
      });
    await holds("late", "timedOut", slowly("HTTP/1.1 200 ", "O"));
    await holds("late", "timedOut", slowly(head, "X: y\r\n"));
    await holds("slow body", "timedOut", slowly(`${head}\r\n`, "a"));
    await holds("slow body", "timedOut", slowly(`${head}Transfer-Encoding: chunked\r\n\r\n5;`, "a"));
  });
});

test("whatever a server says, fetching it ends with an outcome", async () => {
  let words = Buffer.alloc(0);
  const raw = await serveRaw((socket) => socket.once("data", () => socket.end(words)));
  const door = testDoor([raw], QUICK);
  const line = fc.oneof(
    fc.constantFrom(
      "HTTP/1.1 200 OK",
      "HTTP/1.0 302 Found",
      "HTTP/1.1 999 No",
      "HTTP/1.1 101 Up",
      "HTTP/2 200",
    ),
    fc.constantFrom(
      "Location: http://[",
      "Content-Length: -1",
      "Transfer-Encoding: chunked, gzip",
      "Upgrade: h2c",
    ),
    fc.constantFrom(
      "__proto__: 1",
      "constructor: 2",
      "Content-Type: text/html",
      "Content-Encoding: gzip",
      "",
    ),
    fc.string({ unit: "binary", maxLength: 40 }),
  );
  const answer = fc.tuple(fc.array(line, { maxLength: 8 }), fc.uint8Array({ maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(answer, async ([lines, body]) => {
      words = Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), body]);
      const result = await fetchPage(at("/", raw), { door });
      if (result.outcome === "failed") expect(FETCH_FAILURES).toContain(result.failure);
    }),
    { numRuns: 200 },
  );
  await raw.stop();
});
