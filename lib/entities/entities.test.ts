import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { markClaim, setClaim } from "@/lib/claims/commands";
import { db } from "@/lib/db";
import { addName, createEntity, editEntity, removeName } from "@/lib/entities/commands";
import { entityKey } from "@/lib/entities/key";
import { mergeEntities, splitEntity } from "@/lib/entities/merge";
import { findEntities, getEntity, listEntities, listSpeakerNames } from "@/lib/entities/queries";
import { claimOf, story } from "@/lib/evidence/test-story";
import type { Actor } from "@/lib/policy";
import { refusal } from "@/lib/workflow/test-people";
import { makeContributor, makeEntity } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let storyId: string;
let author: Actor;
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Entity", "EntityName"`;
  await db().claim.deleteMany();
  ({ editor, author, storyId } = await story());
});

const say = (speaker: string, as = author) =>
  markClaim(as, { id: crypto.randomUUID(), storyId, kind: "statement", speaker, text: `${speaker} speaks` });
const versionOf = async (id: string) => (await db().entity.findUniqueOrThrow({ where: { id } })).version;
const named = async (name: string) =>
  (await db().entityName.findUniqueOrThrow({ where: { key: entityKey(name) } })).entityId;
const merge = async (from: string, into: string) => {
  const [id, target] = [await named(from), await named(into)];
  const at = { id: target, version: await versionOf(target) };
  return mergeEntities(editor, { id, version: await versionOf(id), into: at });
};
const detail = async (name: string) => {
  const entity = await getEntity(editor, { id: await named(name) });
  if ("mergedIntoId" in entity) throw new Error("It was merged.");
  return entity;
};

describe("speakers", () => {
  it("become entities by themselves, one for each name however it is spelt", async () => {
    await say("Corvia");
    await say("The Corvia Inc.");
    await say("the company");
    await say("analysts");
    const id = await claimOf(author, storyId, "It rains");
    const { version } = await db().claim.findUniqueOrThrow({ where: { id } });
    await setClaim(author, { id, version, attribution: "reported", speaker: "Ida Holm" });
    const { entities } = await listEntities(author);
    expect(entities.map(({ name, slug, claims, stories }) => [name, slug, claims, stories])).toEqual([
      ["Corvia", "corvia", 2, 1],
      ["Ida Holm", "ida-holm", 1, 1],
    ]);
    expect(await db().auditEvent.count({ where: { action: "entity.create" } })).toBe(2);
  });

  it("are never two for one name, whoever names them at the same moment", async () => {
    const stories = await Promise.all(Array.from({ length: 4 }, () => story()));
    const spellings = ["Lumen", "lumen’s", "The Lumen", "Lumen Ltd", "Vold", "VOLD"];
    await Promise.all(
      stories.flatMap((each) =>
        spellings.map((speaker) =>
          markClaim(each.author, {
            ...{ id: crypto.randomUUID(), storyId: each.storyId, kind: "statement", text: "x", speaker },
          }),
        ),
      ),
    );
    const { entities } = await listEntities(editor);
    expect(entities.map(({ name, claims }) => [entityKey(name), claims])).toEqual([
      ["lumen", 16],
      ["vold", 8],
    ]);
  });

  it("of claims that are older become entities when they are listed", async () => {
    await db().claim.create({
      data: { storyId, text: "x", attribution: "reported", mode: "assertion", speaker: "Old Hand" },
    });
    expect((await listEntities(author, { words: "old" })).count).toBe(1);
    expect(await listSpeakerNames(author)).toEqual(["Old Hand"]);
  });
});

describe("an entity", () => {
  it("is made, named and sorted by editors alone", async () => {
    const { id } = await createEntity(editor, { name: " Lumen One ", kind: "product" });
    await editEntity(editor, { id, version: 1, name: "Lumen 1", kind: "product" });
    await addName(editor, { id, version: 2, name: "L1" });
    expect(await detail("L1")).toMatchObject({
      name: "Lumen 1",
      kind: "product",
      slug: "lumen-one",
      otherNames: ["L1", "Lumen One"],
    });
    await removeName(editor, { id, version: 3, key: entityKey("L1") });
    expect(await db().entityName.count()).toBe(2);
    for (const attempt of [
      createEntity(author, { name: "X" }),
      editEntity(author, { id, version: 4, kind: null }),
      mergeEntities(author, { id, version: 4, into: { id: editor.id ?? "", version: 1 } }),
      splitEntity(author, { id, version: 4, keys: ["lumen one"] }),
    ])
      expect((await refusal(attempt)).code).toBe("forbidden");
  });

  it("refuses a name that another has, its own name's end, and to leave a speaker without anybody", async () => {
    await say("Corvia");
    const { id } = await createEntity(editor, { name: "Lumen" });
    expect((await refusal(addName(editor, { id, version: 1, name: "CORVIA Inc." }))).message).toContain(
      "merge",
    );
    expect((await refusal(createEntity(editor, { name: "the lumen" }))).code).toBe("invalid");
    expect((await refusal(removeName(editor, { id, version: 1, key: "lumen" }))).code).toBe("invalid");
    await say("Lumen Light");
    await merge("Lumen Light", "Lumen");
    const speaking = removeName(editor, { id, version: await versionOf(id), key: "lumen light" });
    expect((await refusal(speaking)).message).toContain("of its own");
    const own = splitEntity(editor, { id, version: await versionOf(id), keys: ["lumen"] });
    expect((await refusal(own)).code).toBe("invalid");
  });

  it("at an older version is a conflict that says what stands, and once merged one that says where it went", async () => {
    const { id } = await createEntity(editor, { name: "Lumen" });
    await editEntity(editor, { id, version: 1, kind: "organisation" });
    const late = await refusal(editEntity(editor, { id, version: 1, name: "Lumen Group" }));
    expect(late).toMatchObject({
      code: "conflict",
      details: { version: 2, name: "Lumen", kind: "organisation" },
    });
    const itself = { id, version: 2, into: { id: id.toUpperCase(), version: 2 } };
    await expect(mergeEntities(editor, itself)).rejects.toThrow("with itself");
    await createEntity(editor, { name: "Corvia" });
    await merge("Lumen", "Corvia");
    expect((await refusal(addName(editor, { id, version: 3, name: "L" }))).message).toContain(
      "into “Corvia”",
    );
    expect(await getEntity(editor, { id })).toEqual({ mergedIntoId: await named("Corvia") });
  });
});

describe("merging", () => {
  it("moves names, claims and what was merged before; splitting brings back entity and address", async () => {
    await say("Huang");
    await say("Jensen Huang");
    await say("J. Huang");
    expect((await detail("Jensen Huang")).likely.map(({ name }) => name)).toEqual(["Huang"]);
    await merge("J. Huang", "Huang");
    const merged = await merge("Huang", "Jensen Huang");
    const whole = await detail("J. Huang");
    expect(whole).toMatchObject({ name: "Jensen Huang", claims: 3, likely: [] });
    expect(whole.merged.map(({ slug }) => slug)).toEqual(["huang", "j-huang"]);
    expect(merged.keys[0]).toBe("huang");
    const split = await splitEntity(editor, merged);
    expect(await detail("J. Huang")).toMatchObject({ id: split.id, name: "Huang", slug: "huang", claims: 2 });
    expect(await detail("Jensen Huang")).toMatchObject({ claims: 1, otherNames: [], merged: [] });
    const apart = { id: split.id, version: await versionOf(split.id), keys: ["j. huang"] };
    await splitEntity(editor, apart);
    expect(await detail("J. Huang")).toMatchObject({ slug: "j-huang", claims: 1 });
  });

  it("makes a new entity of a name that never was one", async () => {
    const { id } = await makeEntity(db(), { name: "Corvia", otherNames: ["Corvia Rail"] });
    await splitEntity(editor, { id, version: 1, keys: ["corvia rail"] });
    expect(await detail("Corvia Rail")).toMatchObject({ name: "Corvia Rail", slug: "corvia-rail" });
    const found = await findEntities(editor, { query: "corvia", except: id });
    expect(found.map(({ name }) => name)).toEqual(["Corvia Rail"]);
  });

  it("is transitive: however they are merged, each name is of one that stands, and of the same as those it was merged with", async () => {
    const names = ["A", "B", "C", "D", "E"].map((letter) => `Entity ${letter}`);
    const step = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
        await db().$executeRaw`TRUNCATE "Entity", "EntityName"`;
        for (const name of names) await makeEntity(db(), { name });
        const group = names.map((_, index) => index);
        for (const [from, into] of steps) {
          if (group[from] === group[into]) continue;
          await merge(names[from] ?? "", names[into] ?? "");
          const [old, now] = [group[from], group[into] ?? 0];
          for (const [index, own] of group.entries()) if (own === old) group[index] = now;
        }
        const holders = await Promise.all(names.map(named));
        for (const [index, own] of group.entries()) {
          for (const [other, theirs] of group.entries())
            expect(holders[index] === holders[other]).toBe(own === theirs);
        }
        const merged = await db().entity.findMany({
          where: { mergedIntoId: { not: null } },
          include: { mergedInto: true },
        });
        expect(merged.every(({ mergedInto }) => mergedInto?.mergedIntoId === null)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  it("by two editors at once leaves one entity that stands", async () => {
    const second = await makeContributor(db());
    const { id: a } = await createEntity(editor, { name: "A" });
    const { id: b } = await createEntity(editor, { name: "B" });
    const [one, other] = [
      { id: a, version: 1 },
      { id: b, version: 1 },
    ];
    const both = await Promise.allSettled([
      mergeEntities(editor, { ...one, into: other }),
      mergeEntities(second, { ...other, into: one }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().entity.count({ where: { mergedIntoId: null } })).toBe(1);
  });
});
