import { expect, it } from "vitest";
import { keptTyped } from "@/components/desk/kept-typed";
import { storage } from "@/components/desk/test-storage";
import { stayOpen } from "@/components/desk/this-window";
import { isDraft, type ThreadDraft } from "@/components/desk/thread-draft";

const comment = (text: string): ThreadDraft => ({
  kind: "comment",
  about: null,
  text,
  replacement: "",
  problem: null,
});

function open(shared: Storage, window: string = crypto.randomUUID()) {
  const { locks } = navigator;
  return keptTyped("thread:1:me", isDraft, () => ({ window, storage: () => shared, locks, patience: 200 }));
}

async function left(drafts: ReturnType<typeof open>): Promise<string[]> {
  const texts: string[] = [];
  await drafts.takeLeft(({ text }) => texts.push(text) > 0);
  return texts;
}

it("comments begun in two windows both last, also beside one begun since, and each is given back once", async () => {
  const shared = storage();
  const alive = crypto.randomUUID();
  stayOpen(alive, navigator.locks);
  const [one, other] = [open(shared, alive), open(shared)];
  one.write(comment("in the one"));
  other.write(comment("in the other"));
  expect(one.read()?.text).toBe("in the one");
  // The other was closed. Whoever types something else just then leaves it for later.
  await open(shared).takeLeft(() => false);
  expect(await left(open(shared))).toEqual(["in the other"]);
  expect(await left(open(shared))).toEqual([]);
  expect(one.read()?.text).toBe("in the one");
  one.write(null);
  expect(shared.length).toBe(0);
});

it("what was kept before each window had its own place is given back, and what is no draft is not", async () => {
  const shared = storage();
  shared.setItem("plumbline:typed:thread:1:me", JSON.stringify(comment("former")));
  shared.setItem("plumbline:typed:thread:1:me:gone", JSON.stringify({ typed: "no draft", at: "" }));
  expect(await left(open(shared))).toEqual(["former"]);
  expect(await left(open(shared))).toEqual([]);
});
