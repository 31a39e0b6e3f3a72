"use client";

import { type DeskCommand, useCommands } from "@/components/desk/commands";
import { type Part, type SelectPart, storyOf } from "@/components/desk/part";
import type { StructureChanges } from "@/components/desk/running-order-context";
import type { Order } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";

interface Given {
  order: Order;
  part: Part;
  select: SelectPart;
  changes: StructureChanges;
  actor: Actor;
}

/** The commands of an issue's page that belong to no button of their own: going through it, and what is done to the story in hand. */
export function useIssueCommands({ order, part, select, changes, actor }: Given): void {
  const stories = order.flatMap((section) => section.storyIds);
  const storyId = storyOf(part);
  const index = storyId === null ? -1 : stories.indexOf(storyId);
  const step = (by: 1 | -1) => {
    const next = stories[index === -1 ? (by === 1 ? 0 : stories.length - 1) : index + by];
    if (next) select(`story:${next}`);
  };
  const inHand = storyId !== null && index !== -1 && can(actor, "issue.arrange");
  useCommands([
    {
      id: "next-story",
      title: "Next story",
      group: "This issue",
      enabled: index < stories.length - 1,
      run: () => step(1),
    },
    {
      id: "previous-story",
      title: "Previous story",
      group: "This issue",
      enabled: index !== 0 && stories.length > 0,
      run: () => step(-1),
    },
    ...wayCommands(select),
    {
      id: "unplace-story",
      title: "Put this story into the backlog",
      group: "This story",
      words: "move out",
      enabled: inHand,
      run: () => storyId && void changes.unplaceStory(storyId),
    },
    {
      id: "remove-story",
      title: "Remove this story",
      group: "This story",
      words: "delete trash",
      enabled: inHand,
      run: () => storyId && void changes.removeStory(storyId),
    },
  ]);
}

/** The ways to the parts that every issue has. */
function wayCommands(select: SelectPart): DeskCommand[] {
  return [
    {
      id: "go-front",
      title: "Go to the front",
      group: "This issue",
      words: "title introduction",
      run: () => select("front"),
    },
    {
      id: "go-highlights",
      title: "Go to the highlights",
      group: "This issue",
      run: () => select("highlights"),
    },
    {
      id: "go-closing",
      title: "Go to the closing",
      group: "This issue",
      words: "end",
      run: () => select("closing"),
    },
  ];
}
