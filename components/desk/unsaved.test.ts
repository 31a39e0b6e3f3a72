import { expect, test } from "vitest";
import type { Phase } from "@/components/desk/autosave-state";
import { register, saveEverything, stuck } from "@/components/desk/unsaved";

class Document {
  #phase: Phase = "unsaved";
  #listeners = new Set<() => void>();
  name = () => "“Alder”";
  phase = () => this.#phase;
  flush = () => {
    if (this.#phase === "unsaved") this.become("saving");
  };
  retry = () => this.become("unsaved");
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  become(phase: Phase) {
    this.#phase = phase;
    for (const listener of this.#listeners) listener();
  }
}

test("saving everything waits for every document and says whether all were saved", async () => {
  expect(await saveEverything()).toBe(true);
  const [one, other] = [new Document(), new Document()];
  register(one);
  register(other);
  let answer: boolean | null = null;
  const saved = saveEverything().then((all) => {
    answer = all;
  });
  expect(one.phase()).toBe("saving");
  one.become("saved");
  await Promise.resolve();
  expect(answer).toBeNull();
  other.become("saved");
  await saved;
  expect(answer).toBe(true);
  other.become("unsaved");
  const refused = saveEverything();
  other.become("offline");
  expect(await refused).toBe(false);
});

test("what waits for the person is named, before anything is published", () => {
  const story = new Document();
  register(story);
  expect(stuck()).toBe("");
  story.become("conflict");
  expect(stuck()).toBe("“Alder” has two versions. Choose which one stays before publishing.");
  story.become("saved");
  expect(stuck()).toBe("");
});
