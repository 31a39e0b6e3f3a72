import { describe, expect, it } from "vitest";
import { markClaim, markClaims, setClaim } from "@/lib/claims/commands";
import { listStoryClaims } from "@/lib/claims/queries";
import { db } from "@/lib/db";
import { claimOf, story, write } from "@/lib/evidence/test-story";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { refusal } from "@/lib/workflow/test-people";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

describe("marking", () => {
  it("makes a row that the next save anchors, whichever of the two comes first", async () => {
    const { author, storyId } = await story();
    const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
    const early = await markClaim(author, { id: one, storyId, kind: "fact", text: "It rains" });
    expect(early.anchored).toBe(false);
    await write(author, storyId, doc(p(claimMark(one, "It rains"), " ", claimMark(other, "It pours"))));
    const late = await markClaim(author, { id: other, storyId, kind: "quotation", text: "as it was" });
    expect(late).toMatchObject({ anchored: true, text: "It pours", attribution: "quoted" });
    expect(await listStoryClaims(author, storyId)).toMatchObject([
      { id: one, anchored: true },
      { id: other },
    ]);
  });

  it("answers the claim that is there when it is asked again", async () => {
    const { author, storyId } = await story();
    const asked = { id: crypto.randomUUID(), storyId, kind: "forecast", text: "It will rain" } as const;
    const first = await markClaim(author, asked);
    await setClaim(author, { id: asked.id, version: first.version, speaker: "Ida Holm" });
    expect(await markClaim(author, { ...asked, kind: "fact" })).toMatchObject({
      speaker: "Ida Holm",
      mode: "forecast",
    });
    expect(await db().claim.count({ where: { storyId } })).toBe(1);
  });

  it("takes ids in capitals for the same", async () => {
    const { author, storyId } = await story();
    const id = crypto.randomUUID();
    const asked = {
      id: id.toUpperCase(),
      storyId: storyId.toUpperCase(),
      kind: "fact",
      text: "It rains",
    } as const;
    expect(await markClaim(author, asked)).toMatchObject({ id, storyId });
    expect(await markClaim(author, { ...asked, id })).toMatchObject({ id });
  });

  it("refuses the id of another story's claim, other people's stories, and a statement of nobody", async () => {
    const { author, storyId } = await story();
    const id = await claimOf(author, storyId, "It rains");
    const other = await story();
    const asked = { id, storyId: other.storyId, kind: "fact", text: "It rains" } as const;
    expect((await refusal(markClaim(other.author, asked))).code).toBe("conflict");
    const foreign = markClaim(author, { ...asked, id: crypto.randomUUID() });
    expect((await refusal(foreign)).code).toBe("forbidden");
    await expect(
      markClaim(author, { ...asked, id: crypto.randomUUID(), storyId, kind: "statement" }),
    ).rejects.toThrow("name the speaker");
  });

  it("makes many at once with all that is known of them, and none where one cannot be", async () => {
    const { author, storyId } = await story();
    const [said, promised] = [crypto.randomUUID(), crypto.randomUUID()];
    const statement = { id: said, kind: "statement", text: "It rains", speaker: "Ida Holm" } as const;
    const forecast = {
      id: promised,
      kind: "forecast",
      text: "It will rain",
      attribution: "reported",
      speaker: "Per Lund",
      horizonAt: "2027-05-01",
    } as const;
    await expect(
      markClaims(author, { storyId, claims: [statement, { ...forecast, speaker: null }] }),
    ).rejects.toThrow("name the speaker");
    await expect(
      markClaims(author, { storyId, claims: [{ ...statement, horizonAt: "2027-05-01" }] }),
    ).rejects.toThrow("falls due");
    expect(await db().claim.count({ where: { storyId } })).toBe(0);
    expect(await markClaims(author, { storyId, claims: [forecast, statement] })).toMatchObject([
      { attribution: "reported", mode: "forecast", speaker: "Per Lund", horizonAt: "2027-05-01" },
      { attribution: "reported", mode: "assertion", speaker: "Ida Holm", anchored: false },
    ]);
    const other = await story();
    const taken = { storyId: other.storyId, claims: [{ ...statement, id: crypto.randomUUID() }, forecast] };
    expect((await refusal(markClaims(other.author, taken))).code).toBe("conflict");
    expect(await db().claim.count({ where: { storyId: other.storyId } })).toBe(0);
  });

  it("is taken back and brought back with the mark, and the row stays", async () => {
    const { author, storyId } = await story();
    const id = await claimOf(author, storyId, "It rains");
    const standing = async () =>
      (await listStoryClaims(author, storyId)).map(({ anchored, text }) => [anchored, text]);
    await write(author, storyId, doc(p("It rains")));
    expect(await standing()).toEqual([[false, "It rains"]]);
    await write(author, storyId, doc(p(claimMark(id, "It pours"))));
    expect(await standing()).toEqual([[true, "It pours"]]);
  });
});

describe("saying what a claim is", () => {
  it("keeps attribution and mode apart, and what only a forecast has with a forecast", async () => {
    const { author, storyId } = await story();
    const id = await claimOf(author, storyId, "It will rain by May");
    const set = async (changes: Omit<Parameters<typeof setClaim>[1], "id" | "version">) => {
      const { version } = await db().claim.findUniqueOrThrow({ where: { id } });
      return setClaim(author, { id, version, ...changes });
    };
    const due = { mode: "forecast", horizonAt: "2027-05-01", resolutionCriteria: " Rain falls. " } as const;
    expect(await set({ ...due, attribution: "reported", speaker: "Ida Holm" })).toMatchObject({
      attribution: "reported",
      horizonAt: "2027-05-01",
      resolutionCriteria: "Rain falls.",
    });
    expect((await db().claim.findUniqueOrThrow({ where: { id } })).outcome).toBe("open");
    expect(await set({ mode: "assertion" })).toMatchObject({
      horizonAt: null,
      resolutionCriteria: null,
      speaker: "Ida Holm",
    });
    expect((await refusal(set({ speaker: "" }))).message).toContain("name who said it");
    expect((await refusal(set({ horizonAt: "2027-05-01" }))).code).toBe("invalid");
    expect(await set({ attribution: "none", speaker: "" })).toMatchObject({ speaker: null });
  });

  it("keeps the day of what was suggested as a commitment until it becomes one", async () => {
    const { author, storyId } = await story();
    const id = crypto.randomUUID();
    const statement = { kind: "statement", text: "It plans so", speaker: "Ida Holm" } as const;
    const made = await markClaim(author, { id, storyId, ...statement, dueIfAhead: "2027-06-30" });
    expect(made).toMatchObject({ mode: "assertion", horizonAt: null });
    expect(await setClaim(author, { id, version: made.version, mode: "commitment" })).toMatchObject({
      horizonAt: "2027-06-30",
    });
  });

  it("gives back what a forecast had when its kind was another for a while", async () => {
    const { author, storyId } = await story();
    const id = await claimOf(author, storyId, "It will rain by May");
    const due = { horizonAt: "2027-05-01", resolutionCriteria: "Rain falls." };
    const { version } = await db().claim.findUniqueOrThrow({ where: { id } });
    const forecast = await setClaim(author, { id, version, mode: "forecast", ...due });
    const settled = {
      probability: 0.7,
      outcome: "yes",
      resolvedAt: new Date("2027-04-02T10:00:00Z"),
    } as const;
    await db().claim.update({ where: { id }, data: settled });
    const fact = await setClaim(author, { id, version: forecast.version, mode: "assertion" });
    expect(fact).toMatchObject({ horizonAt: null, resolutionCriteria: null });
    expect(await listStoryClaims(author, storyId)).toMatchObject([{ horizonAt: null }]);
    const again = await setClaim(author, { id, version: fact.version, mode: "commitment" });
    expect(again).toMatchObject(due);
    expect(await db().claim.findUniqueOrThrow({ where: { id } })).toMatchObject(settled);
  });

  it("refuses an older version with the claim that stands", async () => {
    const { author, editor, storyId } = await story();
    const id = await claimOf(author, storyId, "It rains");
    const { version } = await db().claim.findUniqueOrThrow({ where: { id } });
    await setClaim(editor, { id, version, speaker: "Ida Holm" });
    const late = await refusal(setClaim(author, { id, version, speaker: "Per Lund" }));
    expect(late).toMatchObject({ code: "conflict", details: { speaker: "Ida Holm", version: version + 1 } });
  });
});
