import { beforeEach, describe, expect, it } from "vitest";
import { TAGS, tagVersions } from "@/lib/cache";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { hashEdition } from "@/lib/editions/hash";
import { exportEdition, previewEdition } from "@/lib/editions/queries";
import { edition as editionSchema } from "@/lib/editions/schema";
import { editionToMarkdown } from "@/lib/exporters/markdown";
import { readIssueFile } from "@/lib/importers/read-file";
import { getIssue } from "@/lib/issues/queries";
import { saveIssue } from "@/lib/issues/save";
import type { Actor } from "@/lib/policy";
import type { RichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { saveStory } from "@/lib/stories/save";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let issue: Awaited<ReturnType<typeof makeIssue>>;

const claimed = (id: string): RichText => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "It is known: " },
        { type: "text", text: "water is ", marks: [{ type: "claim", attrs: { id } }] },
        { type: "text", text: "wet", marks: [{ type: "bold" }, { type: "claim", attrs: { id } }] },
        { type: "text", text: "." },
      ],
    },
  ],
});

beforeEach(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
  issue = await makeIssue(db(), {
    title: "Water",
    standfirst: "A short one.",
    introduction: paragraphs("Hello."),
    highlights: [{ text: "Wet things", stories: [2, 1] }],
    thesis: ["It flows."],
    sections: [
      {
        title: "Rivers",
        stories: [{ headline: "One — a start", sources: [{ title: "S", publisher: "P" }] }],
      },
      { title: "Nothing here" },
      { title: "Seas", stories: [{ headline: "Two", whyItMatters: paragraphs("Because.") }] },
    ],
    closing: paragraphs("Bye."),
    feedbackPrompt: "Was it wet enough?",
  });
});

const storyVersion = (id: string) =>
  db()
    .story.findUniqueOrThrow({ where: { id } })
    .then((story) => story.version);

describe("publishing", () => {
  it("makes a whole, hashed document with derived numbers and permanent anchors", async () => {
    const { edition, hash } = await publishIssue(editor, { id: issue.id });
    const document = editionSchema.parse(await exportEdition(editor, issue.slug));
    expect(edition).toBe(1);
    expect(hashEdition(document)).toBe(hash);
    expect(document.sections.map((s) => [s.title, s.stories.map((story) => story.number)])).toEqual([
      ["Rivers", [1]],
      ["Seas", [2]],
    ]);
    expect(document.sections.flatMap((s) => s.stories.map((story) => story.anchor))).toEqual(
      issue.stories.map((story) => story.anchor),
    );
    expect(document.highlights).toEqual([
      { text: "Wet things", stories: issue.stories.map((story) => story.anchor) },
    ]);
    expect(document.sections[1]?.stories[0]).toMatchObject({ whyItMattersText: "Because.", claims: [] });
  });

  it("is what the preview showed", async () => {
    const { publishedAt: _, hash: __, ...preview } = await previewEdition(editor, issue.id);
    await publishIssue(editor, { id: issue.id });
    expect(await exportEdition(editor, issue.slug)).toMatchObject(preview);
  });

  it("answers 50 clicks at once with one edition, and raises the readers' tag once", async () => {
    const before = await tagVersions([TAGS.editions]);
    const clicks = Array.from({ length: 50 }, () => publishIssue(editor, { id: issue.id }));
    const hashes = new Set((await Promise.all(clicks)).map((published) => published.hash));
    expect(hashes.size).toBe(1);
    expect(await db().edition.count({ where: { issueId: issue.id } })).toBe(1);
    const after = await tagVersions([TAGS.editions]);
    expect(Number(after.editions) - Number(before.editions)).toBe(1);
  });

  it("makes a second edition of changed words and keeps the first", async () => {
    const first = await publishIssue(editor, { id: issue.id });
    const id = issue.stories[0]?.id ?? "";
    await saveStory(editor, { id, version: await storyVersion(id), body: paragraphs("Now with words.") });
    expect(await getIssue(editor, issue.id)).toMatchObject({ changedSincePublished: true });
    const second = await publishIssue(editor, { id: issue.id });
    expect([second.edition, second.hash === first.hash]).toEqual([2, false]);
    expect(await db().edition.count({ where: { issueId: issue.id, hash: first.hash } })).toBe(1);
    expect(await getIssue(editor, issue.id)).toMatchObject({ changedSincePublished: false });
  });

  it("keeps number and address once readers know them", async () => {
    await publishIssue(editor, { id: issue.id });
    const { version } = await getIssue(editor, issue.id);
    const base = { id: issue.id, version };
    await expect(saveIssue(editor, { ...base, slug: "elsewhere" })).rejects.toThrow("address");
    await expect(saveIssue(editor, { ...base, number: 900 })).rejects.toThrow("number");
  });

  it("is refused without a story, and to contributors", async () => {
    const empty = await makeIssue(db(), { sections: [{ title: "Empty" }] });
    await expect(publishIssue(editor, { id: empty.id })).rejects.toThrow("There is no story in it yet.");
    const contributor: Actor = { ...editor, role: "contributor" };
    await expect(publishIssue(contributor, { id: issue.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await db().edition.count({ where: { issueId: { in: [empty.id, issue.id] } } })).toBe(0);
  });

  it("is refused while preflight blocks, and over it takes a reason that is kept", async () => {
    const [story] = issue.stories;
    const claim = {
      storyId: story?.id ?? "",
      attribution: "reported",
      speaker: "Ana",
      text: "It flows.",
    } as const;
    await db().claim.create({ data: claim });
    const refused = await publishIssue(editor, { id: issue.id }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid",
      message: expect.stringContaining("“It flows.”, a statement by Ana, has no evidence."),
      details: { lines: [{ rule: "statement-without-evidence" }, { rule: "speaker-without-source" }] },
    });
    await expect(publishIssue(editor, { id: issue.id, override: { reason: " " } })).rejects.toThrow(
      "takes a reason",
    );
    expect(await db().edition.count({ where: { issueId: issue.id } })).toBe(0);
    await publishIssue(editor, { id: issue.id, override: { reason: "Seen by two of us." } });
    const kept = await db().edition.findFirstOrThrow({ where: { issueId: issue.id } });
    const rules = ["statement-without-evidence", "speaker-without-source"];
    expect(kept.overrides).toMatchObject(rules.map((rule) => ({ rule, reason: "Seen by two of us." })));
    expect(JSON.stringify(kept.document)).not.toContain("Seen by two of us.");
  });

  it("follows the publication's levels", async () => {
    await db().claim.create({
      data: { storyId: issue.stories[1]?.id ?? "", attribution: "quoted", text: "It flows." },
    });
    await expect(publishIssue(editor, { id: issue.id })).rejects.toMatchObject({ code: "invalid" });
    const preflight = { "quotation-without-evidence": "warning" };
    await db().publication.upsert({ where: { id: 1 }, create: { preflight }, update: { preflight } });
    await publishIssue(editor, { id: issue.id });
    const kept = await db().edition.findFirstOrThrow({ where: { issueId: issue.id } });
    expect(kept.overrides).toEqual([]);
    await db().publication.update({ where: { id: 1 }, data: { preflight: {} } });
  });

  it("leaves editions that nobody can change or remove", async () => {
    await publishIssue(editor, { id: issue.id });
    const where = { issueId: issue.id };
    await expect(db().edition.updateMany({ where, data: { hash: "0".repeat(64) } })).rejects.toThrow();
    await expect(db().edition.deleteMany({ where })).rejects.toThrow();
  });
});

describe("claims", () => {
  it("follow the document: text mirrored, unanchored when the mark goes, anchored again when it returns", async () => {
    const storyId = issue.stories[0]?.id ?? "";
    const claim = await db().claim.create({
      data: { storyId, text: "", speaker: "Everyone", attribution: "reported" },
    });
    const read = () => db().claim.findUniqueOrThrow({ where: { id: claim.id } });
    const save = async (body: RichText) =>
      saveStory(editor, { id: storyId, version: await storyVersion(storyId), body });

    await save(claimed(claim.id));
    expect(await read()).toMatchObject({ text: "water is wet", anchored: true });
    expect((await previewEdition(editor, issue.id)).sections[0]?.stories[0]?.claims).toMatchObject([
      { id: claim.id, kind: "statement", text: "water is wet", speaker: "Everyone", evidence: [] },
    ]);
    await save(paragraphs("It is known: water is wet."));
    expect(await read()).toMatchObject({ text: "water is wet", anchored: false });
    expect((await previewEdition(editor, issue.id)).sections[0]?.stories[0]?.claims).toEqual([]);
    await save(claimed(claim.id));
    expect(await read()).toMatchObject({ anchored: true });
  });
});

describe("issues published at once", () => {
  it("get a number each", async () => {
    const sections = [{ stories: [{ headline: "One" }] }];
    const drafts = await Promise.all(Array.from({ length: 5 }, () => makeIssue(db(), { sections })));
    await Promise.all(drafts.map(({ id }) => publishIssue(editor, { id })));
    const ids = drafts.map(({ id }) => id);
    const published = await db().issue.findMany({ where: { id: { in: ids } } });
    const numbers = published.map(({ number }) => number ?? 0).sort((a, b) => a - b);
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("saveStory", () => {
  it("refuses a stale save with the version that stands, and keeps revisions of both people", async () => {
    const id = issue.stories[0]?.id ?? "";
    const version = await storyVersion(id);
    const other = await makeContributor(db(), { name: "The other" });
    await saveStory({ id: other.id, role: "editor", name: other.name }, { id, version, headline: "Theirs" });
    const stale = saveStory(editor, { id, version, headline: "Mine" });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { current: { headline: "Theirs", savedBy: "The other", version: version + 1 } },
    });
    await saveStory(editor, { id, version: version + 1, headline: "Mine" });
    await saveStory(editor, { id, version: version + 2, headline: "Mine again" });
    const revisions = await db().revision.findMany({ where: { storyId: id }, orderBy: { createdAt: "asc" } });
    expect(revisions.map((revision) => [revision.authorId, revision.version])).toEqual([
      // As it was before anybody's save.
      [null, version],
      [other.id, version + 1],
      [editor.id, version + 3],
    ]);
  });
});

describe("an exported edition", () => {
  it("comes back as the same issue", async () => {
    await publishIssue(editor, { id: issue.id });
    const edition = await exportEdition(editor, issue.slug);
    const markdown = editionToMarkdown(edition);
    const { issue: back, report } = readIssueFile("back.md", new TextEncoder().encode(markdown));
    expect(report).toMatchObject({ unplaced: [], wordsOut: report.wordsIn });
    expect(back).toMatchObject({
      title: "Water",
      number: edition.number,
      standfirst: "A short one.",
      thesis: ["It flows."],
      feedbackPrompt: "Was it wet enough?",
      highlights: [{ text: "Wet things", stories: [1, 2] }],
    });
    expect(back.sections.map((s) => [s.title, s.stories.map((story) => story.headline)])).toEqual([
      ["Rivers", ["One — a start"]],
      ["Seas", ["Two"]],
    ]);
    expect(back.sections[0]?.stories[0]?.sources).toEqual([
      { title: "S", byline: "", publisher: "P", url: null },
    ]);
    expect(plainText(back.sections[1]?.stories[0]?.whyItMatters ?? back.closing)).toBe("Because.");
  });
});
