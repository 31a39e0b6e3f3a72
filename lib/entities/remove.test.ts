import { beforeEach, describe, expect, it } from "vitest";
import { markClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { addName, createEntity } from "@/lib/entities/commands";
import { entityKey } from "@/lib/entities/key";
import { mergeEntities } from "@/lib/entities/merge";
import { removeEntity, restoreEntity } from "@/lib/entities/remove";
import { story } from "@/lib/evidence/test-story";
import type { Actor } from "@/lib/policy";
import { refusal } from "@/lib/workflow/test-people";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let author: Actor;
let storyId: string;
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Entity", "EntityName"`;
  ({ editor, author, storyId } = await story());
});

describe("an entity that nothing names", () => {
  it("is removed with its names, and comes back under its id and its address", async () => {
    const { id, version } = await createEntity(editor, { name: "Halyard", kind: "product" });
    const named = await addName(editor, { id, version, name: "Halyard 3" });
    expect((await refusal(removeEntity(editor, { id, version }))).code).toBe("conflict");
    await removeEntity(editor, { id, version: named.version });
    expect(await db().entityName.count()).toBe(0);
    await restoreEntity(editor, { id });
    const back = await db().entity.findUniqueOrThrow({ where: { id }, include: { names: true } });
    expect(back).toMatchObject({ slug: "halyard", name: "Halyard", kind: "product" });
    expect(back.names.map(({ name }) => name).sort()).toEqual(["Halyard", "Halyard 3"]);
    const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action).slice(-2)).toEqual(["entity.remove", "entity.restore"]);
  });

  it("does not come back where another has its name by now", async () => {
    const gone = await createEntity(editor, { name: "Halyard", kind: null });
    await removeEntity(editor, gone);
    await createEntity(editor, { name: "Halyard", kind: null });
    expect((await refusal(restoreEntity(editor, { id: gone.id }))).code).toBe("invalid");
    expect((await refusal(restoreEntity(editor, { id: crypto.randomUUID() }))).code).toBe("not-found");
  });
});

it("stays where a claim has it for its speaker, another was merged into it, or the person is no editor", async () => {
  await markClaim(author, {
    ...{ id: crypto.randomUUID(), storyId, kind: "statement", text: "It rains", speaker: "Corvia" },
  });
  const { entity } = await db().entityName.findUniqueOrThrow({
    where: { key: entityKey("Corvia") },
    include: { entity: true },
  });
  const spoken = await refusal(removeEntity(editor, { id: entity.id, version: entity.version }));
  expect(spoken.message).toContain("as their speaker");
  const from = await createEntity(editor, { name: "Lumen", kind: null });
  const into = await createEntity(editor, { name: "Lumen Lamps", kind: null });
  const { id, version } = await mergeEntities(editor, { ...from, into });
  expect((await refusal(removeEntity(editor, { id, version }))).message).toContain("merged into");
  expect((await refusal(removeEntity(author, { id, version }))).code).toBe("forbidden");
});
