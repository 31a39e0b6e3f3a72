"use client";

import { createContext, useContext } from "react";
import type { SelectPart } from "@/components/desk/part";
import type { Item } from "@/components/desk/running-order-items";
import type { Hands } from "@/components/desk/use-running-order";

/** Changes of what the order holds. Each answers whether it was done; failures have been told already. */
export interface StructureChanges {
  /** Answers the new story's id, or null where it was not added. */
  addStory(sectionId: string, headline: string): Promise<string | null>;
  removeStory(storyId: string): Promise<boolean>;
  /** Out of the issue, into the backlog. */
  unplaceStory(storyId: string): Promise<boolean>;
  addSection(title: string): Promise<boolean>;
  renameSection(sectionId: string, title: string): Promise<boolean>;
  removeSection(sectionId: string): Promise<boolean>;
}

/** What every row of the running order needs. It stays the same while things move, so that only rows that change are drawn again. */
export interface RunningOrderRoom {
  hands: Hands;
  changes: StructureChanges;
  /** False for those who may look but not arrange. */
  canArrange: boolean;
  onSelect: SelectPart;
  /** Opens "Move to…". */
  onMoveTo: (item: Item) => void;
  /** The id of the sentence that explains the keys. */
  keysId: string;
}

export const RunningOrderContext = createContext<RunningOrderRoom | null>(null);

export function useRoom(): RunningOrderRoom {
  const room = useContext(RunningOrderContext);
  if (!room) throw new Error("A row of the running order stands outside of it.");
  return room;
}
