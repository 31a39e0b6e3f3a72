import type { z } from "zod";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockIssue, raiseOrderVersion, standingOrder, writeOrder } from "@/lib/issues/lock";
import {
  addSectionInput,
  removeSectionInput,
  renameSectionInput,
  restoreSectionInput,
} from "@/lib/issues/schema";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { loseIssueApproval } from "@/lib/workflow/approval";

/** Adds a section at the end of the issue. */
export async function addSection(
  actor: Actor,
  input: z.input<typeof addSectionInput>,
): Promise<{ id: string; orderVersion: number }> {
  authorize(actor, "issue.arrange");
  const { issueId, title } = addSectionInput.parse(input);
  return transaction(async (tx) => {
    await lockIssue(tx, issueId);
    const sections = await tx.section.count({ where: { issueId } });
    const { id } = await tx.section.create({ data: { issueId, title, position: sections + 1 } });
    return { id, orderVersion: await raiseOrderVersion(tx, actor, issueId) };
  });
}

/** Renames a section. Throws AppError "conflict" with `{ title, version }` when someone renamed it meanwhile. */
export async function renameSection(
  actor: Actor,
  input: z.input<typeof renameSectionInput>,
): Promise<{ version: number }> {
  authorize(actor, "issue.edit");
  const { id, version, title } = renameSectionInput.parse(input);
  return transaction(async (tx) => {
    const section = await tx.section.findUnique({ where: { id } });
    if (section === null) throw new AppError("not-found", "This section was removed meanwhile.");
    await lockIssue(tx, section.issueId);
    const saved = await tx.section.updateMany({
      where: { id, version },
      data: { title, version: version + 1 },
    });
    if (saved.count === 0) {
      const current = await tx.section.findUniqueOrThrow({ where: { id } });
      throw new AppError("conflict", `Someone else renamed this section to “${current.title}”.`, {
        title: current.title,
        version: current.version,
      });
    }
    await tx.issue.update({ where: { id: section.issueId }, data: { updatedAt: new Date() } });
    if (title !== section.title) await loseIssueApproval(tx, actor, section.issueId);
    await announce(tx, { what: "order", issueId: section.issueId, storyId: null, by: actor.id });
    return { version: version + 1 };
  });
}

/** What `restoreSection` takes to undo a removal. */
export type SectionUndo = z.infer<typeof restoreSectionInput>;

/**
 * Removes a section; its stories join the section before it (after it, for the first).
 * Throws AppError "invalid" for an only section that holds stories.
 */
export async function removeSection(
  actor: Actor,
  input: z.input<typeof removeSectionInput>,
): Promise<{ orderVersion: number; undo: SectionUndo }> {
  authorize(actor, "issue.arrange");
  const { id } = removeSectionInput.parse(input);
  return transaction(async (tx) => {
    const found = await tx.section.findUnique({ where: { id }, select: { issueId: true } });
    if (found === null) throw new AppError("not-found", "This section was already removed.");
    const { issueId } = found;
    await lockIssue(tx, issueId);
    const { sections } = await standingOrder(tx, issueId);
    const index = sections.findIndex((section) => section.id === id);
    const removed = sections[index];
    if (!removed) throw new AppError("not-found", "This section was already removed.");
    const storyIds = removed.stories.map((story) => story.id);
    const rest = sections.filter((section) => section.id !== id);
    const heir = rest[Math.max(index - 1, 0)];
    if (!heir && storyIds.length > 0) {
      throw new AppError("invalid", "The only section cannot be removed while it holds stories.");
    }
    const order = rest.map((section) => {
      const own = section.stories.map((story) => story.id);
      if (section !== heir) return { sectionId: section.id, storyIds: own };
      return { sectionId: section.id, storyIds: index === 0 ? [...storyIds, ...own] : [...own, ...storyIds] };
    });
    await writeOrder(tx, issueId, order);
    await tx.section.delete({ where: { id } });
    return {
      orderVersion: await raiseOrderVersion(tx, actor, issueId),
      undo: { issueId, title: removed.title, position: index + 1, storyIds },
    };
  });
}

/** Undoes `removeSection`: the section comes back at its place with those of its stories that are still in the issue. */
export async function restoreSection(
  actor: Actor,
  input: z.input<typeof restoreSectionInput>,
): Promise<{ id: string; orderVersion: number }> {
  authorize(actor, "issue.arrange");
  const { issueId, title, position, storyIds } = restoreSectionInput.parse(input);
  return transaction(async (tx) => {
    await lockIssue(tx, issueId);
    const { sections } = await standingOrder(tx, issueId);
    const { id } = await tx.section.create({ data: { issueId, title, position: sections.length + 1 } });
    const returning = new Set(storyIds);
    const present = new Set(sections.flatMap((section) => section.stories.map((story) => story.id)));
    const order = sections.map((section) => ({
      sectionId: section.id,
      storyIds: section.stories.map((story) => story.id).filter((storyId) => !returning.has(storyId)),
    }));
    order.splice(position - 1, 0, {
      sectionId: id,
      storyIds: storyIds.filter((story) => present.has(story)),
    });
    await writeOrder(tx, issueId, order);
    return { id, orderVersion: await raiseOrderVersion(tx, actor, issueId) };
  });
}
