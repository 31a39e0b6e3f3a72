import { beforeAll, expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { addImage } from "@/lib/images/commands";
import { halves } from "@/lib/images/test-pictures";
import { type Actor, COMMAND_LINE } from "@/lib/policy";
import { createPreviewLink, restorePreviewLink, revokePreviewLink } from "@/lib/previews/commands";
import { openPreview, previewShows } from "@/lib/previews/public";
import { listPreviewLinks } from "@/lib/previews/queries";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let ada: Actor;
let issueId: string;
let inDraft: string;
let elsewhere: string;

beforeAll(async () => {
  vi.stubEnv("PLUMBLINE_URL", "https://digest.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of more than thirty-two characters");
  ada = await makeContributor(db(), { name: "Ada Kern" });
  const add = async (width: number) =>
    (
      await addImage(COMMAND_LINE, {
        fileName: "a.png",
        bytes: await halves(width, 20).png().toBuffer(),
      })
    ).id;
  [inDraft, elsewhere] = [await add(30), await add(40)];
  const figure = { type: "figure", attrs: { imageId: inDraft, alt: "" } };
  const body = { ...paragraphs("Not out yet."), content: [...paragraphs("Not out yet.").content, figure] };
  const issue = await makeIssue(db(), {
    title: "Soon",
    sections: [{ stories: [{ headline: "One", body }] }],
  });
  issueId = issue.id;
});

async function share(expiresInDays: number | null = 7, label = " Legal ") {
  const { id, address } = await createPreviewLink(ada, { issueId, label, expiresInDays });
  return { id, address, token: address.split("/").at(-1) ?? "" };
}

test("a link is an address on the site, and only its hash is kept", async () => {
  const { id, address, token } = await share();
  expect(address).toMatch(/^https:\/\/digest\.example\/preview\/[\w-]{43}$/u);
  const row = await db().previewLink.findUniqueOrThrow({ where: { id } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(row.tokenHash).toMatch(/^[0-9a-f]{64}$/u);
  const events = await db().auditEvent.findMany({ where: { targetId: id } });
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([["preview.share", ada.id]]);
  expect(JSON.stringify(events)).not.toContain(token);
});

test("who has it reads the draft as it stands, and the desk sees when", async () => {
  const { id, token } = await share();
  const shown = await openPreview(token);
  expect(shown?.sharedBy).toBe("Ada Kern");
  expect(shown?.edition).toMatchObject({ title: "Soon", edition: 1 });
  await db().issue.update({ where: { id: issueId }, data: { title: "Sooner" } });
  expect((await openPreview(token))?.edition.title).toBe("Sooner");
  const line = (await listPreviewLinks(ada, { issueId })).find((each) => each.id === id);
  expect(line).toMatchObject({ label: "Legal", madeBy: "Ada Kern", state: "open" });
  expect(line?.lastOpenedAt).not.toBeNull();
});

test("it shows the pictures of its draft and no others", async () => {
  const { token } = await share();
  expect(await previewShows(token, inDraft)).toBe(true);
  expect(await previewShows(token, elsewhere)).toBe(false);
  expect(await previewShows("x".repeat(43), inDraft)).toBe(false);
  expect(await previewShows("' OR 1=1", inDraft)).toBe(false);
});

test("revoked, it is nothing at once; taken back, it works again", async () => {
  const { id, token } = await share();
  await revokePreviewLink(ada, { id });
  expect([await openPreview(token), await previewShows(token, inDraft)]).toEqual([null, false]);
  await revokePreviewLink(ada, { id });
  await restorePreviewLink(ada, { id });
  expect(await openPreview(token)).not.toBeNull();
  const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { action: "asc" } });
  expect(events.map((event) => event.action)).toEqual(["preview.restore", "preview.revoke", "preview.share"]);
});

test("expired, it is nothing; without an end it goes on", async () => {
  const { id, token } = await share(1);
  await db().previewLink.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect([await openPreview(token), await previewShows(token, inDraft)]).toEqual([null, false]);
  const endless = await share(null);
  expect(await openPreview(endless.token)).not.toBeNull();
  const states = Object.fromEntries(
    (await listPreviewLinks(ada, { issueId })).map((each) => [each.id, each.state]),
  );
  expect([states[id], states[endless.id]]).toEqual(["expired", "open"]);
});

test("a link of somebody who is suspended waits until they are back", async () => {
  const gone = await makeContributor(db(), { name: "Gone", suspendedAt: new Date() });
  const { address, id } = await createPreviewLink(gone, { issueId, label: "", expiresInDays: null });
  const token = address.split("/").at(-1) ?? "";
  expect([await openPreview(token), await previewShows(token, inDraft)]).toEqual([null, false]);
  expect((await listPreviewLinks(ada, { issueId })).find((each) => each.id === id)?.state).toBe("paused");
  await db().contributor.update({ where: { id: gone.id }, data: { suspendedAt: null } });
  expect((await openPreview(token))?.sharedBy).toBe("Gone");
});

test("an issue in the trash is shown to nobody, and cannot be shared", async () => {
  const issue = await makeIssue(db(), {});
  const { address } = await createPreviewLink(ada, { issueId: issue.id, label: "", expiresInDays: 1 });
  await db().issue.update({ where: { id: issue.id }, data: { trashedAt: new Date() } });
  expect(await openPreview(address.split("/").at(-1) ?? "")).toBeNull();
  await expect(
    createPreviewLink(ada, { issueId: issue.id, label: "", expiresInDays: 1 }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("contributors share nothing, and nobody shares for no time or for ever and a day", async () => {
  const nia = await makeContributor(db(), { role: "contributor" });
  const input = { issueId, label: "", expiresInDays: 7 };
  const unknown = { id: "0190a000-0000-7000-8000-000000000001" };
  for (const refused of [
    createPreviewLink(nia, input),
    listPreviewLinks(nia, { issueId }),
    revokePreviewLink(nia, unknown),
    restorePreviewLink(nia, unknown),
  ])
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  for (const expiresInDays of [0, 366, 1.5])
    await expect(createPreviewLink(ada, { ...input, expiresInDays })).rejects.toMatchObject({
      code: "invalid",
    });
  await expect(revokePreviewLink(ada, unknown)).rejects.toMatchObject({ code: "not-found" });
});
