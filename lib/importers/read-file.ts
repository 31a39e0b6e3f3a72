import { createHash } from "node:crypto";
import { AppError } from "@/lib/errors";
import { decode } from "@/lib/importers/decode";
import { type Found, numberIn } from "@/lib/importers/found";
import { storiesFor } from "@/lib/importers/highlight-stories";
import { type ImportedIssue, type ImportReport, importedIssue } from "@/lib/importers/imported-issue";
import { readMarkdown } from "@/lib/importers/markdown";
import { readPlainText } from "@/lib/importers/plain-text";
import { compareWords, wordsOfIssue } from "@/lib/importers/words";

export interface ReadFile {
  issue: ImportedIssue;
  report: ImportReport;
  /** SHA-256, hexadecimal, of the bytes. */
  sha256: string;
}

/** Markdown by its name, or by headings, links or emphasis that plain text does not have. */
function isMarkdown(fileName: string, text: string): boolean {
  if (/\.(md|markdown|mdown|mkd)$/i.test(fileName)) return true;
  return /^(#{1,6}\s+\S|---\s*$[\s\S]+?^---\s*$)/m.test(text) || /\[[^\]\n]+\]\(https?:[^)\s]+\)/.test(text);
}

/** "weekly-digest.txt" as a title: "Weekly digest". */
function titleFromName(fileName: string): string {
  const words = fileName
    .replace(/\.[^.]*$/, "")
    .replaceAll(/[-_\s]+/g, " ")
    .trim();
  return words === "" ? "Untitled issue" : words.charAt(0).toUpperCase() + words.slice(1);
}

function paragraph(text: string) {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

/** The promise of every import: words that the reading lost are kept, at the end, and named. */
function keepLostWords({ issue, drawn, words, unplaced }: Found): void {
  const { lost } = compareWords(words, wordsOfIssue(issue, drawn));
  if (lost.length === 0) return;
  const text = lost.join(" ");
  issue.closing = { type: "doc", content: [...issue.closing.content, paragraph(text)] };
  unplaced.push({ text, where: "at the end of the closing", line: 1 });
}

function complete(
  found: Found,
  fileName: string,
): { issue: ImportedIssue; titleFrom: ImportReport["titleFrom"] } {
  const titleFrom = found.issue.title === null ? "fileName" : "text";
  const title = (found.issue.title ?? titleFromName(fileName)).slice(0, 200);
  const number = found.issue.number ?? numberIn(fileName);
  const parsed = importedIssue.safeParse({ ...found.issue, title, number });
  if (!parsed.success) {
    throw new AppError(
      "invalid",
      `This text could not be read as an issue: ${parsed.error.issues[0]?.message}`,
    );
  }
  return { issue: parsed.data, titleFrom };
}

/**
 * Reads a file as an issue: Markdown or plain text by its name and looks. Nothing of the text is lost; what has no
 * certain place is kept where it stood and named in the report.
 * Throws AppError "invalid" with one sentence for a file that is empty, binary, too large or in another encoding.
 */
export function readIssueFile(fileName: string, bytes: Uint8Array): ReadFile {
  const text = decode(bytes);
  const found = isMarkdown(fileName, text) ? readMarkdown(text) : readPlainText(text);
  keepLostWords(found);
  const wordsOut = wordsOfIssue(found.issue, found.drawn).length;
  const { issue, titleFrom } = complete(found, fileName);
  for (const highlight of issue.highlights) {
    if (highlight.stories.length === 0) highlight.stories = storiesFor(highlight.text, issue);
  }
  return {
    issue,
    report: { titleFrom, wordsIn: found.words.length, wordsOut, unplaced: found.unplaced },
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}
