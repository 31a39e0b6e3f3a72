import { expect, test } from "vitest";
import { FORETOLD, published } from "@/lib/forecasts/test-forecast";
import { useFreshDatabase } from "@/prisma/test-database";
import { printForecasts } from "@/scripts/digest/forecasts";

useFreshDatabase();

test("digest forecasts prints what is open, or only what is due, and says when that is nothing", async () => {
  await published({ due: "2026-09-01" });
  const print = async (onlyDue: boolean, today: string) => {
    const said: unknown[] = [];
    const output = {
      json: false,
      say: (value: object, sentence: string) => said.push(value, sentence),
      note: (sentence: string) => said.push(sentence),
    };
    await printForecasts(onlyDue, output, today);
    return said;
  };
  const line = expect.stringMatching(/^2026-09-01 {2}forecast by Ida Holm, issue \d+: Ferries/u);
  const value = expect.objectContaining({ text: FORETOLD, due: "2026-09-01", takenUpBy: null });
  expect(await print(false, "2026-08-31")).toEqual([value, line]);
  expect(await print(true, "2026-08-31")).toEqual(["Nothing is due."]);
  expect(await print(true, "2026-09-01")).toEqual([value, line]);
});
