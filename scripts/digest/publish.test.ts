import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import type { Output } from "@/scripts/digest/output";
import { check, publish } from "@/scripts/digest/publish";

useFreshDatabase();

beforeAll(() => {
  process.env.PLUMBLINE_URL = "https://digest.example";
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
});

function collect() {
  const said: string[] = [];
  const values: object[] = [];
  const output: Output = {
    json: false,
    say: (value, sentence) => {
      values.push(value);
      said.push(sentence);
    },
    note: (sentence) => said.push(sentence),
  };
  return { said, values, output };
}

async function issueWith(attribution: "none" | "quoted") {
  const stories = [{ body: paragraphs("It flows."), whyItMatters: paragraphs("Because.") }];
  const issue = await makeIssue(db(), { sections: [{ stories }] });
  const storyId = issue.stories[0]?.id ?? "";
  await db().claim.create({ data: { storyId, attribution, text: "It flows." } });
  return issue;
}

test("check says every line and whether something blocks", async () => {
  const { slug } = await issueWith("quoted");
  const { said, values, output } = collect();
  expect(await check(slug, output)).toBe(false);
  expect(said[0]).toBe(
    "Blocks: Story 1: the quotation “It flows.” has no evidence. [quotation-without-evidence]",
  );
  expect(said.at(-1)).toMatch(/^\d open, 1 of it blocking\.$/);
  expect(values[0]).toMatchObject({ rule: "quotation-without-evidence", level: "blocking" });
  expect(await check((await issueWith("none")).slug, collect().output)).toBe(true);
  await expect(check("nowhere", output)).rejects.toThrow("There is no issue with the address “nowhere”.");
});

test("publish is refused while something blocks, unless a reason is given", async () => {
  const { id, slug } = await issueWith("quoted");
  const { said, output } = collect();
  await expect(publish(slug, null, output)).rejects.toThrow("Preflight blocks this issue.");
  await publish(slug, "Heard it ourselves.", output);
  expect(said).toEqual([`Published as edition 1: https://digest.example/issues/${slug}`]);
  const edition = await db().edition.findFirstOrThrow({ where: { issueId: id } });
  expect(edition.overrides).toMatchObject([{ reason: "Heard it ourselves." }]);
});
