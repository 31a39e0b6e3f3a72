import type { Socket } from "node:net";
import { type Door, publicDoor } from "@/lib/fetch/door";
import { fetchPage } from "@/lib/fetch/fetch-page";
import type { FetchResult } from "@/lib/fetch/result";
import { mayFetch, robotsCache } from "@/lib/fetch/robots";
import { bomb, nestedBomb, pour, WORDS } from "@/lib/fetch/test-bombs";
import { hostileResolver, hostileTargets, hostileUrls } from "@/lib/fetch/test-hostile";
import {
  anyPortDoor,
  redirectChain,
  serveRaw,
  serveRedirects,
  serveSite,
  startCanaries,
  type TestServer,
  testDoor,
  withMemory,
} from "@/lib/fetch/test-web";

// What a hostile web can do to the fetcher, at full counts and under the limits of everyday: `tsx bench/hostile-web.ts`.
// Needs no network and no database. Ends with 1 when a promise is broken: no canary hit, less than 100 MB, and all within
// 10 s (12 s here, for machines that do other things besides).

const MOST_GROWN = 100e6;
const MOST_TIME = 12_000;
const html = { "content-type": "text/html" };
const rows: Record<string, string | number>[] = [];
let broken = 0;

const count = <T>(n: number, make: (n: number) => T) => Array.from({ length: n }, (_, at) => make(at));

interface Attack {
  name: string;
  tries: number;
  hits: () => number;
  /** Done for all tries; answers the results. */
  run: () => Promise<FetchResult[]>;
  isRight: (result: FetchResult) => boolean;
  /** Where tries come one after the other, their number; each has its own 10 s. */
  inTurn?: number;
}

async function measure({ name, tries, hits, run, isRight, inTurn = 1 }: Attack): Promise<void> {
  globalThis.gc?.();
  const started = performance.now();
  const { grown, value } = await withMemory(run);
  const time = performance.now() - started;
  const wrong = value.filter((result) => !isRight(result)).length;
  if (wrong > 0 || value.length !== tries || hits() > 0 || grown > MOST_GROWN || time > MOST_TIME * inTurn)
    broken += 1;
  rows.push({
    attack: name,
    tries,
    "canaries hit": hits(),
    "wrong outcomes": wrong,
    "memory grew": `${(grown / 1e6).toFixed(1)} MB`,
    time: `${(time / 1000).toFixed(2)} s`,
  });
}

const failedAs =
  (...failures: string[]) =>
  (result: FetchResult) =>
    result.outcome === "failed" && failures.includes(result.failure);
const none = () => 0;
const address = ({ port }: TestServer) => `http://public.example:${port}/`;

async function addresses(): Promise<void> {
  const canaries = await startCanaries();
  const urls = hostileUrls(canaries.port);
  const doors: [string, Door][] = [
    ["hostile addresses, the door as it is", { ...publicDoor(), resolve: hostileResolver() }],
    ["hostile addresses, every port open", anyPortDoor(hostileResolver())],
  ];
  for (const [name, door] of doors)
    await measure({
      name,
      tries: urls.length,
      hits: canaries.hits,
      run: () => Promise.all(urls.map((url) => fetchPage(url, { door }))),
      isRight: failedAs("refused", "dead"),
    });
  await canaries.stop();
}

async function rebinding(): Promise<void> {
  const site = await serveSite((_request, response) => response.writeHead(200, html).end("<p>public</p>"));
  const canaries = await startCanaries({ port: site.port, withoutIpv4: true });
  let asked = 0;
  const answers = [["127.0.0.1"], ["::1"], ["127.0.0.1"], ["127.0.0.2"], ["127.0.0.1", "::1"]];
  const door = { ...testDoor([site]), resolve: async () => answers[asked++ % answers.length] ?? [] };
  const tries = 500;
  await measure({
    name: "names that change what they resolve to",
    tries,
    hits: canaries.hits,
    run: () => Promise.all(count(tries, () => fetchPage(address(site), { door }))),
    isRight: (result) => result.outcome === "fetched" || failedAs("refused")(result),
  });
  await Promise.all([site.stop(), canaries.stop()]);
}

async function redirects(): Promise<void> {
  const site = await serveRedirects();
  const canaries = await startCanaries();
  const own = testDoor([site]);
  const any = anyPortDoor(own.resolve);
  const door: Door = { ...own, admits: (ip, port) => any.admits(ip, port) || own.admits(ip, port) };
  const targets = hostileTargets(canaries.port);
  await measure({
    name: "redirects inside and to other schemes",
    tries: targets.length,
    hits: canaries.hits,
    run: () => Promise.all(targets.map((to, n) => fetchPage(redirectChain(site, (n % 5) + 1, to), { door }))),
    isRight: failedAs("redirected"),
  });
  await Promise.all([site.stop(), canaries.stop()]);
}

/** One try after the other, so that the memory is that of one. */
async function fromSite(name: string, site: TestServer, failure: string, tries = 5): Promise<void> {
  const door = testDoor([site]);
  const run = async () => {
    const results: FetchResult[] = [];
    for (let n = 0; n < tries; n += 1) results.push(await fetchPage(address(site), { door }));
    return results;
  };
  await measure({ name, tries, hits: none, run, isRight: failedAs(failure), inTurn: tries });
  await site.stop();
}

async function bodies(): Promise<void> {
  const endless = await serveSite((_request, response) => {
    response.writeHead(200, html);
    void pour(response, WORDS, 1000);
  });
  await fromSite("a body of 1 GB", endless, "tooLarge");
  for (const encoding of ["gzip", "deflate", "br", "zstd"] as const) {
    const packed = await bomb(encoding, 1000);
    const site = await serveSite((_request, response) =>
      response.writeHead(200, { ...html, "content-encoding": encoding }).end(packed),
    );
    await fromSite(`1 GB as ${Math.ceil(packed.byteLength / 1000)} kB of ${encoding}`, site, "tooLarge");
  }
  const nested = nestedBomb(1000);
  const site = await serveSite((_request, response) =>
    response.writeHead(200, { ...html, "content-encoding": "gzip, gzip" }).end(nested),
  );
  await fromSite("1 GB packed twice", site, "tooLarge");
}

/** Twenty at once: they cost time, and only that. */
async function slow(name: string, speak: (socket: Socket) => void): Promise<void> {
  const site = await serveRaw((socket) => socket.once("data", () => speak(socket)));
  const door = testDoor([site]);
  await measure({
    name,
    tries: 20,
    hits: none,
    run: () => Promise.all(count(20, () => fetchPage(address(site), { door }))),
    isRight: failedAs("timedOut"),
  });
  await site.stop();
}

function drip(socket: Socket, word: string): void {
  const timer = setInterval(() => socket.write(word), 100);
  socket.once("close", () => clearInterval(timer));
}

async function slowness(): Promise<void> {
  const head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  await slow("a server that says nothing", () => {});
  await slow("headers, one at a time", (socket) => {
    socket.write(head);
    drip(socket, "X: y\r\n");
  });
  await slow("a body, letter by letter", (socket) => {
    socket.write(`${head}\r\n`);
    drip(socket, "a");
  });
}

/** Rules that are dear to match: how long the whole process stands still for one of them. */
async function robots(): Promise<void> {
  const text = `User-agent: *\nDisallow: /${"*a".repeat(1000)}b\n`.repeat(230);
  const site = await serveSite((_request, response) =>
    response.writeHead(200, { "content-type": "text/plain" }).end(text),
  );
  const url = `${address(site)}${"a".repeat(7900)}`;
  const started = performance.now();
  const answer = await mayFetch(url, { door: testDoor([site]), cache: robotsCache() });
  console.log(
    `robots.txt of ${text.length / 1000} kB against an address of ${url.length} characters: ` +
      `${answer.allowed ? "allowed" : answer.failure} after ${(performance.now() - started).toFixed(0)} ms.`,
  );
  await site.stop();
}

await addresses();
await rebinding();
await redirects();
await bodies();
await slowness();
console.table(rows);
await robots();
console.log(broken === 0 ? "Every promise is kept." : `${broken} promises are broken.`);
process.exitCode = broken === 0 ? 0 : 1;
