import type { PreflightDraft } from "@/lib/preflight/draft";
import { atStart } from "@/lib/preflight/prose";
import type { Finding, Reading, Rule } from "@/lib/preflight/rule";
import type { PreflightPlace } from "@/lib/preflight/schema";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";
import { imagesOf, type TextImage } from "@/lib/rich-text/images";

interface Place {
  document: RichText;
  place: Omit<PreflightPlace, "issueId">;
  where: string;
}

function documents({ introduction, stories, closing }: PreflightDraft): Place[] {
  return [
    { document: introduction, place: { part: "introduction" }, where: "the introduction" },
    ...stories.flatMap(({ id, number, body, whyItMatters }): Place[] => [
      { document: body, place: { storyId: id, part: "body" }, where: `story ${number}` },
      { document: whyItMatters, place: { storyId: id, part: "whyItMatters" }, where: `story ${number}` },
    ]),
    { document: closing, place: { part: "closing" }, where: "the closing" },
  ];
}

/** One finding for each text in which something occurs, told with how often. */
function textsWith(
  count: (document: RichText, reading: Reading) => number,
  say: (count: number, where: string) => string,
) {
  return (reading: Reading): Finding[] =>
    documents(reading.draft).flatMap(({ document, place, where }) => {
      const found = count(document, reading);
      const about = `${place.storyId ?? "issue"} ${place.part}`;
      return found > 0 ? [{ sentence: atStart(say(found, where)), place, about }] : [];
    });
}

const pictures = (document: RichText, is: (image: TextImage) => boolean) =>
  imagesOf(document).filter(is).length;
const some = (count: number, one: string, many: string) => (count === 1 ? `a ${one}` : `${count} ${many}`);

function nodesOf(node: RichTextNode): RichTextNode[] {
  return [node, ...(node.content ?? []).flatMap(nodesOf)];
}

const addressOf = (node: RichTextNode | undefined) =>
  node?.marks?.find(({ type }) => type === "link")?.attrs?.href;

/** Links none of whose pieces has anything to read: a screen reader would say nothing, and nobody could press it. */
function emptyLinks(document: RichText): number {
  let count = 0;
  for (const { content = [] } of nodesOf(document)) {
    for (let at = 0; at < content.length; ) {
      const address = addressOf(content[at]);
      let to = at + 1;
      while (address !== undefined && addressOf(content[to]) === address) to += 1;
      const text = content.slice(at, to).map((node) => node.text ?? "");
      if (address !== undefined && !/[^\s\u200b-\u200d\u2060\ufeff]/.test(text.join(""))) count += 1;
      at = to;
    }
  }
  return count;
}

/** Headings that go a level deeper without the one between; a text's headings begin at level 3, under its story's. */
function skippedHeadings(document: RichText): number {
  let before = 2;
  let count = 0;
  for (const { type, attrs } of nodesOf(document)) {
    if (type !== "heading" || typeof attrs?.level !== "number") continue;
    if (attrs.level > before + 1) count += 1;
    before = attrs.level;
  }
  return count;
}

/** What the texts are made of: nothing in them is out of some reader's reach. */
export const MARKUP_RULES: Rule[] = [
  {
    name: "picture-lost",
    level: "blocking",
    about: "Every picture is there: readers would see a gap.",
    final: true,
    check: textsWith(
      (document, { draft }) => pictures(document, ({ imageId }) => !draft.keptPictures.includes(imageId)),
      (count, where) =>
        `${some(count, "picture", "pictures")} in ${where} cannot be found: take ${count === 1 ? "it" : "them"} out, or add ${count === 1 ? "it" : "them"} again.`,
    ),
  },
  {
    name: "picture-without-alternative",
    level: "blocking",
    about: "Every picture says what it shows, for those who cannot see it.",
    check: textsWith(
      (document) => pictures(document, ({ alt }) => alt === ""),
      (count, where) =>
        `${some(count, "picture", "pictures")} in ${where} ${count === 1 ? "has" : "have"} no alternative text.`,
    ),
  },
  {
    name: "link-without-text",
    level: "warning",
    about: "Every link has words.",
    check: textsWith(
      emptyLinks,
      (count, where) =>
        `${some(count, "link", "links")} in ${where} ${count === 1 ? "has" : "have"} no words.`,
    ),
  },
  {
    name: "heading-skipped",
    level: "warning",
    about: "Headings go down one level at a time.",
    check: textsWith(
      skippedHeadings,
      (count, where) =>
        `${some(count, "heading", "headings")} in ${where} ${count === 1 ? "skips" : "skip"} a level.`,
    ),
  },
];
