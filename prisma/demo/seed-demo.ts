import { customAlphabet } from "nanoid";
import { hashPassword } from "@/lib/contributors/password";
import { db, transaction } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { resolveForecast } from "@/lib/forecasts/commands";
import type { Actor } from "@/lib/policy";
import type { Person } from "@/prisma/demo/content";
import { demoId } from "@/prisma/demo/identity";
import { people } from "@/prisma/demo/people";
import { issues, writeDemo } from "@/prisma/demo/write";
import { selectors } from "@/prisma/demo/write-story";

export interface SignIn {
  role: Person;
  name: string;
  email: string;
  /** In clear, to be shown once: the database has only its hash. */
  password: string;
}

// No vowels and nothing that looks like something else: it is to be typed from a terminal.
const fourLetters = customAlphabet("bcdfghjkmnpqrstvwxz23456789", 4);
const newPassword = () => Array.from({ length: 4 }, () => fourLetters()).join("-");

async function isEmpty(): Promise<boolean> {
  const [contributors, issueRows] = await Promise.all([db().contributor.count(), db().issue.count()]);
  return contributors === 0 && issueRows === 0;
}

/** Why the demo is published although most of what it reports has no passage: it says so itself, in its introduction. */
const reason =
  "A demonstration: the texts of its sources are not ours to keep, so most claims stand without a passage and are shown so.";

/** Publishes what has a date and no edition yet: a seed that was killed half way is finished by the next one. */
async function publishDemo(): Promise<number> {
  const editor: Actor = { id: demoId("person editor"), role: "editor", name: people.editor.name };
  let published = 0;
  for (const { number, publishedAt } of issues) {
    const id = demoId(`issue ${number}`);
    const waits = await db().issue.count({ where: { id, trashedAt: null, editions: { none: {} } } });
    if (publishedAt === null || waits === 0) continue;
    await publishIssue(editor, { id, override: { reason } }, { at: new Date(publishedAt) });
    published += 1;
  }
  if (published > 0) await settleDemo(editor);
  return published;
}

/** Says how those forecasts came out that have, as an editor does after their issue was published. */
async function settleDemo(editor: Actor): Promise<void> {
  const stories = issues.flatMap(({ sections }) => sections.flatMap((section) => section.stories));
  for (const [key, { settled }] of stories.flatMap((story) => Object.entries(story.claims))) {
    if (!settled) continue;
    const id = demoId(`claim ${key}`);
    const { evidence, ...told } = settled;
    const passages = evidence.map((passage) => {
      const { start, end } = selectors(passage);
      return { snapshotId: demoId(`snapshot ${passage.source.key}`), start, end };
    });
    const { version, outcome } = await db().claim.findUniqueOrThrow({ where: { id } });
    if (outcome === "open") {
      // Said on the day itself, whatever the clock of this machine says.
      await resolveForecast(editor, { id, version, ...told, passages }, { today: told.resolvedOn });
    }
  }
}

/**
 * Puts the demo into the database of DATABASE_URL when that has neither people nor issues: all rows in one transaction,
 * then the editions through the real command. Answers the sign-ins, with passwords made for this database;
 * null when the database was not empty, which then stays as it is (but for demo issues still to be published).
 */
export async function seedDemo(): Promise<SignIn[] | null> {
  if (!(await isEmpty())) {
    await publishDemo();
    return null;
  }
  const passwords = { admin: newPassword(), editor: newPassword(), contributor: newPassword() };
  const hashes = {
    admin: await hashPassword(passwords.admin),
    editor: await hashPassword(passwords.editor),
    contributor: await hashPassword(passwords.contributor),
  };
  await transaction((tx) => writeDemo(tx, hashes));
  await publishDemo();
  return (["admin", "editor", "contributor"] as const).map((role) => ({
    role,
    ...people[role],
    password: passwords[role],
  }));
}
