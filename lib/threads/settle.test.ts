import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { bold, claimMark, doc, p } from "@/lib/rich-text/test-words";
import { saveStory } from "@/lib/stories/save";
import { selectorAt } from "@/lib/threads/anchor";
import { reopenThread, suggestChange } from "@/lib/threads/commands";
import { acceptSuggestion, refuseSuggestion } from "@/lib/threads/settle";
import { desk, TEXT, told } from "@/lib/threads/test-desk";
import { makeContributor, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

describe("suggestions", () => {
  it("put in, take out and change words when they are accepted, each by itself", async () => {
    const { editor, author, guest, about, storyId, suggest, standing } = await desk();
    const place = about("charges");
    const at = selectorAt(TEXT, place.selector.start, place.selector.start);
    const insertion = await suggestChange(guest, {
      storyId,
      part: "body",
      selector: at,
      replacement: "now ",
      text: "",
    });
    const deletion = await suggest(" from May", "");
    const change = await suggest("nobody", "somebody");
    const refused = await suggest("pilots", "captains");
    expect((await told(author)).every((kind) => kind === "suggestion")).toBe(true);
    await acceptSuggestion(author, insertion);
    await acceptSuggestion(editor, change);
    await refuseSuggestion(author, refused);
    const { version } = await acceptSuggestion(author, deletion);
    expect(await standing()).toEqual({
      version,
      text: paragraphs("The port now charges by the hour, and somebody asked the pilots."),
    });
    expect(version).toBe(4);
    expect(await told(guest)).toHaveLength(4);
    await expect(acceptSuggestion(author, refused)).rejects.toMatchObject({ code: "conflict" });
    await expect(reopenThread(author, change)).rejects.toMatchObject({ code: "invalid" });
    await reopenThread(author, refused);
    await acceptSuggestion(author, refused);
  });

  it("are settled by the story's author and editors; who made one may take it back", async () => {
    const { guest, suggest, standing } = await desk();
    const mine = await suggest("nobody", "somebody");
    await expect(acceptSuggestion(guest, mine)).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeContributor(db(), { role: "contributor", name: "Other" });
    await expect(refuseSuggestion(other, mine)).rejects.toMatchObject({ code: "forbidden" });
    await refuseSuggestion(guest, mine);
    expect((await standing()).version).toBe(1);
  });

  it("are refused with a sentence when the words have changed, and fit when only others did", async () => {
    const { author, storyId, suggest } = await desk();
    const stale = await suggest("nobody asked", "everybody asked");
    const fits = await suggest("by the hour", "by the minute");
    const body = paragraphs("A new beginning.", TEXT.replace("nobody asked", "no one had asked"));
    await saveStory(author, { id: storyId, version: 1, body });
    await expect(acceptSuggestion(author, stale)).rejects.toThrow(/no longer fits/);
    await acceptSuggestion(author, fits);
  });

  it("change a headline, but never to nothing", async () => {
    const { author, guest, storyId } = await desk();
    const line = "Harbour — by the hour";
    const make = (start: number, end: number, replacement: string) =>
      suggestChange(guest, {
        storyId,
        part: "headline",
        selector: selectorAt(line, start, end),
        replacement,
        text: "",
      });
    const all = await make(0, line.length, "");
    await expect(acceptSuggestion(author, all)).rejects.toMatchObject({ code: "invalid" });
    const { headline } = await acceptSuggestion(author, await make(0, 7, "Port"));
    expect(headline).toBe("Port — by the hour");
  });

  it("mirror claims as any save does, and leave a revision", async () => {
    const { author, guest, storyId } = await desk();
    const claim = await db().claim.create({ data: { storyId, text: "charges four euros" } });
    const words = doc(p("It ", claimMark(claim.id, "charges ", bold("four euros")), " now."));
    await saveStory(author, { id: storyId, version: 1, body: words });
    const text = "It charges four euros now.";
    const start = text.indexOf("four");
    const selector = selectorAt(text, start, start + 4);
    const made = await suggestChange(guest, {
      storyId,
      part: "body",
      selector,
      replacement: "five",
      text: "",
    });
    await acceptSuggestion(author, made);
    expect(await db().claim.findUnique({ where: { id: claim.id } })).toMatchObject({
      text: "charges five euros",
      anchored: true,
    });
    const last = await db().revision.findFirst({ where: { storyId }, orderBy: { updatedAt: "desc" } });
    expect(last?.version).toBe(3);
  });
});
