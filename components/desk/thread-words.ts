import type { StoryPart, ThreadLine } from "@/lib/threads/schema";

/** The parts of a story as a sentence names them; the box has the house's own label. */
export function partName(part: StoryPart, whyLabel: string): string {
  if (part === "headline") return "Headline";
  return part === "body" ? "Text" : whyLabel;
}

/** What a thread is, in a few words, for whoever hears a list of them. */
export function threadName({ kind, about, replacement, author }: ThreadLine): string {
  const by = author ? ` by ${author.name}` : "";
  if (!about) return `Comment on the whole story${by}`;
  const words = short(about.selector.exact);
  if (kind === "comment") return words ? `Comment on “${words}”${by}` : `Comment${by}`;
  if (!words) return `Suggestion${by}: put in “${short(replacement ?? "")}”`;
  if (!replacement) return `Suggestion${by}: take out “${words}”`;
  return `Suggestion${by}: “${words}” becomes “${short(replacement)}”`;
}

/** What became of a thread: "Resolved", "Accepted", "Refused", or null while it is open. */
export function settledWord({ state }: ThreadLine): string | null {
  if (state === "open") return null;
  return { resolved: "Resolved", accepted: "Accepted", refused: "Refused" }[state];
}

function short(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 60 ? `${line.slice(0, 57).trimEnd()}…` : line;
}
