import { beforeEach, describe, expect, test } from "vitest";
import { tagVersions } from "@/lib/cache";
import { db } from "@/lib/db";
import { COMMAND_LINE } from "@/lib/policy";
import { getPreflight } from "@/lib/preflight/queries";
import { namePublication, setRuleLevels } from "@/lib/publication/commands";
import { getSettings, listRules } from "@/lib/publication/queries";
import { refusal, someone } from "@/lib/workflow/test-people";
import { makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();
beforeEach(async () => {
  await db().publication.deleteMany();
});

const settings = () => getSettings(COMMAND_LINE);

describe("the levels of rules", () => {
  test("hold for every issue from then on, and back at the rule's own nothing is kept", async () => {
    const admin = await someone("admin");
    const issue = await makeIssue(db(), { sections: [{ stories: [{ headline: "Bare" }] }] });
    const level = async () =>
      (await getPreflight(admin, { issueId: issue.id })).find(({ rule }) => rule === "story-without-why")
        ?.level;
    expect(await level()).toBe("warning");
    const first = await setRuleLevels(admin, { version: 1, levels: { "story-without-why": "blocking" } });
    expect(first).toMatchObject({ version: 2, levels: { "story-without-why": "blocking" } });
    expect(await level()).toBe("blocking");
    await setRuleLevels(admin, { version: 2, levels: { "story-without-why": "off" } });
    expect(await level()).toBeUndefined();
    const back = await setRuleLevels(admin, { version: 3, levels: { "story-without-why": "warning" } });
    expect(back).toMatchObject({ version: 4, levels: {} });
    expect((await db().publication.findUniqueOrThrow({ where: { id: 1 } })).preflight).toEqual({});
    const events = await db().auditEvent.findMany({ where: { actorId: admin.id }, orderBy: { id: "asc" } });
    expect(events.map(({ action, detail }) => [action, detail])).toEqual([
      ["publication.set-rules", { "story-without-why": { from: "warning", to: "blocking" } }],
      ["publication.set-rules", { "story-without-why": { from: "blocking", to: "off" } }],
      ["publication.set-rules", { "story-without-why": { from: "off", to: "warning" } }],
    ]);
  });

  test("on an older version are refused with what stands, also where two save at once", async () => {
    await setRuleLevels(COMMAND_LINE, { version: 1, levels: { "source-dead": "blocking" } });
    const late = await refusal(setRuleLevels(COMMAND_LINE, { version: 1, levels: { "source-dead": "off" } }));
    expect(late.code).toBe("conflict");
    expect(late.details).toEqual({ current: await settings() });
    expect((await settings()).levels).toEqual({ "source-dead": "blocking" });
    const both = await Promise.allSettled(
      (["off", "note"] as const).map((level) =>
        setRuleLevels(COMMAND_LINE, { version: 2, levels: { "source-dead": level } }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await settings()).version).toBe(3);
  });

  test("are set by admins, of rules that exist and can be set", async () => {
    for (const role of ["editor", "contributor"] as const) {
      const person = await someone(role);
      expect((await refusal(setRuleLevels(person, { version: 1, levels: {} }))).code).toBe("forbidden");
      expect((await refusal(namePublication(person, { version: 1, name: "X", tagline: "" }))).code).toBe(
        "forbidden",
      );
      expect(await getSettings(person)).toMatchObject({ version: 1, levels: {} });
    }
    const refused = (levels: Record<string, "off">) =>
      refusal(setRuleLevels(COMMAND_LINE, { version: 1, levels }));
    expect((await refused({ "no-such-rule": "off" })).code).toBe("invalid");
    expect((await refused({ "issue-without-story": "off" })).message).toContain("always holds");
    expect(listRules().find(({ name }) => name === "issue-without-story")?.final).toBe(true);
  });

  test("of a rule that went are not shown and not kept", async () => {
    const preflight = { "a-rule-of-before": "off", "source-dead": "note" };
    await db().publication.create({ data: { id: 1, preflight } });
    expect((await settings()).levels).toEqual({ "source-dead": "note" });
  });
});

test("the name is what readers' pages stand on", async () => {
  const before = (await tagVersions(["publication"])).publication ?? 0;
  await namePublication(COMMAND_LINE, { version: 1, name: "  The Weekly ", tagline: "What it stands on" });
  expect(await settings()).toMatchObject({ version: 2, name: "The Weekly", tagline: "What it stands on" });
  expect((await tagVersions(["publication"])).publication).toBe(before + 1);
  expect((await refusal(namePublication(COMMAND_LINE, { version: 2, name: " ", tagline: "" }))).message).toBe(
    "The publication needs a name.",
  );
});
