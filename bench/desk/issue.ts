import { body, box, headline, line } from "@/bench/desk/words";
import type { PrismaClient } from "@/lib/generated/prisma/client";
import { selectorFor } from "@/lib/quotations/selector";
import type { RichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { plainText } from "@/lib/rich-text/plain-text";
import { makeIssue, makeSnapshot, paragraphs } from "@/prisma/factories";

const SECTIONS = 6;
const STORIES = 60;

const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const wordsIn = (document: RichText) => words(plainText(document));

function story(number: number) {
  const sources = Array.from({ length: 2 + (number % 4) }, (_, index) => ({
    title: `What the harbour said, part ${index + 1} of ${number}`,
    publisher: "Harbour Gazette",
    url: `https://example.org/${number}/${index}`,
  }));
  return { headline: headline(number), body: body(number), whyItMatters: box(number), sources };
}

/** The rows of a story's claims; of each four, three stand on a passage of the story's first source. */
async function insertClaims(database: PrismaClient, storyId: string, document: RichText): Promise<number> {
  const { sourceId } = await database.storySource.findFirstOrThrow({ where: { storyId, position: 1 } });
  const text = plainText(document);
  const snapshot = await makeSnapshot(database, { sourceId, text });
  const marked = [...markedTexts("claim", document)];
  await database.claim.createMany({ data: marked.map(([id, words]) => ({ id, storyId, text: words })) });
  const backed = marked.filter((_, index) => index % 4 !== 3);
  await database.evidence.createMany({
    data: backed.map(([claimId, words]) => {
      const start = text.indexOf(words);
      const passage = selectorFor(text, start, start + words.length);
      return { claimId, snapshotId: snapshot.id, ...passage, matchStatus: "verified" as const, position: 1 };
    }),
  });
  return marked.length;
}

/** Inserts an issue of 60 stories and some 30,000 words, with tables, boxes, sources, claims with evidence, and highlights. */
export async function makeLongIssue(database: PrismaClient) {
  const stories = Array.from({ length: STORIES }, (_, index) => story(index + 1));
  const size = STORIES / SECTIONS;
  const issue = await makeIssue(database, {
    title: `A long week ${crypto.randomUUID().slice(0, 6)}`,
    standfirst: line(1),
    week: { from: "2026-03-14", to: "2026-03-20" },
    introduction: paragraphs(line(2), line(3)),
    highlights: Array.from({ length: 12 }, (_, index) => ({
      text: line(index + 4),
      stories: [index * 5 + 1, index * 5 + 2],
    })),
    thesis: [line(20), line(21)],
    closing: paragraphs(line(22), line(23)),
    sections: Array.from({ length: SECTIONS }, (_, index) => ({
      title: `Basin and shore, part ${index + 1}`,
      stories: stories.slice(index * size, (index + 1) * size),
    })),
  });
  let claims = 0;
  for (const [index, { id }] of issue.stories.entries()) {
    const written = stories[index];
    if (written) claims += await insertClaims(database, id, written.body);
  }
  const counts = stories.map(
    (each) => wordsIn(each.body) + wordsIn(each.whyItMatters) + words(each.headline),
  );
  return {
    id: issue.id,
    storyIds: issue.stories.map(({ id }) => id),
    claims,
    words: counts.reduce((a, b) => a + b, 0),
  };
}
