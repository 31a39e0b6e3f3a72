import type { Move } from "@/components/desk/running-order-moves";
import type { OutlineSection, OutlineStory } from "@/components/desk/running-order-outline";
import { splitHeadline } from "@/components/edition/headline";
import { numberStories, placeOf } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** "Nvidia GTC 2026" of "Nvidia GTC 2026 — agents move into the basement"; a headline without a dash as it is. */
export function subjectOf(headline: string): string {
  return splitHeadline(headline).subject.trim() || "Without a headline";
}

/** "JO" of "Jonas Okafor": at most two letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters
    .map((word) => (word ? [...word][0] : ""))
    .join("")
    .toUpperCase();
}

const UNTITLED = "the section without a heading";

/** A section's title as it is called aloud and in menus; sections may stand without a heading. */
export function nameOfSection(title: string): string {
  return title.trim() || UNTITLED;
}

function storyIn(sections: OutlineSection[], id: string): OutlineStory | undefined {
  return sections.flatMap((section) => section.stories).find((story) => story.id === id);
}

function sectionIn(sections: OutlineSection[], id: string): string {
  return nameOfSection(sections.find((section) => section.id === id)?.title ?? "");
}

/** "Story 6, Microsoft MAI-Image-2": as it was called before the move. */
export function callStory(sections: OutlineSection[], order: Order, id: string): string {
  const number = numberStories(order).get(id);
  return `Story ${number ?? ""}, ${subjectOf(storyIn(sections, id)?.headline ?? "")}`;
}

/** "place 2 of 3 in The efficiency race": where the order now has it. */
export function callPlace(sections: OutlineSection[], order: Order, id: string): string {
  const place = placeOf(order, id);
  const section = order[place?.sectionIndex ?? -1];
  if (!place || !section) return "nowhere";
  return `place ${place.index + 1} of ${section.storyIds.length} in ${sectionIn(sections, section.sectionId)}`;
}

/** The whole sentence after a story's move: its old number and name, its new place, its new number. */
export function tellStoryMove(sections: OutlineSection[], before: Order, after: Order, id: string): string {
  const called = callStory(sections, before, id);
  const was = numberStories(before).get(id);
  const is = numberStories(after).get(id);
  const number = was === is ? `it stays number ${is}` : `it is now number ${is}`;
  return `${called}, moved to ${callPlace(sections, after, id)}; ${number}.`;
}

/** "Section Enterprise AI", or "The section without a heading". */
export function callSection(sections: OutlineSection[], id: string): string {
  const name = sectionIn(sections, id);
  return name === UNTITLED ? `T${UNTITLED.slice(1)}` : `Section ${name}`;
}

/** The whole sentence after a section's move. */
export function tellSectionMove(sections: OutlineSection[], after: Order, id: string): string {
  const index = after.findIndex((section) => section.sectionId === id);
  const numbers = numberStories(after);
  const own = (after[index]?.storyIds ?? []).map((story) => numbers.get(story));
  const [first, last] = [own[0], own.at(-1)];
  const stories =
    own.length === 0
      ? "it is empty"
      : first === last
        ? `its story is number ${first}`
        : `its stories are numbers ${first} to ${last}`;
  return `${callSection(sections, id)} moved to place ${index + 1} of ${after.length}; ${stories}.`;
}

/** "“Xiaomi” to place 1 in Enterprise AI": a move that was wanted, whether or not it is made. */
export function tellWish(sections: OutlineSection[], move: Move): string {
  if (move.kind === "section") return `${callSection(sections, move.sectionId)} to place ${move.toIndex + 1}`;
  const subject = subjectOf(storyIn(sections, move.storyId)?.headline ?? "");
  return `“${subject}” to place ${move.toIndex + 1} in ${sectionIn(sections, move.toSectionId)}`;
}
