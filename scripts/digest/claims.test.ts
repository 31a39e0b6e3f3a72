import { expect, test, vi } from "vitest";
import { db } from "@/lib/db";
import { claimOf } from "@/lib/evidence/test-story";
import { COMMAND_LINE } from "@/lib/policy";
import { makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { claims } from "@/scripts/digest/claims";

useFreshDatabase();

test("digest claims says each claim of a draft, of those asked for, in order; as CSV too", async () => {
  const issue = await makeIssue(db(), { number: 12, sections: [{ stories: [{}, {}] }] });
  const [first = "", second = ""] = issue.stories.map(({ id }) => id);
  await claimOf(COMMAND_LINE, first, "It rains");
  await claimOf(COMMAND_LINE, second, "It will rain", "forecast");
  const run = async (query: string, slug: string | null = issue.slug) => {
    const said: string[] = [];
    const output = {
      json: false,
      say: (_: object, sentence: string) => void said.push(sentence),
      note: () => {},
    };
    await claims({ slug, query, csv: false }, output);
    return said;
  };
  expect(await run("sort=-story")).toEqual([
    "12/2 Forecast (No evidence): It will rain",
    "12/1 Fact (No evidence): It rains",
  ]);
  expect(await run("kind=fact")).toEqual(["12/1 Fact (No evidence): It rains"]);
  expect(await run("", null)).toEqual([]);
  await expect(run("", "no-such-week")).rejects.toThrow("There is no issue with the address");

  await db().claim.updateMany({ where: { storyId: second }, data: { anchored: false } });
  expect(await run("kind=forecast")).toEqual([
    "12/2 Forecast (No evidence): It will rain (no longer in the text)",
  ]);

  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await claims({ slug: issue.slug, query: "", csv: true }, { json: false, say: () => {}, note: () => {} });
  const csv = String(write.mock.calls[0]?.[0]);
  write.mockRestore();
  expect(csv).toMatch(/^\uFEFFIssue,.*\r\n12,An issue,1,/u);
});
