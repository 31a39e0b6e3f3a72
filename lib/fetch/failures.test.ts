import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS, publicDoor } from "@/lib/fetch/door";
import { FETCH_FAILURES, type FetchFailure } from "@/lib/fetch/failures";
import { fetchPage } from "@/lib/fetch/fetch-page";
import { addressAt, drip, fetchRaw, PAGE, SMALL, startSaying } from "@/lib/fetch/test-saying";
import { serveRaw, testDoor } from "@/lib/fetch/test-web";

let web: Awaited<ReturnType<typeof startSaying>>;
beforeAll(async () => {
  web = await startSaying();
});
afterAll(() => web.site.stop());

const fetchSaying: typeof web.fetchSaying = (...args) => web.fetchSaying(...args);

/** For what never comes to an end. */
const SHORT = { ...SMALL, deadlineMs: 300 };

/** Gives a machine that does other things besides the time to get as far as the body. */
async function slowBody(speak: Parameters<typeof fetchRaw>[0]) {
  for (const deadlineMs of [300, 1000, 5000]) {
    const result = await fetchRaw(speak, { ...SMALL, deadlineMs });
    if (result.status !== null) return result;
  }
  throw new Error("The headers did not come within 5 s.");
}

const told = new Map<string, string>();
const kinds: FetchFailure[] = [];
/** Holds a failure to its kind, and its sentence to be nobody else's. */
async function holds(what: string, failure: string, result: ReturnType<typeof fetchPage>) {
  const failed = await result;
  if (failed.outcome !== "failed") throw new Error(`${what} did not fail, but was ${failed.outcome}.`);
  expect(failed.failure, what).toBe(failure);
  expect(failed.sentence, what).toMatch(/^[A-Z1“].{15,170}\.$/su);
  expect([...told].find(([, sentence]) => sentence === failed.sentence)?.[0] ?? what).toBe(what);
  told.set(what, failed.sentence);
  kinds.push(failed.failure);
  return failed;
}

test("every failure has a sentence of its own: of addresses", async () => {
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

test("every failure has a sentence of its own: of name servers and connections", async () => {
  const { door, at } = web;
  const resolve = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
  const by = (code: string) => fetchPage(at("/"), { door: { ...door, resolve: resolve(code) } });
  await holds("no such name", "dead", by("ENOTFOUND"));
  await holds("no name server", "unavailable", by("EAI_AGAIN"));
  for (const code of ["ETIMEOUT", "ESERVFAIL", "ENODATA"])
    expect(await by(code), code).toMatchObject({ failure: "unavailable" });
  const closed = await serveRaw(() => {});
  await closed.stop();
  await holds(
    "nobody listens",
    "unavailable",
    fetchPage(addressAt("/", closed), { door: testDoor([closed], SMALL) }),
  );
  await holds(
    "no answer",
    "unavailable",
    fetchRaw((socket) => socket.destroy()),
  );
  await holds("not https", "unavailable", fetchPage(at("/").replace("http:", "https:"), { door }));
  const hanging = {
    ...door,
    resolve: () => new Promise<string[]>(() => {}),
    limits: { ...LIMITS, ...SHORT },
  };
  await holds("late", "timedOut", fetchPage(at("/"), { door: hanging }));
});

test("every failure has a sentence of its own: of statuses", async () => {
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

test("every failure has a sentence of its own: of redirects", async () => {
  const redirect = (location?: string) => fetchSaying({ status: 302, headers: location ? { location } : {} });
  await holds("nowhere", "redirected", redirect());
  await holds("nowhere", "redirected", redirect("http://:80/"));
  await holds("inside", "redirected", redirect("http://10.0.0.1/"));
  await holds("scheme of a redirect", "redirected", redirect("file:///etc/passwd"));
  web.say("/circle", { status: 302, headers: { location: "/circle" } });
  await holds("circle", "redirected", fetchPage(web.at("/circle"), { door: web.door }));
});

test("every failure has a sentence of its own: of bodies", async () => {
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

test("every failure has a sentence of its own: of broken protocols", async () => {
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
  await holds("late", "timedOut", fetchRaw(drip("HTTP/1.1 200 ", "O"), SHORT));
  await holds("late", "timedOut", fetchRaw(drip(head, "X: y\r\n"), SHORT));
  await holds("slow body", "timedOut", slowBody(drip(`${head}\r\n`, "a")));
  await holds("slow body", "timedOut", slowBody(drip(`${head}Transfer-Encoding: chunked\r\n\r\n5;`, "a")));
});

test("every failure has a sentence of its own: of every kind", () => {
  expect(new Set(kinds)).toEqual(new Set(FETCH_FAILURES.filter((failure) => failure !== "robots")));
});

test("whatever a server says, fetching it ends with an outcome", async () => {
  let words = Buffer.alloc(0);
  const raw = await serveRaw((socket) => socket.once("data", () => socket.end(words)));
  const door = testDoor([raw], SMALL);
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
      const result = await fetchPage(addressAt("/", raw), { door });
      if (result.outcome === "failed") expect(FETCH_FAILURES).toContain(result.failure);
    }),
    { numRuns: 200 },
  );
  await raw.stop();
});
