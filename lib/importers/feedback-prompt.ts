import type { Paragraph, RootContent } from "mdast";
import type { DraftIssue } from "@/lib/importers/draft";
import { type Said, say } from "@/lib/importers/said";

const ASKS =
  /\b(like|liked|enjoy|enjoyed|love|useful|helpful|feedback|comments?|suggestions?|thoughts|think|questions|reply|tell|know|share|miss|missed|hear)\b/i;
const ADDRESSES = /\b(you|your|us|me)\b/i;

/** A short closing paragraph that asks readers what they think; one with links is text. */
function isPrompt(node: RootContent | undefined): node is Paragraph {
  if (node?.type !== "paragraph") return false;
  const { text, links } = say(node.children);
  if (links.length > 0 || !text.includes("?") || text.length > 400 || text.split(" ").length > 45)
    return false;
  return ASKS.test(text) && ADDRESSES.test(text);
}

/** The blocks at the very end of an issue: of the closing, or without one of the last story. */
function lastBlocks(draft: DraftIssue): RootContent[] {
  if (draft.closing.blocks.length > 0) return draft.closing.blocks;
  const story = draft.sections.at(-1)?.stories.at(-1);
  return story?.boxes.at(-1)?.blocks ?? story?.body ?? [];
}

/** Takes the feedback prompt, if the issue ends with one, from its text. */
export function takeFeedback(draft: DraftIssue): Said | null {
  const blocks = lastBlocks(draft);
  while (blocks.at(-1)?.type === "thematicBreak") blocks.pop();
  const last = blocks.at(-1);
  // The only words of a labelled closing, or of a story, are more than a prompt.
  if (
    !isPrompt(last) ||
    (blocks.length === 1 && (draft.closing.label !== null || blocks !== draft.closing.blocks))
  ) {
    return null;
  }
  blocks.pop();
  return say(last.children);
}

/** Takes the prompt our own export names from the end of the closing. */
export function takeOwnFeedback(draft: DraftIssue, prompt: string): Said | null {
  const { blocks } = draft.closing;
  const at = blocks.findLastIndex((node) => node.type === "paragraph" && say(node.children).text === prompt);
  if (at === -1) return null;
  blocks.splice(at, 1);
  return { text: prompt, links: [] };
}
