import type { Paragraph } from "mdast";
import { arrangeBlocks } from "@/lib/importers/arrange-blocks";
import { type DraftIssue, emptyDraft } from "@/lib/importers/draft";
import { finishIssue } from "@/lib/importers/finish-issue";
import type { FrontMatter } from "@/lib/importers/front-matter";
import { type ImportedIssue, importedIssue, type Unplaced } from "@/lib/importers/imported-issue";
import type { ReadBlocks } from "@/lib/importers/markdown";
import { arrangeOwnExport } from "@/lib/importers/own-export";
import { linkAddresses } from "@/lib/importers/said";
import {
  blockText,
  blockTexts,
  compareWords,
  issueWords,
  type Repeats,
  wordKey,
  words,
} from "@/lib/importers/words";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { isEmpty } from "@/lib/rich-text/document";
import { fromMdast } from "@/lib/rich-text/from-mdast";

export interface StructuredText {
  issue: ImportedIssue;
  unplaced: Unplaced[];
  titleFrom: "text" | "fileName";
  wordsIn: string[];
  wordsOut: string[];
}

interface Found {
  issue: ImportedIssue;
  unplaced: Unplaced[];
  repeats: Repeats[];
  ownTitle: boolean;
  wordsIn: string[];
}

function paragraph(value: string): Paragraph {
  const point = { line: 1, column: 1 };
  return { type: "paragraph", children: [{ type: "text", value }], position: { start: point, end: point } };
}

/**
 * Gives the front matter's words their place: a title that the text repeats is said once, entries without a field stand
 * as text before the introduction. Answers the lines that are words of the file.
 */
function placeFrontMatter(draft: DraftIssue, front: FrontMatter | null): string[] {
  if (!front) return [];
  const text = [...front.others];
  const said = [front.standfirst, ...front.others];
  if (front.title !== "" && !draft.title?.text.includes(front.title)) {
    said.unshift(front.title);
    if (draft.title) text.unshift(front.title);
    else draft.title = { text: front.title, links: [] };
  }
  draft.introduction.blocks.unshift(...text.map(paragraph));
  for (const line of text) draft.unplaced.push({ text: line, place: "introduction", line: 1 });
  return said;
}

/** A headline's number counts nowhere: taken out in order, once each. */
function withoutNumbering(all: string[], numbering: string[]): string[] {
  let next = 0;
  return all.filter((word) => {
    if (next >= numbering.length || word !== numbering[next]) return true;
    next++;
    return false;
  });
}

function finish(
  draft: DraftIssue,
  read: ReadBlocks,
  front: FrontMatter | null,
  title: string,
  numbering: string[],
): Found | null {
  const before = placeFrontMatter(draft, front);
  const { issue, unplaced, repeats } = finishIssue(draft, front, title);
  const valid = importedIssue.safeParse(issue);
  if (!valid.success) return null;
  const said = withoutNumbering(words(blockTexts(read.said).join("\n")), numbering);
  const wordsIn = [...words(before.join("\n")), ...said];
  return { issue: valid.data, unplaced, repeats, ownTitle: draft.title !== null, wordsIn };
}

/** The whole text as one introduction: for the file that no structure could be read from within what an issue holds. */
function whole(read: ReadBlocks, front: FrontMatter | null, title: string): Found {
  const draft = emptyDraft();
  draft.introduction.blocks = [...read.said];
  const plainFront = front && { ...front, own: null };
  const found = finish(draft, read, plainFront, title, []);
  if (!found) throw new Error("A text without structure is not a valid issue.");
  const text = blockText(read.said.slice(0, 1));
  return { ...found, unplaced: [...found.unplaced, { text, where: "in the introduction", line: 1 }] };
}

function append(document: RichText, more: RichTextNode[]): RichText {
  return { type: "doc", content: isEmpty(document) ? more : [...document.content, ...more] };
}

/** The net under all rules: blocks with a word that no rule placed, and addresses no rule kept, stand at the end. */
function keepMissing(found: Found, read: ReadBlocks): Found {
  const lost = compareWords(found.wordsIn, issueWords(found.issue, found.repeats, found.ownTitle)).lost;
  const keys = new Set(lost.map(wordKey));
  const blocks = read.said.filter((node) =>
    words(blockTexts([node]).join("\n")).some((word) => keys.has(wordKey(word))),
  );
  const kept = JSON.stringify([found.issue, fromMdast(blocks)]);
  const addresses = [...new Set(linkAddresses(read.said))].filter(
    (url) => !kept.includes(JSON.stringify(url).slice(1, -1)),
  );
  if (blocks.length === 0 && addresses.length === 0) return found;
  const links = addresses.map((url): RichTextNode => {
    const text: RichTextNode = { type: "text", text: url, marks: [{ type: "link", attrs: { href: url } }] };
    return { type: "paragraph", content: [text] };
  });
  const texts = blocks.length > 0 ? fromMdast(blocks).content : [];
  const issue = importedIssue.parse({
    ...found.issue,
    closing: append(found.issue.closing, [...texts, ...links]),
  });
  const where = "in the closing";
  const named = [
    ...blocks.map((node) => ({ text: blockText([node]), where, line: node.position?.start.line ?? 1 })),
    ...addresses.map((text) => ({ text, where, line: 1 })),
  ];
  return { ...found, issue, unplaced: [...found.unplaced, ...named] };
}

function refusedLinks(read: ReadBlocks): Unplaced[] {
  return read.refused.map(({ text, address, line }) => ({
    text: `${text} (${address.slice(0, 200)})`,
    where: "as text: a link cannot have this address",
    line,
  }));
}

/** Reads the anatomy of an issue out of a file's blocks, and makes sure that not one word or address was lost. */
export function structureText(
  read: ReadBlocks,
  front: FrontMatter | null,
  fallbackTitle: string,
): StructuredText {
  const { draft, numbering } = front?.own
    ? arrangeOwnExport(read.blocks, front.own)
    : arrangeBlocks(read.blocks, (front?.title ?? "") !== "");
  const first = finish(draft, read, front, fallbackTitle, numbering) ?? whole(read, front, fallbackTitle);
  const found = keepMissing(first, read);
  return {
    issue: found.issue,
    unplaced: [...found.unplaced, ...refusedLinks(read)],
    titleFrom: found.ownTitle ? "text" : "fileName",
    wordsIn: found.wordsIn,
    wordsOut: issueWords(found.issue, found.repeats, found.ownTitle),
  };
}
