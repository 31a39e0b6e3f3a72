import type { BlockContent, ListItem, PhrasingContent, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { stringify } from "yaml";
import type { Edition, EditionSource, EditionStory } from "@/lib/editions/schema";
import { isEmpty } from "@/lib/rich-text/document";
import { toMdast } from "@/lib/rich-text/to-mdast";

const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: "paragraph", children });
const heading = (depth: 1 | 2 | 3 | 4, value: string): BlockContent => ({
  type: "heading",
  depth,
  children: [text(value)],
});

function list(items: PhrasingContent[][]): BlockContent {
  const children = items.map((item): ListItem => ({ type: "listItem", children: [paragraph(...item)] }));
  return { type: "list", ordered: false, spread: false, children };
}

/** "[Title](address) by Byline — Publisher", of which everything but the title may be missing. */
function sourceLine({ title, url, byline, publisher }: EditionSource): PhrasingContent[] {
  const name: PhrasingContent = url === null ? text(title) : { type: "link", url, children: [text(title)] };
  return [name, text(`${byline && ` by ${byline}`}${publisher && ` — ${publisher}`}`)];
}

function story(
  { number, headline, sources, body, whyItMatters }: EditionStory,
  whyLabel: string,
): BlockContent[] {
  return [
    heading(3, `${number}. ${headline}`),
    ...(sources.length > 0 ? [list(sources.map(sourceLine))] : []),
    ...toMdast(body, 1),
    ...(isEmpty(whyItMatters) ? [] : [heading(4, whyLabel), ...toMdast(whyItMatters, 1)]),
  ];
}

function highlights(edition: Edition): BlockContent[] {
  if (edition.highlights.length === 0 && edition.thesis.length === 0) return [];
  const numbers = new Map(
    edition.sections.flatMap((section) => section.stories.map((s) => [s.anchor, s.number] as const)),
  );
  const items = edition.highlights.map((highlight): PhrasingContent[] => [
    text(highlight.text),
    ...highlight.stories.flatMap((anchor): PhrasingContent[] => [
      text(" "),
      { type: "link", url: `#${anchor}`, children: [text(String(numbers.get(anchor)))] },
    ]),
  ]);
  return [
    heading(2, edition.labels.highlights),
    ...(items.length > 0 ? [list(items)] : []),
    ...edition.thesis.map((line) => paragraph(text(line))),
  ];
}

function sections(edition: Edition): BlockContent[] {
  return edition.sections.flatMap(({ title, stories }, index) => [
    // Stories under no heading are set apart from the section before them by a rule.
    ...(title !== "" ? [heading(2, title)] : index > 0 ? [{ type: "thematicBreak" } as const] : []),
    ...stories.flatMap((one) => story(one, edition.labels.whyItMatters)),
  ]);
}

function corrections(edition: Edition): BlockContent[] {
  if (edition.corrections.length === 0) return [];
  const items = edition.corrections.map(({ publishedAt, before, after, reason }) => [
    text(`${publishedAt.slice(0, 10)}: “${before}” now reads “${after}”. ${reason}`),
  ]);
  return [heading(2, "Corrections"), list(items)];
}

function closing(edition: Edition): BlockContent[] {
  const words = isEmpty(edition.closing) ? [] : toMdast(edition.closing, 1);
  const prompt: BlockContent[] = edition.feedbackPrompt ? [paragraph(text(edition.feedbackPrompt))] : [];
  if (words.length === 0 && prompt.length === 0) return [];
  return [heading(2, edition.labels.closing), ...words, ...prompt];
}

function frontMatter(edition: Edition): RootContent {
  const { title, number, week, edition: n, publishedAt, standfirst, feedbackPrompt } = edition;
  const fields = { title, number, week, edition: n, publishedAt, standfirst, feedbackPrompt };
  return { type: "yaml", value: stringify(fields, { lineWidth: 0 }).trimEnd() };
}

/**
 * The edition as CommonMark with GFM tables and YAML front matter. Reading it again with lib/importers gives the
 * same anatomy; claims and analyses are plain text here (the JSON has them).
 */
export function editionToMarkdown(edition: Edition): string {
  const introduction = isEmpty(edition.introduction)
    ? []
    : [heading(2, edition.labels.introduction), ...toMdast(edition.introduction, 1)];
  const children: RootContent[] = [
    frontMatter(edition),
    heading(1, edition.title),
    ...(edition.standfirst ? [paragraph({ type: "emphasis", children: [text(edition.standfirst)] })] : []),
    ...introduction,
    ...highlights(edition),
    ...sections(edition),
    ...closing(edition),
    ...corrections(edition),
  ];
  return unified()
    .use(remarkStringify, { bullet: "-", rule: "*", listItemIndent: "one" })
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .stringify({ type: "root", children });
}
