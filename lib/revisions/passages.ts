import { blocksOf, lineBlock } from "@/lib/revisions/blocks";
import type { Passage } from "@/lib/revisions/compare";
import type { IssueDocument, StoryDocument } from "@/lib/revisions/document";

const line = (name: string, label: string, text: string): Passage => ({
  name,
  label,
  blocks: text === "" ? [] : [lineBlock(text)],
});

/** A story's words as parts that can be compared. */
export function storyPassages({ headline, body, whyItMatters }: StoryDocument, whyLabel: string): Passage[] {
  return [
    line("headline", "Headline", headline),
    { name: "body", label: "Text", blocks: blocksOf(body) },
    { name: "whyItMatters", label: whyLabel, blocks: blocksOf(whyItMatters) },
  ];
}

const LABEL_NAMES = ["introduction", "highlights", "whyItMatters", "closing"];

function week({ from, to }: IssueDocument["week"]): string {
  return from === null && to === null ? "" : `${from ?? "…"} to ${to ?? "…"}`;
}

/** A highlight's line, and under it the stories it points at. */
function highlightBlocks({ highlights }: IssueDocument, headlines: ReadonlyMap<string, string>) {
  return highlights.flatMap(({ text, storyIds }) => {
    const stories = storyIds.map((id) => headlines.get(id) ?? "a story that is gone");
    const links = stories.length > 0 ? [lineBlock(`Points at: ${stories.join("; ")}`, "remark")] : [];
    return [lineBlock(text, "line", "•"), ...links];
  });
}

/** An issue's own words as parts that can be compared. `headlines` are those of the stories, by id. */
export function issuePassages(words: IssueDocument, headlines: ReadonlyMap<string, string>): Passage[] {
  const label = (name: string, otherwise: string) => words.labels[name] ?? otherwise;
  const headings = LABEL_NAMES.flatMap((name) => words.labels[name] ?? []);
  return [
    line("title", "Title", words.title),
    line("number", "Number", words.number ? String(words.number) : ""),
    line("week", "Week", week(words.week)),
    line("slug", "Address", words.slug ?? ""),
    line("standfirst", "Standfirst", words.standfirst),
    {
      name: "introduction",
      label: label("introduction", "Introduction"),
      blocks: blocksOf(words.introduction),
    },
    {
      name: "highlights",
      label: label("highlights", "Highlights"),
      blocks: highlightBlocks(words, headlines),
    },
    { name: "thesis", label: "Thesis", blocks: words.thesis.map((text) => lineBlock(text)) },
    { name: "closing", label: label("closing", "Closing"), blocks: blocksOf(words.closing) },
    line("feedbackPrompt", "Feedback prompt", words.feedbackPrompt),
    { name: "labels", label: "Fixed headings", blocks: headings.map((text) => lineBlock(text)) },
  ];
}
