import path from "node:path";
import { AppError } from "@/lib/errors";
import { importIssue } from "@/lib/importers/commands";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { COMMAND_LINE } from "@/lib/policy";
import { plainTables } from "@/lib/rich-text/plain-text";
import type { Output } from "@/scripts/digest/output";
import { readDigest } from "@/scripts/digest/read-digest";

type ReadFile = Awaited<ReturnType<typeof readDigest>>;

/** Reads every file before anything is written: one bad file, and nothing is imported. */
async function readAll(files: string[]): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files) {
    const content = await readDigest(file).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      throw new AppError(error.code, `${error.message} Nothing was imported.`);
    });
    read.push(content);
  }
  return read;
}

/** What was found in a file, counted. */
export function countParts(issue: ImportedIssue) {
  const stories = issue.sections.flatMap((section) => section.stories);
  const documents = [issue.introduction, ...stories.flatMap((s) => [s.body, s.whyItMatters]), issue.closing];
  return {
    sections: issue.sections.length,
    stories: stories.length,
    sources: stories.reduce((sum, story) => sum + story.sources.length, 0),
    highlights: issue.highlights.length,
    tables: documents.reduce((sum, document) => sum + plainTables(document).length, 0),
  };
}

/** `digest import <files…>`: each file becomes a draft issue; a file that became one before is recognised. */
export async function importFiles(files: string[], output: Output): Promise<void> {
  const contents = await readAll(files);
  for (const [index, { file, issue, report, sha256 }] of contents.entries()) {
    const imported = await importIssue(COMMAND_LINE, {
      fileName: path.basename(file),
      sha256,
      issue,
      report,
    });
    const { issueId, slug, alreadyImported, numberTaken } = imported;
    const counts = countParts(issue);
    const value = {
      file,
      issueId,
      slug,
      title: issue.title,
      ...counts,
      ...report,
      alreadyImported,
      numberTaken,
    };
    if (contents.length > 1) output.note(`${index + 1}/${contents.length} ${file}`);
    if (numberTaken !== null)
      output.note(`${file}: there is an issue ${numberTaken} already, so this one came in without a number`);
    const found = `${counts.sections} sections, ${counts.stories} stories, ${counts.sources} sources`;
    const unplaced = report.unplaced.map((text) => `\n  kept as text, ${text.where}: ${text.text}`).join("");
    output.say(
      value,
      alreadyImported
        ? `${file} was imported before: ${slug}`
        : `${file} is now the draft ${slug}: ${found}; ${report.wordsOut} of ${report.wordsIn} words${unplaced}`,
    );
  }
}
