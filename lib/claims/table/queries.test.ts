import { beforeAll, describe, expect, test } from "vitest";
import { readAsked } from "@/lib/claims/table/address";
import { deskPlaces, issueTable, publishedTable } from "@/lib/claims/table/queries";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { testEdition } from "@/lib/editions/test-edition";
import { attach, claimOf, story, write } from "@/lib/evidence/test-story";
import { COMMAND_LINE } from "@/lib/policy";
import { doc, p } from "@/lib/rich-text/test-words";
import { makeEntity, makeIssue, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { insertPublished } from "@/prisma/test-published";

useFreshDatabase();

const asking = (query = "") => readAsked(new URLSearchParams(query));
const published = (query = "") => publishedTable(COMMAND_LINE, asking(query));
const words = async (query: string) => (await published(query)).rows.map((row) => row.words);

describe("everything published", () => {
  beforeAll(async () => {
    await insertPublished(testEdition({ edition: 1 }));
    await makeEntity(db(), { name: "Ines Vold", otherNames: ["The Conductor"] });
  });

  test("is each claim and analysis of the edition, as it is read", async () => {
    const { rows, all, speakers, issues } = await published();
    const stories = testEdition().sections.flatMap((section) => section.stories);
    const pieces = stories.flatMap(({ claims, analyses }) => [...claims, ...analyses]);
    expect(rows.map(({ id }) => id)).toEqual(pieces.map(({ id }) => id));
    expect(all).toBe(pieces.length);
    expect(speakers).toEqual(["Corvia", "Ines Vold", "Nordlicht Rail"]);
    expect(issues).toEqual([{ id: rows[0]?.issue?.id, name: "12: The sleepers are coming back" }]);
    expect(rows.find(({ kind }) => kind === "forecast")).toMatchObject({
      ...{
        attribution: "reported",
        speaker: "Nordlicht Rail",
        speakerRole: "Operator",
        uttered: "2026-03-17",
      },
      ...{ state: "verified", status: "supported", evidence: 2, due: "2027-12-31", outcome: "open" },
      sources: [
        { title: "Nordlicht orders forty sleepers", publisher: "Nordlicht Rail" },
        { title: "Sleeper orders at a thirty-year high", publisher: "Harbour Wire" },
      ],
      standing: "published",
      issue: { number: 12, slug: "the-sleepers-are-coming" },
      story: { number: 1, anchor: "s-aaaaaaaaa1" },
    });
    const states = rows.map(({ kind, state }) => `${kind} ${state}`);
    expect(states).toEqual(
      expect.arrayContaining(["quotation evidence", "commitment nearToSign", "fact none"]),
    );
    expect(rows.filter(({ kind }) => kind === "analysis").map(({ premises }) => premises)).toEqual([2, 3, 1]);
  });

  test("is chosen from by kind, speaker, source, state and words, and put in order", async () => {
    expect(await words("kind=commitment")).toEqual([
      "has promised to keep the Tuesday train through the works",
    ]);
    expect(await words("speaker=vold")).toEqual(["“a hotel that happens to arrive”"]);
    expect(await words("speaker=conductor")).toEqual(["“a hotel that happens to arrive”"]);
    expect(await words("source=harbour%20wire&kind=forecast")).toHaveLength(1);
    expect(await words("state=disputed")).toEqual([expect.stringContaining("cheaper to run")]);
    expect(await words("q=depots")).toEqual(["Two of the three depots are full"]);
    expect((await words("sort=due")).slice(0, 2)).toEqual([
      expect.stringContaining("Tuesday"),
      expect.stringContaining("two million"),
    ]);
    expect(await words("issue=backlog")).toEqual([]);
  });
});

describe("what became of it since", () => {
  test("a claim stays when it leaves the issue, the issue is withdrawn, or its source dies; drafts come only when asked for", async () => {
    const { author, editor, issue, storyId, snapshotId, sourceId } = await story();
    const id = await claimOf(author, storyId, "It cost 31 million crowns", "forecast");
    await attach(author, id, snapshotId, "31 million crowns");
    const now = async (query = "") => (await published(`q=crowns&${query}`)).rows;
    expect(await now()).toEqual([]);
    expect(await now("drafts=yes")).toMatchObject([{ id, standing: "draft", issue: { number: null } }]);

    await publishIssue(editor, { id: issue.id, override: { reason: "For the test." } });
    expect(await now("drafts=yes")).toMatchObject([{ id, standing: "published", state: "verified" }]);
    await db().source.update({ where: { id: sourceId }, data: { state: "dead" } });
    expect(await now()).toMatchObject([{ state: "sourceGone" }]);
    await db().source.update({ where: { id: sourceId }, data: { state: "live" } });
    await db().evidence.updateMany({ where: { claimId: id }, data: { goneSince: new Date() } });
    expect(await now()).toMatchObject([{ state: "quotationGone" }]);
    const settled = { outcome: "yes", resolvedAt: new Date(), status: "disputed" } as const;
    await db().claim.update({ where: { id }, data: settled });
    expect(await now("state=disputed")).toMatchObject([{ outcome: "yes", status: "disputed" }]);

    await publishIssue(editor, { id: issue.id, override: { reason: "For the test." } });
    await db().claim.update({ where: { id }, data: { outcome: null, resolvedAt: null } });
    expect(await now()).toMatchObject([{ outcome: "open" }]);

    const rows = await now();
    expect(await deskPlaces(editor, rows)).toEqual(
      new Map([[rows[0]?.story.anchor, { storyId, issueId: issue.id }]]),
    );
    await write(author, storyId, doc(p("Nothing of it is left.")));
    expect(await issueTable(editor, issue.id, asking())).toMatchObject({ rows: [{ standing: "unmarked" }] });
    await publishIssue(editor, { id: issue.id, override: { reason: "For the test." } });
    expect(await now("drafts=yes")).toMatchObject([{ id, standing: "takenOut", words: expect.any(String) }]);
    await db().issue.update({ where: { id: issue.id }, data: { trashedAt: new Date() } });
    expect(await now()).toMatchObject([{ standing: "takenOut" }]);
    expect(await deskPlaces(editor, rows)).toEqual(new Map());
  });

  test("of a claim in two issues the later one tells", async () => {
    const sections = testEdition().sections.slice(0, 1);
    const more = { number: 20, edition: 1, slug: "the-next", sections, highlights: [], corrections: [] };
    await insertPublished(testEdition(more));
    const { rows } = await published("q=berths&kind=forecast");
    expect(rows.map(({ issue }) => issue?.number)).toEqual([20]);
  });
});

describe("the draft of an issue", () => {
  test("numbers stories through its sections and shows claims in the order of their marks", async () => {
    const issue = await makeIssue(db(), {
      sections: [{ stories: [{ headline: "First" }] }, { stories: [{ headline: "Second" }] }],
    });
    const [first, second] = issue.stories.map(({ id }) => id);
    const later = await claimOf(COMMAND_LINE, second ?? "", "It pours");
    const own = await claimOf(COMMAND_LINE, first ?? "", "It rains");
    await db().analysis.create({
      data: {
        ...{ storyId: second ?? "", scope: "span", text: "So it is wet" },
        premises: { create: [{ claimId: later }] },
      },
    });
    const { rows } = await issueTable(COMMAND_LINE, issue.id, asking("issue=backlog"));
    expect(rows.map(({ id, kind, premises, story: { number } }) => [id, kind, premises, number])).toEqual([
      [own, "fact", null, 1],
      [later, "fact", null, 2],
      [expect.any(String), "analysis", 1, 2],
    ]);
    await expect(issueTable(COMMAND_LINE, crypto.randomUUID(), asking())).rejects.toThrow("does not exist");
  });

  test("what waits in the backlog stands last among drafts, and what is in the trash nowhere", async () => {
    const { id } = await makeStory(db(), { headline: "It waits" });
    const claim = await claimOf(COMMAND_LINE, id, "It may snow");
    const { rows, hasBacklog } = await published("drafts=yes");
    expect(rows.at(-1)).toMatchObject({ id: claim, issue: null, story: { number: null } });
    expect(hasBacklog).toBe(true);
    expect(await words("drafts=yes&issue=backlog")).toEqual(["It may snow"]);
    await db().story.update({ where: { id }, data: { trashedAt: new Date() } });
    expect(await words("drafts=yes&issue=backlog")).toEqual([]);
  });
});
