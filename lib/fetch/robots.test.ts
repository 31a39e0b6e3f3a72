import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mayFetch, robotsCache } from "@/lib/fetch/robots";
import { serveSite, type TestServer, testDoor, withMemory } from "@/lib/fetch/test-web";

let said: { status: number; body: string; location?: string };
let asked: string[];
let site: TestServer;
beforeAll(async () => {
  site = await serveSite((request, response) => {
    asked.push(request.url ?? "");
    const { status, body, location } = said;
    response.writeHead(status, { "content-type": "text/plain", ...(location ? { location } : {}) }).end(body);
  });
});
afterAll(() => site.stop());
beforeEach(() => {
  asked = [];
});

const at = (path: string, host = "public.example") => `http://${host}:${site.port}${path}`;
const door = () => testDoor([site], { deadlineMs: 25_000 });
const ask = (path: string, cache = robotsCache()) => mayFetch(at(path), { door: door(), cache });

test("a site's rules for us go before those for all", async () => {
  const body =
    "\ufeffUser-agent: *\nDisallow: /\n\nUser-agent: plumbline\nDisallow: /draft\nAllow: /draft/open$\nCrawl-delay: 7";
  said = { status: 200, body };
  expect(await ask("/fees?a=1")).toEqual({ allowed: true, crawlDelay: 7 });
  expect(await ask("/draft/open")).toMatchObject({ allowed: true });
  expect(await ask("/draft/shut")).toMatchObject({ allowed: false, failure: "robots" });
  said = { status: 200, body: "User-agent: *\nDisallow: /*.pdf$" };
  expect(await ask("/fees.pdf")).toMatchObject({ allowed: false, failure: "robots" });
  expect(await ask("/fees.html")).toEqual({ allowed: true, crawlDelay: null });
  said = { status: 200, body: "" };
  expect(await ask("/fees")).toEqual({ allowed: true, crawlDelay: null });
});

test.each([401, 403, 404, 410, 429, 451])("a site that answers %d has no rules", async (status) => {
  said = { status, body: "User-agent: *\nDisallow: /" };
  expect(await ask("/fees")).toEqual({ allowed: true, crawlDelay: null });
});

test("a site that cannot say, or is not to be asked, lets nothing be fetched, and the reason is told", async () => {
  said = { status: 503, body: "" };
  expect(await ask("/fees")).toMatchObject({
    allowed: false,
    failure: "unavailable",
    sentence: expect.stringContaining("robots.txt"),
  });
  const cache = robotsCache();
  expect(await mayFetch("http://10.0.0.1/", { door: door(), cache })).toMatchObject({ failure: "refused" });
  const inwards = { ...door(), resolve: async () => ["10.0.0.1"] };
  expect(await mayFetch(at("/"), { door: inwards, cache })).toMatchObject({ failure: "refused" });
});

test("redirects of a robots.txt are followed through the same door; too many are as good as none", async () => {
  said = { status: 302, body: "", location: "/robots.txt" };
  expect(await ask("/fees")).toEqual({ allowed: true, crawlDelay: null });
  expect(asked).toHaveLength(6);
});

test("only the first 500 KiB count", async () => {
  const rule = "\nUser-agent: *\nDisallow: /late";
  said = { status: 200, body: `#${"a".repeat(500 * 1024)}${rule}` };
  expect(await ask("/late")).toMatchObject({ allowed: true });
  said = { status: 200, body: `#${"a".repeat(500 * 1024 - rule.length - 1)}${rule}` };
  expect(await ask("/late")).toMatchObject({ allowed: false });
});

test("rules made to keep a machine busy do not", async () => {
  const agents = "User-agent: *\nUser-agent: other\nUser-agent: Plumbline/9\n".repeat(400);
  said = { status: 200, body: `${agents}Disallow: /secret\n${"Disallow: /a\n".repeat(2000)}` };
  const { grown, value } = await withMemory(() => ask("/secret"));
  expect(value).toMatchObject({ allowed: false, failure: "robots" });
  expect(grown).toBeLessThan(100_000_000);
  expect(await ask("/b")).toMatchObject({ allowed: true });
  said = { status: 200, body: `User-agent: *\nDisallow: /${"*a".repeat(1000)}b\n`.repeat(230) };
  expect(await ask("/fees")).toMatchObject({ allowed: true });
  expect(await ask(`/${"a".repeat(7900)}`)).toMatchObject({ allowed: false, failure: "robots" });
});

test("a site is asked once a day, by all who ask at once as well; one that failed is asked again after ten minutes", async () => {
  let now = 1;
  const cache = robotsCache({ now: () => now });
  said = { status: 200, body: "User-agent: *\nDisallow: /draft" };
  await Promise.all([ask("/a", cache), ask("/b", cache), ask("/c", cache)]);
  now += 24 * 3_600_000 - 1;
  await ask("/d", cache);
  expect(asked).toEqual(["/robots.txt"]);
  now += 2;
  said = { status: 500, body: "" };
  expect(await ask("/a", cache)).toMatchObject({ allowed: false, failure: "unavailable" });
  await ask("/a", cache);
  expect(asked).toHaveLength(2);
  now += 600_001;
  said = { status: 404, body: "" };
  expect(await ask("/a", cache)).toMatchObject({ allowed: true });
  await mayFetch(at("/a", "other.example"), { door: door(), cache });
  expect(asked).toHaveLength(4);
});
