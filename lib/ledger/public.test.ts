import { expect, test } from "vitest";
import { raise, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { testEdition } from "@/lib/editions/test-edition";
import { readLedger } from "@/lib/ledger/public";
import { useFreshDatabase } from "@/prisma/test-database";
import { insertPublished } from "@/prisma/test-published";

useFreshDatabase();

const shown = async () =>
  (await readLedger()).map(({ claim, issueSlug }) => `${issueSlug}: ${claim.kind} due ${claim.due.at}`);

test("the ledger holds what readers have now, each once, where it stands last, by the day it falls due", async () => {
  expect(await shown()).toEqual([]);
  const earlier = await insertPublished(testEdition({ number: 1, slug: "earlier", edition: 1 }));
  const later = await insertPublished(testEdition({ number: 2, slug: "later", edition: 1 }));
  expect(await shown()).toEqual(["later: commitment due 2026-11-30", "later: forecast due 2027-12-31"]);

  // A later edition of the later issue without its last section: there the commitment stood.
  const { sections } = testEdition();
  const shorter = testEdition({
    number: 2,
    slug: "later",
    edition: 2,
    sections: sections.slice(0, 1),
    highlights: [],
  });
  await insertPublished(shorter, later);
  expect(await shown()).toEqual(["earlier: commitment due 2026-11-30", "later: forecast due 2027-12-31"]);

  await db().issue.update({ where: { id: earlier }, data: { publicationState: "withdrawn" } });
  await db().issue.update({ where: { id: later }, data: { trashedAt: new Date() } });
  await raise(db(), [TAGS.editions]);
  expect(await shown()).toEqual([]);
});
