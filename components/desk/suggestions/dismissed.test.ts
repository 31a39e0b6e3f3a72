import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { DismissedSentences } from "@/components/desk/suggestions/dismissed";
import { dismissedWords } from "@/lib/dismissals/words";

const hashOf = (sentence: string) =>
  createHash("sha256").update(dismissedWords(sentence), "utf8").digest("hex");

test("a sentence that the server has as dismissed is known once it is hashed, and any other word is another sentence", async () => {
  const dismissed = new DismissedSentences();
  expect(dismissed.has("It rains — “so”.")).toBe(false);
  dismissed.receive([hashOf("It rains — “so”.")]);
  expect(dismissed.has("It rains — “so”.")).toBeUndefined();
  expect(await dismissed.learn(["It rains — “so”.", "It pours."])).toBe(true);
  expect(await dismissed.learn(["It rains — “so”."])).toBe(false);
  expect(dismissed.has(" It rains\n— “so”. ")).toBe(true);
  expect(dismissed.has("It pours.")).toBe(false);
  expect(dismissed.has("It rained — “so”.")).toBeUndefined();
});

test("what was dismissed here is known at once, before and after the server has it, until it is taken back", () => {
  const dismissed = new DismissedSentences();
  const hash = hashOf("It rains.");
  dismissed.add(["It rains."]);
  expect(dismissed.has("It  rains.")).toBe(true);
  dismissed.change([hash], true);
  dismissed.remove(["It rains."]);
  dismissed.change([hash], false);
  expect(dismissed.has("It rains.")).toBe(false);
});
