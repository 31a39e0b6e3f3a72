import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { plainText } from "@/lib/rich-text/plain-text";
import { issues } from "@/prisma/demo/write";

/** Characters of a text that quotations are held against. */
export const TEXT_LENGTH = 20_000;

const isText = (name: string) => /\.(?:md|markdown|txt)$/i.test(name);

function filesIn(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const inside = readdirSync(place, { recursive: true, encoding: "utf8" }).sort();
  return inside.filter(isText).map((name) => join(place, name));
}

/** Markdown as a reader sees it. */
const withoutMarkup = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\S+/g, "")
    .replace(/^[ \t]*(?:[>#*-]+[ \t]*)+/gm, "")
    .replace(/[*_`]+/g, "");

function demoProse(): string[] {
  const stories = issues.flatMap((issue) => issue.sections.flatMap((section) => section.stories));
  return stories.map((story) =>
    [plainText(story.body), story.why ? plainText(story.why.words) : ""].join("\n"),
  );
}

/** The files as plain text; our own demo issues where no place is named. */
function proseOf(places: string[]): string[] {
  const files = places.flatMap(filesIn);
  return files.length > 0 ? files.map((file) => withoutMarkup(readFileSync(file, "utf8"))) : demoProse();
}

/** Texts of about 20 kB. */
export function textsOf(places: string[]): string[] {
  const texts: string[] = [];
  let text = "";
  for (const prose of proseOf(places)) {
    text += `${prose}\n\n`;
    if (text.length < TEXT_LENGTH) continue;
    texts.push(text);
    text = "";
  }
  return text.length > TEXT_LENGTH / 2 || texts.length === 0 ? [...texts, text] : texts;
}

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentences of a text that are long enough to be quoted by themselves; without ellipses and brackets, which cut. */
export function sentencesOf(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line) => [...SENTENCES.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence.length >= 40 && sentence.length <= 400 && !/[[\]…]|\.\.\./.test(sentence));
}
