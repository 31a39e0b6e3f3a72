import { globSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as getUnknown } from "@/app/(public)/[...path]/route";
import { GET as getArchive } from "@/app/(public)/archive/route";
import { GET as getHowWeWork } from "@/app/(public)/how-we-work/route";
import { GET as getPassage } from "@/app/(public)/issues/[slug]/passages/[id]/route";
import { GET as getIssue } from "@/app/(public)/issues/[slug]/route";
import { GET as getFeed } from "@/app/(public)/ledger/feed.xml/route";
import { GET as getLedger } from "@/app/(public)/ledger/route";
import { GET as getHome } from "@/app/(public)/route";
import { GET as getSchema } from "@/app/(public)/schema/edition.json/route";
import { GET as getTopic } from "@/app/(public)/topics/[slug]/route";
import { GET as getTopics } from "@/app/(public)/topics/route";
import { GET as getHealth } from "@/app/api/health/route";
import { htmlFaults } from "@/components/edition/test-html";
import { forgetAll } from "@/lib/cache";
import { db } from "@/lib/db";
import { archivedAddress } from "@/lib/editions/passages";
import { testEdition } from "@/lib/editions/test-edition";
import { mergeEntities, splitEntity } from "@/lib/entities/merge";
import { COMMAND_LINE } from "@/lib/policy";
import { makeEntity } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { insertPublished } from "@/prisma/test-published";
import { buildAssets } from "@/scripts/assets.mjs";

useFreshDatabase();

const SITE = "https://plumbline.example";
const edition = testEdition({ slug: "the-week", edition: 1 });
const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://spoofed.example${path}`, { headers });
const issue = (slug: string, headers = {}) =>
  getIssue(ask(`/issues/${slug}`, headers), { params: Promise.resolve({ slug }) });

const sourced = () =>
  getIssue(ask("/issues/the-week?view=sourced"), { params: Promise.resolve({ slug: "the-week" }) });

const topic = (slug: string, headers = {}) =>
  getTopic(ask(`/topics/${slug}`, headers), { params: Promise.resolve({ slug }) });

const forecast = edition.sections[0]?.stories[0]?.claims.find((claim) => claim.kind === "forecast");
const held = forecast?.evidence[0];
const archived = forecast && held ? archivedAddress("the-week", forecast.id, held) : "";
/** A passage's page by its path. */
const passage = (path: string) => {
  const [, , slug = "", , id = ""] = path.split("/");
  return getPassage(ask(path), { params: Promise.resolve({ slug, id }) });
};

const at = ({ id, version }: { id: string; version: number }) => ({ id, version });

/** Data blocks are no scripts: browsers run nothing of them. What is left must hold none. */
const withoutData = (html: string) =>
  html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/gu, "");

/** Every reader page there is. */
const PAGES: Record<string, () => Promise<Response>> = {
  home: () => getHome(ask("/")),
  archive: () => getArchive(ask("/archive")),
  issue: () => issue("the-week"),
  "issue, without analysis": sourced,
  "archived passage": () => passage(archived),
  ledger: () => getLedger(ask("/ledger")),
  "ledger, filtered": () => getLedger(ask("/ledger?speaker=Corvia&kind=commitment")),
  "ledger, nothing found": () => getLedger(ask("/ledger?kind=commitment&state=ambiguous")),
  topics: () => getTopics(ask("/topics")),
  topic: () => topic("nordlicht-rail"),
  "topic that is only named": () => topic("lumen"),
  "unknown topic": () => topic("no-such-thing"),
  "how we work": () => getHowWeWork(ask("/how-we-work")),
  "unknown issue": () => issue("no-such-week"),
  "unknown address": () => getUnknown(ask("/no/such/page")),
};

/** Which of them each route answers. What is behind a private link (preview) is no reader's page. */
const OF_ROUTE: Record<string, keyof typeof PAGES> = {
  ".": "home",
  "[...path]": "unknown address",
  archive: "archive",
  "how-we-work": "how we work",
  "issues/[slug]": "issue",
  "issues/[slug]/passages/[id]": "archived passage",
  ledger: "ledger",
  topics: "topics",
  "topics/[slug]": "topic",
};

test("no page of the site is missing from the list", () => {
  // A route that answers a page is written in JSX, or answers the message that nothing is there.
  const routes = globSync("**/route.{ts,tsx}", { cwd: import.meta.dirname })
    .filter((file) => !file.startsWith("preview"))
    .filter((file) => file.endsWith(".tsx") || file.startsWith("[...path]"))
    .map((file) => dirname(file));
  expect(routes.sort()).toEqual(Object.keys(OF_ROUTE).sort());
  for (const name of Object.values(OF_ROUTE)) expect(Object.keys(PAGES)).toContain(name);
});

beforeAll(async () => {
  process.env.PLUMBLINE_URL = SITE;
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  await buildAssets();
});
afterEach(() => vi.restoreAllMocks());

async function expectValid(response: Response) {
  expect(await htmlFaults(await response.text())).toEqual([]);
}

test("an empty house says so, validly", async () => {
  const home = await getHome(ask("/"));
  expect(await home.clone().text()).toContain("The first issue is being written");
  await expectValid(home);
  const ledger = await getLedger(ask("/ledger"));
  expect(await ledger.clone().text()).toContain("No forecast and no commitment has been published yet");
  await expectValid(ledger);
  expect(await (await getFeed(ask("/ledger/feed.xml"))).text()).toContain("<updated>1970-01-01");
  const topics = await getTopics(ask("/topics"));
  expect(await topics.clone().text()).toContain("Nothing has been published about anybody yet");
  await expectValid(topics);
});

describe("with an issue published", () => {
  beforeAll(async () => {
    await makeEntity(db(), { name: "Nordlicht Rail", kind: "organisation", otherNames: ["NR & Söhne"] });
    await makeEntity(db(), { name: "Corvia" });
    await makeEntity(db(), { name: "Lumen", kind: "organisation" });
    await insertPublished(testEdition({ number: 11, slug: "the-week-before", edition: 1 }));
    await insertPublished(edition);
  });

  test.each(Object.keys(PAGES))("%s is valid HTML without a byte of script", async (name) => {
    const response = (await PAGES[name]?.()) ?? Response.error();
    expect(withoutData(await response.clone().text())).not.toMatch(/<script|<style|\sstyle=/u);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    await expectValid(response);
  });

  test("links are made from the configured address, whatever host was asked", async () => {
    const html = await (await issue("the-week")).text();
    expect(html).toContain(`<link rel="canonical" href="${SITE}/issues/the-week"/>`);
    expect(html).not.toContain("spoofed");
  });

  test("an issue comes as data and as text too", async () => {
    const data = await issue("the-week.json");
    expect(data.headers.get("Content-Type")).toContain("application/json");
    expect(await data.json()).toEqual(edition);
    const text = await issue("the-week.md");
    expect(text.headers.get("Content-Type")).toContain("text/markdown");
    expect(await text.text()).toContain(edition.title);
    expect((await issue("the-week.xml")).status).toBe(404);
  });

  test("an issue carries itself as JSON-LD, the view without analysis does not", async () => {
    const data = /<script type="application\/ld\+json">([^<]*)<\/script>/u;
    const html = await (await issue("the-week")).text();
    const found = JSON.parse(data.exec(html)?.[1] ?? "null");
    expect(found["@id"]).toBe(`${SITE}/issues/the-week`);
    expect(found.hasPart).toHaveLength(4);
    // What it says is archived can be read there.
    const [quotation] = found.hasPart[0].interpretedAsClaim[0].citation;
    const there = await passage(new URL(quotation.isBasedOn.archivedAt).pathname);
    expect(await there.text()).toContain(quotation.text);
    expect(await (await sourced()).text()).not.toMatch(data);
  });

  test("without the analysis an issue says so, and its canonical address is the whole", async () => {
    const html = await (await sourced()).text();
    expect(html).toContain(`<link rel="canonical" href="${SITE}/issues/the-week"/>`);
    expect(html).toContain("Without analysis:</strong> it is folded away");
    expect(html).toContain('<details class="why">');
    expect(await (await issue("the-week")).text()).not.toContain('<details class="why">');
  });

  test("an archived passage shows the words and what is around them, and is kept out of search engines", async () => {
    expect(await (await issue("the-week")).text()).toContain(`href="${archived}"`);
    const html = await (await passage(archived)).text();
    expect(html).toContain("<mark>we expect to sell two million berths a year</mark>");
    expect(html).toContain("With the new cars in service");
    expect(html).toContain('href="https://nordlicht.example/news/1#:~:text=we%20expect%20to');
    expect(html).toContain(`<link rel="canonical" href="${SITE}${archived}"/>`);
    expect(html).toContain('<meta name="robots" content="noindex"/>');
  });

  test("the ledger shows what was foretold and promised, and only what is asked for", async () => {
    const html = await (await getLedger(ask("/ledger"))).text();
    expect(html).toContain('href="/issues/the-week#s-aaaaaaaaa1"');
    expect(html.indexOf("Tuesday train")).toBeLessThan(html.indexOf("two million berths"));
    const some = await (await getLedger(ask("/ledger?speaker=Corvia"))).text();
    expect(some).toContain("Tuesday train");
    expect(some).not.toContain("two million berths");
    expect(some).toContain('<option value="Corvia" selected="">');
  });

  test("what is settled reaches ledger and feed with the next edition", async () => {
    const row = await db().issue.findUniqueOrThrow({ where: { slug: "the-week" } });
    const settled = structuredClone(testEdition({ slug: "the-week", edition: 2 }));
    for (const claim of settled.sections[0]?.stories[0]?.claims ?? [])
      if (claim.due) claim.due = { ...claim.due, outcome: "yes", resolvedAt: "2026-08-01T00:00:00.000Z" };
    expect(await (await getFeed(ask("/ledger/feed.xml"))).text()).not.toContain("came true");
    await insertPublished(testEdition({ ...settled }), row.id);
    const feed = await getFeed(ask("/ledger/feed.xml"));
    expect(feed.headers.get("Content-Type")).toContain("application/atom+xml");
    expect(await feed.text()).toContain("Forecast by Nordlicht Rail came true");
    expect(await (await getLedger(ask("/ledger?state=yes"))).text()).toContain("two million berths");
  });

  test("a topic has everything of one speaker, and speakers lead there", async () => {
    const html = await (await topic("nordlicht-rail")).text();
    expect(html).toContain("Organisation");
    expect(html).toContain("Also: NR &amp; Söhne");
    expect(html).toContain('href="/issues/the-week#s-aaaaaaaaa1:~:text=');
    expect(html).toContain('<time dateTime="2027-12-31">31 December 2027</time>');
    expect(html).toContain('href="https://nordlicht.example/news/1"');
    expect(await (await issue("the-week")).text()).toContain(
      '<a href="/topics/nordlicht-rail">Nordlicht Rail</a>',
    );
    expect(await (await getLedger(ask("/ledger"))).text()).toContain('href="/topics/corvia"');
    expect(await (await getTopics(ask("/topics"))).text()).toContain('href="/topics/lumen"');
    const etag = (await topic("nordlicht-rail")).headers.get("ETag") ?? "";
    expect((await topic("nordlicht-rail", { "If-None-Match": etag })).status).toBe(304);
  });

  test("a merge shows at the next request: the old address leads on, the ledger counts both as one", async () => {
    const named = async (name: string) => db().entity.findFirstOrThrow({ where: { name } });
    const [corvia, lumen] = [await named("Corvia"), await named("Lumen")];
    const merged = await mergeEntities(COMMAND_LINE, { ...at(corvia), into: at(lumen) });
    const moved = await topic("corvia");
    expect([moved.status, moved.headers.get("Location")]).toEqual([308, "/topics/lumen"]);
    const asked = await getTopics(ask("/topics?name=the+CORVIA+Inc."));
    expect([asked.status, asked.headers.get("Location")]).toEqual([308, "/topics/lumen"]);
    for (const name of ["Corvia", "Lumen", "corvia’s"]) {
      const html = await (await getLedger(ask(`/ledger?speaker=${encodeURIComponent(name)}`))).text();
      expect(html).toContain("Tuesday train");
      expect(html).not.toContain("two million berths");
      expect(html).toContain('<option value="Lumen" selected="">');
    }
    await splitEntity(COMMAND_LINE, merged);
    expect((await topic("corvia")).status).toBe(200);
  });

  test("what is unknown answers 404 and is kept by nobody", async () => {
    const unknown = [
      await issue("no-such-week"),
      await getUnknown(ask("/x")),
      await passage("/issues/the-week/passages/0123456789abcdef"),
      await passage(archived.replace("the-week", "no-such-week")),
      await getLedger(ask("/ledger?speaker=Nobody")),
      await topic("no-such-thing"),
      await getTopics(ask("/topics?name=Nobody")),
    ];
    for (const response of unknown) {
      expect(response.status).toBe(404);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
    }
  });

  test("the same page is not sent twice to who has it", async () => {
    const etag = (await issue("the-week")).headers.get("ETag") ?? "";
    expect(etag).toMatch(/^"[\w-]{27}"$/u);
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await issue("the-week", { "If-None-Match": header });
      expect([again.status, await again.text(), again.headers.get("ETag")]).toEqual([304, "", etag]);
    }
    expect((await issue("the-week", { "If-None-Match": '"other"' })).status).toBe(200);
  });

  test("a correction shows at the next request", async () => {
    const old = await issue("the-week-before");
    const row = await db().issue.findUniqueOrThrow({ where: { slug: "the-week-before" } });
    const corrected = testEdition({ number: 11, slug: "the-week-before", edition: 2, title: "Put right" });
    await insertPublished(corrected, row.id);
    const now = await issue("the-week-before", { "If-None-Match": old.headers.get("ETag") ?? "" });
    expect(now.status).toBe(200);
    expect(await now.text()).toContain("Put right");
  });

  test("a fault is answered with a page that says nothing of it", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.spyOn(db().edition, "findUniqueOrThrow").mockRejectedValueOnce(new Error("secret detail"));
    forgetAll();
    const response = await issue("the-week");
    expect(response.status).toBe(500);
    expect(await response.clone().text()).not.toContain("secret");
    expect(console.error).toHaveBeenCalledOnce();
    await expectValid(response);
  });

  test("without its database it gives the last page it had, and asks for patience about others", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    forgetAll();
    await issue("the-week");
    vi.spyOn(db().cacheTag, "findMany").mockRejectedValue(new Error("away"));
    vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("away"));
    vi.spyOn(db().edition, "findUniqueOrThrow").mockRejectedValue(new Error("away"));
    const kept = await issue("the-week");
    expect([kept.status, kept.headers.get("Cache-Control")]).toEqual([200, "no-store"]);
    const other = await issue("the-week-before");
    expect([other.status, other.headers.get("Retry-After")]).toEqual([503, "30"]);
    await expectValid(other);
  });
});

test("the schema names its own address", async () => {
  expect(await (await getSchema(ask("/schema/edition.json"))).json()).toMatchObject({
    $id: `${SITE}/schema/edition.json`,
  });
});

test("health says what there is", async () => {
  const well = await getHealth();
  expect([well.status, await well.json()]).toEqual([
    200,
    { status: "ok", version: expect.any(String), database: "ok" },
  ]);
  vi.spyOn(db(), "$queryRaw").mockRejectedValue(new Error("away"));
  const ill = await getHealth();
  expect([ill.status, (await ill.json()).database]).toEqual([503, "unreachable"]);
});
