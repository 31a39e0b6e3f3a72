import { expect, it } from "vitest";
import { listStoryClaims } from "@/lib/claims/queries";
import { removeClaim, restoreClaim } from "@/lib/claims/remove";
import { db } from "@/lib/db";
import { attachEvidence } from "@/lib/evidence/commands";
import { claimOf, PAGE, story, write } from "@/lib/evidence/test-story";
import { doc, p } from "@/lib/rich-text/test-words";
import { refusal } from "@/lib/workflow/test-people";
import { makeContributor } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

it("removes a claim whose words are gone, and brings it back with its passages", async () => {
  const { author, storyId, snapshotId } = await story();
  const id = await claimOf(author, storyId, "It cost 31 million crowns", "forecast");
  const start = PAGE.indexOf("31 million");
  await attachEvidence(author, { claimId: id, snapshotId, start, end: start + 10 });
  expect((await refusal(removeClaim(author, { id }))).message).toContain("words are in the story");
  await write(author, storyId, doc(p("Nothing.")));
  const before = await listStoryClaims(author, storyId);
  const stranger = await makeContributor(db(), { role: "contributor" });
  expect((await refusal(removeClaim(stranger, { id }))).code).toBe("forbidden");
  await removeClaim(author, { id });
  expect(await listStoryClaims(author, storyId)).toEqual([]);
  expect((await refusal(restoreClaim(stranger, { id }))).code).toBe("forbidden");
  await restoreClaim(author, { id });
  expect(await listStoryClaims(author, storyId)).toEqual(before);
});

it("keeps what an analysis rests on, and what readers have", async () => {
  const { author, issue, storyId } = await story();
  const id = await claimOf(author, storyId, "It rains");
  await write(author, storyId, doc(p("Nothing.")));
  const analysis = await db().analysis.create({ data: { storyId, scope: "span", text: "So it is" } });
  await db().analysisPremise.create({ data: { analysisId: analysis.id, claimId: id } });
  expect((await refusal(removeClaim(author, { id }))).message).toContain("An analysis rests on");
  await db().analysisPremise.deleteMany();
  const document = { sections: [{ stories: [{ claims: [{ id }] }] }] };
  await db().edition.create({
    data: { issueId: issue.id, number: 1, document, hash: "0".repeat(64), publishedAt: new Date(0) },
  });
  expect((await refusal(removeClaim(author, { id }))).message).toContain("published edition");
  expect(await db().claim.count({ where: { id } })).toBe(1);
});
