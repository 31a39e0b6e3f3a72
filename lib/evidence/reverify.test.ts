import { expect, it } from "vitest";
import { listStoryClaims } from "@/lib/claims/queries";
import { stateOfClaim } from "@/lib/claims/state";
import { db, transaction } from "@/lib/db";
import { PageNow } from "@/lib/evidence/page-now";
import { reverifySource } from "@/lib/evidence/reverify";
import { attach, claimOf, PAGE, story, write } from "@/lib/evidence/test-story";
import { doc, p } from "@/lib/rich-text/test-words";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const MONDAY = new Date("2026-11-23T06:00:00Z");
const TUESDAY = new Date("2026-11-24T06:00:00Z");

async function held() {
  const given = await story();
  const { author, storyId, snapshotId } = given;
  const claimId = await claimOf(author, storyId, "It cost 31 million");
  const { id } = await attach(author, claimId, snapshotId, "cost 31 million crowns");
  const look = (text: string, at = MONDAY) =>
    transaction((tx) => reverifySource(tx, given.sourceId, new PageNow(text), at));
  const goneSince = async () => (await db().evidence.findUniqueOrThrow({ where: { id } })).goneSince;
  const state = async () => {
    const [claim] = await listStoryClaims(author, storyId);
    return claim && stateOfClaim(claim);
  };
  return { ...given, claimId, id, look, goneSince, state };
}

it("notes since when a passage is gone, tells it once, and tells when it is back", async () => {
  const { look, goneSince, state, id, claimId, storyId } = await held();
  const change = { evidenceId: id, claimId, storyId };
  const without = PAGE.replace("cost 31 million crowns", "cost 35 million crowns");
  expect(await look(PAGE)).toEqual([]);
  expect(await look(without)).toEqual([{ ...change, gone: true }]);
  expect(await state()).toBe("quotationGone");
  expect(await look(without, TUESDAY)).toEqual([]);
  expect(await goneSince()).toEqual(MONDAY);
  expect(await look(`Something before. ${PAGE}`, TUESDAY)).toEqual([{ ...change, gone: false }]);
  expect(await goneSince()).toBeNull();
});

it("leaves evidence in its own snapshot, whatever resembles it in the new one", async () => {
  const { look, id, snapshotId } = await held();
  const before = await db().evidence.findUniqueOrThrow({ where: { id } });
  await look(PAGE.replace("31 million crowns", "31 million crown"));
  const after = await db().evidence.findUniqueOrThrow({ where: { id } });
  expect(after).toEqual({ ...before, goneSince: MONDAY });
  expect(after.snapshotId).toBe(snapshotId);
});

it("tells nothing of a claim whose words were taken out of the story", async () => {
  const { look, goneSince, author, storyId } = await held();
  await write(author, storyId, doc(p("Nothing is claimed any more.")));
  expect(await look("An empty page.")).toEqual([]);
  expect(await goneSince()).toEqual(MONDAY);
});
