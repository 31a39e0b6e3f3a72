import { expect, test } from "vitest";
import { halfPicked } from "@/components/desk/forecasts/half-picked";

test("evidence that was begun keeps the outcome back until it is found or taken away", () => {
  expect(halfPicked(true, " \n")).toMatch(/^You have chosen a source but no passage\./);
  expect(halfPicked(true, "Ferries pay by the hour.")).toMatch(/^The passage is not part of it yet\./);
  expect(halfPicked(false, "Ferries pay by the hour.")).toMatch(/^The passage has no source yet\./);
});

test("nothing begun keeps nothing back", () => expect(halfPicked(false, "  ")).toBeNull());
