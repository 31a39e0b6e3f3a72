import { subjectOf } from "@/components/desk/running-order-words";
import type { Place, Trashed } from "@/lib/trash/schema";

/** "“Alder”": a story by its subject, an issue by its title. */
export function nameOfTrashed({ kind, title }: Pick<Trashed, "kind" | "title">): string {
  return `“${kind === "story" ? subjectOf(title) : title}”`;
}

/** "Issue 13, Prices"; an issue without a number by its title, a section without a heading not at all. */
export function nameOfPlace({ issueNumber, issueTitle, sectionTitle }: Place): string {
  const issue = issueNumber === null ? issueTitle : `Issue ${issueNumber}`;
  return sectionTitle.trim() === "" ? issue : `${issue}, ${sectionTitle}`;
}

/** Where it was, and what becomes of it when it is restored. */
export function whereabouts({ kind, from, returnsTo, stories }: Trashed): string {
  if (kind === "issue") {
    const inside = stories === 1 ? "1 story" : `${stories} stories`;
    return stories === 0 ? "Comes back with its sections" : `Comes back with its sections and ${inside}`;
  }
  const was = from === null ? "" : `From ${nameOfPlace(from)}. `;
  if (returnsTo === "section") return `${was}Goes back to its end`;
  return `${was}Goes to the backlog`;
}

/** Those in whose title, beginning, people or place all the words stand. */
export function matching(things: Trashed[], words: string): Trashed[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return things.filter(({ title, beginning, by, author, from }) => {
    const place = from === null ? "" : nameOfPlace(from);
    const all = [title, beginning, by, author, place].join(" ").toLocaleLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}
