import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET as getImage } from "@/app/(public)/images/[id]/[width]/route";
import { GET as getSharedImage } from "@/app/(public)/preview/[token]/images/[id]/[width]/route";
import { GET as getShared } from "@/app/(public)/preview/[token]/route";
import { GET as getFramed } from "@/app/(public)/preview/draft/[id]/route";
import { withImagesUnder } from "@/app/(public)/preview/draft-document";
import { POST as upload } from "@/app/api/images/route";
import { htmlFaults } from "@/components/edition/test-html";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { AppError } from "@/lib/errors";
import { MAX_IMAGE_BYTES } from "@/lib/images/schema";
import { halves } from "@/lib/images/test-pictures";
import { type Actor, COMMAND_LINE } from "@/lib/policy";
import { createPreviewLink, revokePreviewLink } from "@/lib/previews/commands";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { buildAssets } from "@/scripts/assets.mjs";

// What is not published: who gets to see it, and with which headers.

const request = vi.hoisted(() => ({ headers: new Headers(), actor: null as Actor | null }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("@/lib/auth/session", () => ({
  currentActor: async () => request.actor,
  requireActor: async () => {
    if (request.actor) return request.actor;
    throw new AppError("not-signed-in", "You are signed out.");
  },
}));

useFreshDatabase();

const SITE = "https://digest.example";
let ada: Actor;
beforeAll(async () => {
  process.env.PLUMBLINE_URL = SITE;
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  ada = await makeContributor(db(), { name: "Ada Kern" });
  await buildAssets();
});
beforeEach(() => {
  request.headers = new Headers({ origin: SITE });
  request.actor = ada;
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  new Request(`${SITE}${path}`, { headers });
const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  upload(
    new Request(`${SITE}/api/images?name=a.png`, {
      method: "POST",
      body,
      headers,
      duplex: "half",
    } as RequestInit),
  );
const image = (id: string, width = "640", headers = {}) =>
  getImage(ask(`/images/${id}/${width}`, headers), { params: Promise.resolve({ id, width }) });

async function added(width: number): Promise<string> {
  const answer = await (await post(new Uint8Array(await halves(width, 20).png().toBuffer()))).json();
  return answer.value.id;
}

const pictured = (id: string) => ({
  type: "doc" as const,
  content: [...paragraphs("Words.").content, { type: "figure", attrs: { imageId: id, alt: "Two halves" } }],
});

describe("uploading", () => {
  test("answers what the text keeps of the picture", async () => {
    const response = await post(new Uint8Array(await halves(2400, 1200).jpeg().toBuffer()));
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.json()).toEqual({
      ok: true,
      value: { id: expect.stringMatching(/^[0-9a-f-]{36}$/u), width: 1920, height: 960 },
    });
  });

  test("is refused from elsewhere, signed out, and for what is no picture", async () => {
    const statusOf = async (response: Response) => [response.status, (await response.json()).error.code];
    request.headers = new Headers({ origin: "https://evil.test" });
    expect(await statusOf(await post("x"))).toEqual([403, "forbidden"]);
    request.headers = new Headers();
    expect(await statusOf(await post("x"))).toEqual([403, "forbidden"]);
    request.headers = new Headers({ origin: SITE });
    expect(await statusOf(await post("x"))).toEqual([422, "invalid"]);
    expect(await statusOf(await post(null))).toEqual([422, "invalid"]);
    request.actor = null;
    expect(await statusOf(await post("x"))).toEqual([401, "not-signed-in"]);
  });

  test("stops reading where the limit is, whether the length was said or not", async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const response = await post(endless);
    expect((await response.json()).error.message).toContain("larger than 20 MB");
    expect(sent).toBeLessThan(MAX_IMAGE_BYTES + 4 * 1024 * 1024);
    const said = await post("short", { "Content-Length": String(MAX_IMAGE_BYTES + 1) });
    expect((await said.json()).error.message).toContain("larger than 20 MB");
  });
});

describe("a picture", () => {
  test("of a draft is there for whoever works here and for nobody else, until it is published", async () => {
    const id = await added(700);
    const mine = await image(id);
    expect([mine.status, mine.headers.get("Cache-Control")]).toEqual([200, "private, no-cache"]);
    request.actor = null;
    const refused = await image(id);
    expect([refused.status, refused.headers.get("Cache-Control")]).toEqual([404, "no-store"]);
    const unknown = await image("0190a000-0000-7000-8000-000000000001");
    expect(await refused.text()).toBe(await unknown.text());

    const issue = await makeIssue(db(), { sections: [{ stories: [{ body: pictured(id) }] }] });
    await publishIssue(COMMAND_LINE, { id: issue.id });
    const response = await image(id);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "public, max-age=30, must-revalidate",
      "content-security-policy": "default-src 'none'",
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
    });
    expect(response.headers.get("Content-Length")).toBe(String((await response.arrayBuffer()).byteLength));
    const etag = response.headers.get("ETag") ?? "";
    expect((await image(id, "640", { "If-None-Match": etag })).status).toBe(304);
    expect((await image(id, "1280")).headers.get("ETag")).not.toBe(etag);
  });

  test.each(["641", "0", "640px", " 640", "-1", "../640"])("has no width %j", async (width) => {
    const id = await added(50);
    expect((await image(id, width)).status).toBe(404);
  });

  test("is not looked for under what is no id", async () => {
    expect((await image("' OR 1=1")).status).toBe(404);
  });
});

describe("a draft behind a private link", () => {
  const shared = (token: string) =>
    getShared(ask(`/preview/${token}`), { params: Promise.resolve({ token }) });
  const sharedImage = (token: string, id: string) =>
    getSharedImage(ask(`/preview/${token}/images/${id}/640`), {
      params: Promise.resolve({ token, id, width: "640" }),
    });

  test("is a page without script that says what it is, found and kept by nobody; revoked, it never was", async () => {
    const issue = await makeIssue(db(), {
      title: "In the making",
      sections: [{ stories: [{ headline: "A start", body: paragraphs("Unheard of.") }] }],
    });
    const link = await createPreviewLink(ada, { issueId: issue.id, label: "", expiresInDays: 1 });
    const token = link.address.split("/").at(-1) ?? "";
    request.actor = null;
    const response = await shared(token);
    expect(response.status).toBe(200);
    const html = await response.clone().text();
    expect(html).toContain("Draft, not published.</strong> Shared by Ada Kern.");
    expect(html).toContain("Unheard of.");
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/<script|<style|\sstyle=/u);
    expect(await htmlFaults(html)).toEqual([]);
    const guards = {
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex, nofollow",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    };
    expect(Object.fromEntries(response.headers)).toMatchObject(guards);
    await revokePreviewLink(ada, { id: link.id });
    const [revoked, unknown] = [await shared(token), await shared("x".repeat(43))];
    expect([revoked.status, unknown.status]).toEqual([404, 404]);
    expect(Object.fromEntries(revoked.headers)).toEqual(Object.fromEntries(unknown.headers));
    expect(Object.fromEntries(revoked.headers)).toMatchObject(guards);
    expect(await revoked.text()).toBe(await unknown.text());
  });

  test("asks for its pictures under the link", () => {
    const id = "0190a000-0000-7000-8000-000000000001";
    const html = `<img srcSet="/images/${id}/640 640w, /images/${id}/1280 1280w" src="/images/${id}/1920"/>`;
    const { body } = withImagesUnder({ body: html, type: "text/html", etag: "" }, "/preview/T");
    expect(body).toBe(html.replaceAll("/images/", "/preview/T/images/"));
  });

  test("lets its own pictures through, for as long as it works", async () => {
    const [own, other] = [await added(71), await added(72)];
    const issue = await makeIssue(db(), { sections: [{ stories: [{ body: pictured(own) }] }] });
    const link = await createPreviewLink(ada, { issueId: issue.id, label: "", expiresInDays: 1 });
    const token = link.address.split("/").at(-1) ?? "";
    request.actor = null;
    const response = await sharedImage(token, own);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    expect((await sharedImage(token, other)).status).toBe(404);
    await revokePreviewLink(ada, { id: link.id });
    expect((await sharedImage(token, own)).status).toBe(404);
  });
});

describe("the desk's frame", () => {
  const framed = (id: string) => getFramed(ask(`/preview/draft/${id}`), { params: Promise.resolve({ id }) });

  test("holds the draft for whoever works here, and may stand in a page of this site", async () => {
    const issue = await makeIssue(db(), { sections: [{ stories: [{ body: paragraphs("Unheard of.") }] }] });
    const response = await framed(issue.id);
    const html = await response.clone().text();
    expect(html).toContain("Unheard of.");
    expect(html).toContain('<a target="_blank" rel="noopener" class="brand" href="/">');
    expect(html).toContain('<a class="skip" href="#content">');
    expect(await htmlFaults(html)).toEqual([]);
    expect(response.headers.get("Content-Security-Policy")).toContain("frame-ancestors 'self'");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    request.actor = null;
    expect((await framed(issue.id)).status).toBe(404);
    expect((await framed("nothing")).status).toBe(404);
  });
});
