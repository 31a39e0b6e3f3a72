import type { Heading, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { stringify } from "yaml";
import type { Edition, EditionSource, EditionStory } from "@/lib/editions/schema";
import type { OwnExport } from "@/lib/importers/front-matter";
import { UNTITLED } from "@/lib/importers/own-export";
import { isEmpty, type RichText } from "@/lib/rich-text/document";
import { toMdast } from "@/lib/rich-text/to-mdast";

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-", emphasis: "_", listItemIndent: "one", resourceLink: true })
  .freeze();

const SECTION = 2;
const STORY = 3;

function text(value: string): PhrasingContent {
  return { type: "text", value };
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: "paragraph", children };
}

function heading(depth: Heading["depth"], value: string): Heading {
  return { type: "heading", depth, children: [text(value)] };
}

function list(entries: PhrasingContent[][]): List[] {
  const children = entries.map((line): ListItem => ({ type: "listItem", children: [paragraph(...line)] }));
  return children.length > 0 ? [{ type: "list", ordered: false, spread: false, children }] : [];
}

/** The title is a link, or set in emphasis where no address is known: so it stays apart from what follows. */
function sourceLine(source: EditionSource): PhrasingContent[] {
  const title: PhrasingContent =
    source.url === null
      ? { type: "emphasis", children: [text(source.title)] }
      : { type: "link", url: source.url, children: [{ type: "text", value: source.title }] };
  const byline = source.byline === "" ? "" : ` by ${source.byline}`;
  const publisher = source.publisher === "" ? "" : ` — ${source.publisher}`;
  return byline + publisher === "" ? [title] : [title, text(byline + publisher)];
}

/** A list that opens the body is kept apart from the sources by a comment without words. */
function body(story: EditionStory): RootContent[] {
  const blocks = toMdast(story.body, { headingBase: STORY });
  const alike = story.sources.length === 0 && blocks[0]?.type === "list";
  return alike ? [{ type: "html", value: "<!-- -->" }, ...blocks] : blocks;
}

/** Where the story began. Read back, it is text in its place. */
function following({ follows }: EditionStory): RootContent[] {
  if (!follows) return [];
  const words = `Follows up “${follows.headline}”, issue ${follows.issueNumber}`;
  return [paragraph({ type: "emphasis", children: [text(words)] })];
}

function storyBlocks(story: EditionStory, label: string): RootContent[] {
  const box = isEmpty(story.whyItMatters)
    ? []
    : [
        paragraph({ type: "strong", children: [text(label)] }),
        ...toMdast(story.whyItMatters, { headingBase: STORY }),
      ];
  return [
    heading(STORY, `${story.number}. ${story.headline}`),
    ...list(story.sources.map(sourceLine)),
    ...following(story),
    ...body(story),
    ...box,
  ];
}

function part(label: string, blocks: RootContent[]): RootContent[] {
  return blocks.length > 0 ? [heading(SECTION, label), ...blocks] : [];
}

function rich(document: RichText): RootContent[] {
  return isEmpty(document) ? [] : toMdast(document, { headingBase: SECTION });
}

function corrections(edition: Edition): RootContent[] {
  const stories = edition.sections.flatMap((section) => section.stories);
  const lines = edition.corrections.map((correction): PhrasingContent[] => {
    const story = stories.find(({ anchor }) => anchor === correction.storyAnchor);
    const where = story ? `, story ${story.number}` : "";
    const head = `${correction.publishedAt.slice(0, 10)}, ${correction.severity}${where}: `;
    const change = `“${correction.before}” now says “${correction.after}”. ${correction.reason}`;
    return [{ type: "strong", children: [text(head.trimEnd())] }, text(` ${change}`)];
  });
  return part("Corrections", list(lines));
}

function frontMatter(edition: Edition): Record<string, unknown> {
  const numbers = new Map(
    edition.sections.flatMap(({ stories }) => stories.map(({ anchor, number }) => [anchor, number] as const)),
  );
  const own: OwnExport = {
    labels: edition.labels,
    highlights: edition.highlights.map(({ stories }) =>
      stories.flatMap((anchor) => numbers.get(anchor) ?? []),
    ),
    feedbackPrompt: edition.feedbackPrompt,
    corrections: edition.corrections.length,
  };
  return {
    title: edition.title,
    ...(edition.standfirst !== "" && { standfirst: edition.standfirst }),
    number: edition.number,
    week: edition.week,
    published: edition.publishedAt,
    edition: edition.edition,
    plumbline: own,
  };
}

/**
 * An edition as CommonMark with GFM tables, its whole anatomy: front matter, title, introduction, highlights with their
 * thesis, numbered stories with their sources, closing, feedback prompt and corrections. `readIssueFile` reads it back as
 * the same issue.
 */
export function editionToMarkdown(edition: Edition): string {
  const { labels } = edition;
  const highlights = list(edition.highlights.map((highlight) => [text(highlight.text)]));
  const prompt = edition.feedbackPrompt === "" ? [] : [paragraph(text(edition.feedbackPrompt))];
  const children: RootContent[] = [
    heading(1, edition.title),
    ...part(labels.introduction, rich(edition.introduction)),
    ...part(labels.highlights, [...highlights, ...edition.thesis.map((line) => paragraph(text(line)))]),
    ...edition.sections.flatMap((section) => [
      heading(SECTION, section.title === "" ? UNTITLED : section.title),
      ...section.stories.flatMap((story) => storyBlocks(story, labels.whyItMatters)),
    ]),
    ...part(labels.closing, [...rich(edition.closing), ...prompt]),
    ...corrections(edition),
  ];
  const root: Root = { type: "root", children };
  const head = stringify(frontMatter(edition), {
    lineWidth: 0,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
  });
  return `---\n${head}---\n\n${writer.stringify(root)}`;
}
