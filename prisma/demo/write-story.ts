import { dateColumn } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { markedTexts } from "@/lib/rich-text/marks";
import { plainText } from "@/lib/rich-text/plain-text";
import type { DemoAnalysis, DemoClaim, DemoEvidence, DemoStory, Person } from "@/prisma/demo/content";
import { demoId } from "@/prisma/demo/identity";

/** Characters kept on either side of a passage (provenance.md, Evidence). */
const CONTEXT = 32;

/** The W3C selectors of words within the excerpt that they were taken from. Throws when they are not in it. */
export function selectors({ source, exact }: DemoEvidence) {
  const text = source.excerpt ?? "";
  const start = text.indexOf(exact);
  if (start < 0) throw new Error(`“${exact}” is not in the excerpt of “${source.title}”.`);
  const end = start + exact.length;
  const prefix = text.slice(Math.max(0, start - CONTEXT), start);
  return { exact, prefix, suffix: text.slice(end, end + CONTEXT), start, end };
}

interface Checked {
  by: string;
  at: Date;
}

async function writeClaim(
  db: Db,
  storyId: string,
  id: string,
  text: string,
  claim: DemoClaim,
  checked: Checked,
) {
  const { evidence = [], utteredAt, horizonAt, settled: _, ...rest } = claim;
  const isChecked = evidence.length > 0;
  await db.claim.create({
    data: {
      ...rest,
      id,
      storyId,
      text,
      utteredAt: dateColumn(utteredAt ?? null),
      horizonAt: dateColumn(horizonAt ?? null),
      outcome: claim.mode === "assertion" ? null : "open",
      status: isChecked ? "supported" : "unverified",
      checkedById: isChecked ? checked.by : null,
      checkedAt: isChecked ? checked.at : null,
    },
  });
  for (const [index, passage] of evidence.entries()) {
    await db.evidence.create({
      data: {
        ...selectors(passage),
        claimId: id,
        snapshotId: demoId(`snapshot ${passage.source.key}`),
        matchStatus: "verified",
        position: index + 1,
      },
    });
  }
}

interface NewAnalysis {
  id: string;
  storyId: string;
  scope: "span" | "whyItMatters";
  text: string;
  authorId: string;
  createdAt: Date;
}

async function writeAnalysis(db: Db, row: NewAnalysis, { restsOn, counterargument }: DemoAnalysis) {
  const premises = { create: restsOn.map((key) => ({ claimId: demoId(`claim ${key}`) })) };
  await db.analysis.create({ data: { ...row, counterargument, premises } });
}

function textOf(texts: Map<string, string>, id: string, key: string): string {
  const text = texts.get(id);
  if (text === undefined) throw new Error(`Nothing in the text is marked “${key}”.`);
  return text;
}

/**
 * The claims, evidence and analyses of a story whose own row is there already. Texts come from the marks.
 * `at` is when the story was made: analyses are kept in the order of their writing.
 */
export async function writeProvenance(db: Db, story: DemoStory, ids: Record<Person, string>, at: Date) {
  const storyId = demoId(`story ${story.key}`);
  const documents = story.why ? [story.body, story.why.words] : [story.body];
  const claims = markedTexts("claim", ...documents);
  for (const [key, claim] of Object.entries(story.claims)) {
    const id = demoId(`claim ${key}`);
    await writeClaim(db, storyId, id, textOf(claims, id, key), claim, { by: ids.editor, at });
  }
  const spans = markedTexts("analysis", ...documents);
  const authorId = ids[story.author];
  const keys = Object.entries(story.analyses);
  for (const [index, [key, given]] of keys.entries()) {
    const id = demoId(`analysis ${key}`);
    const createdAt = new Date(at.getTime() + index);
    const text = textOf(spans, id, key);
    await writeAnalysis(db, { id, storyId, scope: "span", text, authorId, createdAt }, given);
  }
  if (!story.why?.analysis) return;
  const id = demoId(`analysis ${story.key} box`);
  const createdAt = new Date(at.getTime() + keys.length);
  const text = plainText(story.why.words);
  await writeAnalysis(
    db,
    { id, storyId, scope: "whyItMatters", text, authorId, createdAt },
    story.why.analysis,
  );
}
