import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { importIssue, takenNumbers } from "@/lib/importers/commands";
import { readIssueFile } from "@/lib/importers/read-file";
import { trashIssue } from "@/lib/issues/commands";
import { getIssue } from "@/lib/issues/queries";
import type { Actor } from "@/lib/policy";
import { plainText } from "@/lib/rich-text/plain-text";
import { makeContributor } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
beforeAll(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
});

function read(name: string, bytes = readFileSync(path.join(import.meta.dirname, "fixtures", name))) {
  return { fileName: name, ...readIssueFile(name, bytes) };
}

describe("importIssue", () => {
  it("makes a draft with everything the file said", async () => {
    const content = read("harbour-notes.txt");
    const { issueId, slug, alreadyImported } = await importIssue(editor, content);
    const draft = await getIssue(editor, issueId);
    expect([slug, alreadyImported]).toEqual(["harbour-notes-no-7", false]);
    expect(draft).toMatchObject({
      title: "Harbour Notes No. 7",
      number: 7,
      publicationState: "unpublished",
      thesis: content.issue.thesis,
      feedbackPrompt: content.issue.feedbackPrompt,
      labels: { whyItMatters: "Why This Matters", closing: "Closing Thoughts" },
    });
    const stories = draft.sections.flatMap((section) => section.stories);
    const read_ = content.issue.sections.flatMap((section) => section.stories);
    expect(stories.map((s) => [s.headline, plainText(s.body), plainText(s.whyItMatters)])).toEqual(
      read_.map((s) => [s.headline, plainText(s.body), plainText(s.whyItMatters)]),
    );
    expect(
      stories.map((s) => s.sources.map(({ title, publisher, url }) => ({ title, publisher, url }))),
    ).toEqual(read_.map((s) => s.sources.map(({ title, publisher, url }) => ({ title, publisher, url }))));
    expect(draft.highlights.map((h) => h.storyIds)).toEqual(
      content.issue.highlights.map((h) => h.stories.map((number) => stories[number - 1]?.id)),
    );
  });

  it("recognises the same bytes, also when they come twenty times at once, until the issue is in the trash", async () => {
    const content = read("signal-and-noise.md");
    const all = await Promise.all(Array.from({ length: 20 }, () => importIssue(editor, content)));
    expect(new Set(all.map((imported) => imported.issueId)).size).toBe(1);
    expect(all.filter((imported) => !imported.alreadyImported)).toHaveLength(1);
    await trashIssue(editor, { id: all[0]?.issueId ?? "" });
    expect(await importIssue(editor, content)).toMatchObject({ alreadyImported: false });
  });

  it("says when another issue has the number, and leaves it away", async () => {
    const file = (title: string) =>
      read("no.md", Buffer.from(`# ${title} No. 41\n\n## A\n\n- [x](https://x.example)\n`));
    expect(file("Tide").issue.number).toBe(41);
    expect(await importIssue(editor, file("Tide"))).toMatchObject({ numberTaken: null });
    expect(await takenNumbers(editor)).toContain(41);
    const second = await importIssue(editor, file("Ebb"));
    expect(second.numberTaken).toBe(41);
    expect(await getIssue(editor, second.issueId)).toMatchObject({ number: null });
  });

  it("keeps one source per address, and each story's own words for it", async () => {
    const text = (title: string) =>
      new TextEncoder().encode(
        `## A\n\n- [${title}](https://one.example/page?utm_source=x)\n- [Other](https://two.example)\n`,
      );
    const first = await importIssue(editor, read("a.md", Buffer.from(text("First title"))));
    const second = await importIssue(editor, read("b.md", Buffer.from(text("Second title"))));
    const lines = await Promise.all(
      [first, second].map(
        async ({ issueId }) => (await getIssue(editor, issueId)).sections[0]?.stories[0]?.sources[0],
      ),
    );
    expect(lines.map((line) => line?.title)).toEqual(["First title", "Second title"]);
    expect(lines[0]?.id).toBe(lines[1]?.id);
    expect(await db().source.count({ where: { canonicalUrl: "https://one.example/page" } })).toBe(1);
  });

  it("writes nothing for those who may not, and nothing of what is not an issue", async () => {
    const content = read("c.md", Buffer.from("## A\n\n- [x](https://x.example)\n"));
    const before = await db().issue.count();
    const contributor: Actor = { ...editor, role: "contributor" };
    await expect(importIssue(contributor, content)).rejects.toMatchObject({ code: "forbidden" });
    const [section] = content.issue.sections;
    const [story] = section?.stories ?? [];
    if (!section || !story) throw new Error("a story");
    const evil = {
      type: "text",
      text: "x",
      marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
    };
    const body = { type: "doc", content: [{ type: "paragraph", content: [evil] }] };
    const issue = { ...content.issue, sections: [{ ...section, stories: [{ ...story, body }] }] };
    await expect(importIssue(editor, { ...content, issue })).rejects.toThrow("javascript:");
    const week = { from: "2026-11-22", to: "2026-11-16" };
    await expect(
      importIssue(editor, { ...content, issue: { ...content.issue, week } }),
    ).rejects.toMatchObject({ code: "invalid", message: "The week ends before it begins." });
    expect(await db().issue.count()).toBe(before);
  });
});
