import { expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildPreview } from "@/lib/editions/build";
import { edition } from "@/lib/editions/schema";
import { testEdition } from "@/lib/editions/test-edition";
import { signNear } from "@/lib/evidence/sign";
import { attach, claimOf, story } from "@/lib/evidence/test-story";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

it("readers get the passage and whether an editor accepted it, and nothing else of the desk's work", async () => {
  const { author, editor, issue, storyId, snapshotId } = await story();
  const words = "“The harbor will not raise the fee of its neighbours before 2027”";
  const claimId = await claimOf(author, storyId, words, "quotation");
  const said = "The harbour will not raise the fee of its neighbours before 2027";
  const { id, claim } = await attach(author, claimId, snapshotId, said);
  const evidence = async () => {
    const document = await buildPreview(db(), issue.id);
    expect(edition.parse(document)).toEqual(document);
    const [line] = document.sections[0]?.stories[0]?.claims[0]?.evidence ?? [];
    return line;
  };
  const unsigned = await evidence();
  expect(unsigned).toMatchObject({ exact: said, matchStatus: "near" });
  expect(unsigned).not.toHaveProperty("signed");
  await signNear(editor, { id, claimVersion: claim.version });
  await db().evidence.update({ where: { id }, data: { goneSince: new Date() } });
  expect(await evidence()).toEqual({ ...unsigned, signed: true });
});

it("editions from before there were signatures are still editions, with the same hash", () => {
  const old = testEdition();
  expect(JSON.stringify(old)).not.toContain('"signed"');
  expect(edition.parse(old)).toEqual(old);
});
