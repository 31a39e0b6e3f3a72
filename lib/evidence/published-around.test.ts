import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { sentenceAround } from "@/lib/evidence/around";
import { publishedAround } from "@/lib/evidence/published-around";
import { claimOf, story } from "@/lib/evidence/test-story";
import { makeSnapshot, makeSource } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

test("is what is cut out of the whole text, whatever signs are in it", async () => {
  const { author, storyId } = await story();
  const claimId = await claimOf(author, storyId, "It rains");
  const { id: sourceId } = await makeSource(db());
  const pieces = fc.constantFrom(
    "It rains. ",
    "Who?\n",
    "é",
    "ｗide ",
    "“No.” ",
    "x".repeat(400),
    "e\u0301 ",
  );
  const texts = fc.oneof(
    fc.array(pieces, { minLength: 1, maxLength: 30 }),
    fc.array(fc.oneof(pieces, fc.constantFrom("😀", "𝒳 ", "👩‍🚀")), { minLength: 1, maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
      async (parts, spans) => {
        const text = parts.join("");
        const { id: snapshotId } = await makeSnapshot(db(), { sourceId, text });
        const passages = [];
        for (const [index, [one, other]] of spans.entries()) {
          const [start = 0, end = 0] = [one % text.length, other % text.length].sort((a, b) => a - b);
          const words = { exact: "x", prefix: "", suffix: "", matchStatus: "verified" } as const;
          passages.push(
            await db().evidence.create({
              data: {
                claimId,
                snapshotId,
                ...words,
                start,
                end: end + 1,
                relation: "supports",
                position: index + 1,
              },
            }),
          );
        }
        const found = await publishedAround(db(), passages);
        for (const { id, start, end } of passages)
          expect(found.get(id)).toEqual(sentenceAround(text, start, end));
        await db().evidence.deleteMany();
      },
    ),
    { numRuns: 40 },
  );
});
