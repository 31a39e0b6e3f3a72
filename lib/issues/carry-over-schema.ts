import { z } from "zod";
import { id } from "@/lib/id";

export const carryOverInput = z.strictObject({
  /** The issue they stand in. */
  issueId: id,
  storyIds: z.array(id).min(1, { error: "Choose at least one story." }).max(500),
});

export const undoCarryOverInput = z.strictObject({
  /** Where they came from, and where they went. */
  fromId: id,
  toId: id,
  /** Whether that issue was made for it. */
  made: z.boolean(),
  /** Sections that were made for it. */
  sectionIds: z.array(id).max(200),
  /** Where each stood; positions from 1. */
  stories: z
    .array(z.strictObject({ id, sectionId: id, position: z.int().positive() }))
    .min(1)
    .max(500),
});
export type CarryOverUndo = z.infer<typeof undoCarryOverInput>;

/** What carrying over did: to which issue, and what takes it back. */
export interface CarriedOver {
  to: { id: string; title: string; made: boolean };
  count: number;
  undo: CarryOverUndo;
}
