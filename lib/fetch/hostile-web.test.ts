import { afterAll, beforeAll, expect, test } from "vitest";
import { isLoopbackAddress } from "@/lib/fetch/address";
import { type Door, publicDoor } from "@/lib/fetch/door";
import { fetchPage } from "@/lib/fetch/fetch-page";
import { hostileResolver, hostileTargets, hostileUrls, liveUrls } from "@/lib/fetch/test-hostile";
import {
  anyPortDoor,
  redirectChain,
  serveRedirects,
  serveSite,
  startCanaries,
  testDoor,
} from "@/lib/fetch/test-web";

// docs/architecture.md, "The door to the web": full counts are in bench/hostile-web.ts.

/** Patience with a machine that does other things besides. */
const PATIENT = { deadlineMs: 25_000 };

let canaries: Awaited<ReturnType<typeof startCanaries>>;
beforeAll(async () => {
  canaries = await startCanaries();
});
afterAll(() => canaries.stop());

test("no hostile address reaches anything, by the door as it is and by its checks of names and addresses alone", async () => {
  const urls = hostileUrls(canaries.port);
  expect(new Set(urls).size).toBe(urls.length);
  expect(urls.length).toBeGreaterThanOrEqual(200);
  for (const door of [
    { ...publicDoor(), resolve: hostileResolver() },
    anyPortDoor(hostileResolver(), PATIENT),
  ]) {
    const results = await Promise.all(urls.map((url) => fetchPage(url, { door })));
    const through = results.filter((result) => result.outcome !== "failed" || result.failure !== "refused");
    // A name that resolves to nothing is no site at all.
    expect(through.filter((result) => result.outcome !== "failed" || result.failure !== "dead")).toEqual([]);
  }
  expect(canaries.hits()).toBe(0);
});

test("the canaries do sing: without the check, the same addresses reach them", async () => {
  const own = await startCanaries();
  const open: Door = {
    ...anyPortDoor(async () => ["127.0.0.1"], PATIENT),
    admits: isLoopbackAddress,
    admitsName: () => true,
  };
  const urls = liveUrls(own.port);
  const results = await Promise.all(urls.map((url) => fetchPage(url, { door: open })));
  await own.stop();
  const silent = results.filter((result) => result.outcome !== "fetched").map((each) => each.requestedUrl);
  // A machine without IPv6 has no ::1.
  expect(silent.filter((url) => !url.includes("["))).toEqual([]);
  expect(own.hits()).toBeGreaterThanOrEqual(40);
});

test("no chain of redirects leads inside or to another scheme", async () => {
  const site = await serveRedirects();
  const door = testDoor([site], PATIENT);
  // The site may name the canaries' port: nothing but the address keeps them apart.
  const widened = { ...door, admits: anyPortDoor(door.resolve).admits };
  const admits: Door["admits"] = (address, port) =>
    widened.admits(address, port) || door.admits(address, port);
  const targets = hostileTargets(canaries.port);
  expect(targets.length).toBeGreaterThanOrEqual(50);
  const results = await Promise.all(
    targets.map((to, n) => fetchPage(redirectChain(site, (n % 5) + 1, to), { door: { ...door, admits } })),
  );
  await site.stop();
  for (const [n, result] of results.entries()) {
    expect(result, targets[n]).toMatchObject({ outcome: "failed", failure: "redirected" });
    expect(result.redirects, targets[n]).toHaveLength((n % 5) + 1);
  }
  expect(canaries.hits()).toBe(0);
});

test("five redirects are followed, a sixth is not, nor a circle", async () => {
  const site = await serveRedirects();
  const door = testDoor([site], PATIENT);
  const sixth = await fetchPage(redirectChain(site, 6, "/"), { door });
  expect(sixth).toMatchObject({ failure: "redirected", status: 302 });
  expect(sixth.redirects).toHaveLength(6);
  const connections = site.connections();
  expect(connections).toBe(6);
  await site.stop();
});

test("the address connected to is the address checked, whatever a name says the next time", async () => {
  const site = await serveSite((_request, response) => response.end("<p>public</p>"));
  const inside = await startCanaries({ port: site.port, withoutIpv4: true });
  const admitted = ["127.0.0.1"];
  const answers = [admitted, ["::1"], ["127.0.0.2"], admitted, ["127.0.0.1", "::1"], ["::1", "127.0.0.1"]];
  let asked = 0;
  const door = testDoor([site], PATIENT);
  const rebinding = { ...door, resolve: async () => answers[asked++ % answers.length] ?? [] };
  for (let n = 0; n < 50; n += 1) {
    const result = await fetchPage(`http://rebind.example:${site.port}/`, { door: rebinding });
    const expected = answers[n % answers.length] === admitted ? "fetched" : "failed";
    expect(result.outcome).toBe(expected);
  }
  expect(asked).toBe(50);
  expect(inside.count).toBeGreaterThan(0);
  expect(inside.hits()).toBe(0);
  await Promise.all([site.stop(), inside.stop()]);
});
