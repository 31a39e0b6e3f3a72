import { partAddress } from "@/components/desk/part";
import { subjectOf } from "@/components/desk/running-order-words";
import type { SearchHit, SearchKind, SearchState } from "@/lib/search/schema";

export const KIND_NAMES: Record<SearchKind, { one: string; many: string }> = {
  story: { one: "Story", many: "Stories" },
  issue: { one: "Issue", many: "Issues" },
  source: { one: "Source", many: "Sources" },
  entity: { one: "Entity", many: "Entities" },
  comment: { one: "Comment", many: "Comments" },
  person: { one: "Person", many: "People" },
};

export const STATE_NAMES: Record<SearchState, string> = {
  draft: "Draft",
  published: "Published",
  backlog: "Backlog",
  trash: "Trash",
};

/** Where a result is on the desk; a source that a story uses is shown there. Null where it is nowhere. */
export function addressOf({ kind, id, state, issue, story, url }: SearchHit): string | null {
  if (kind === "entity") return `/desk/entities/${id}`;
  if (kind === "person") return "/desk/contributors";
  if (state === "trash") return "/desk/trash";
  if (kind === "issue") return `/desk/issues/${id}`;
  if (!story) return kind === "source" ? `/desk/sources/${id}` : url;
  // A story's own address leads on to its issue, wherever it stands by then.
  return issue ? `/desk/issues/${issue.id}${partAddress(`story:${story.id}`)}` : `/desk/stories/${story.id}`;
}

/** "Issue 12", or the title of one without a number. */
export function nameOfIssue({ number, title }: { number: number | null; title: string }): string {
  return number ? `Issue ${number}` : title;
}

/** One quiet line about a result: where it stands, whose it is. */
export function aboutHit({ kind, state, issue, story, by }: SearchHit): string {
  const place =
    kind === "issue"
      ? issue?.number
        ? `Issue ${issue.number}`
        : "No number yet"
      : issue && state !== "trash"
        ? [nameOfIssue(issue), story?.number ? `story ${story.number}` : null].filter(Boolean).join(", ")
        : null;
  const user = kind === "source" && story ? `in “${subjectOf(story.headline)}”` : null;
  return [place, state === "draft" ? null : state && STATE_NAMES[state], by, user]
    .filter(Boolean)
    .join(" · ");
}
