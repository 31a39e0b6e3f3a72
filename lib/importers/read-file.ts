import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { decodeFile } from "@/lib/importers/decode-file";
import { fileFormat, titleFromFileName } from "@/lib/importers/file-format";
import { readFrontMatter, withoutFrontMatter } from "@/lib/importers/front-matter";
import type { ImportedIssue, ImportReport } from "@/lib/importers/imported-issue";
import { readMarkdown } from "@/lib/importers/markdown";
import { readPlainText } from "@/lib/importers/plain-text";
import { type StructuredText, structureText } from "@/lib/importers/structure-text";

export interface ImportedFileContent {
  issue: ImportedIssue;
  report: ImportReport;
  /** Of the file's bytes, hexadecimal: how the same file is recognised again. */
  sha256: string;
}

/** A file's text as an issue, with the words of both sides for whoever compares them. */
export function readIssueText(
  fileName: string,
  text: string,
): StructuredText & { format: "text" | "markdown" } {
  const format = fileFormat(fileName, text);
  const front = readFrontMatter(text);
  const body = withoutFrontMatter(text, front);
  const read = format === "markdown" ? readMarkdown(body, front?.own != null) : readPlainText(body);
  return { ...structureText(read, front, titleFromFileName(fileName)), format };
}

/**
 * Reads a digest in plain text or Markdown: its anatomy, and a report that says what had no sure place. Text that was
 * pasted comes as UTF-8 with an empty name.
 * @throws AppError "invalid" when the file cannot be read, with one sentence that says why.
 */
export function readIssueFile(fileName: string, bytes: Uint8Array): ImportedFileContent {
  const { issue, format, titleFrom, unplaced, wordsIn, wordsOut } = readIssueText(
    fileName,
    decodeFile(fileName, bytes),
  );
  const links = issue.sections.some((section) => section.stories.some((story) => story.sources.length > 0));
  if (wordsOut.length === 0 && !links) {
    throw new AppError("invalid", `${fileName === "" ? "The text" : `“${fileName}”`} holds no words.`);
  }
  return {
    issue,
    report: { format, titleFrom, wordsIn: wordsIn.length, wordsOut: wordsOut.length, unplaced },
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
