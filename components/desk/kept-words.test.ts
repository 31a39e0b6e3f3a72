import { expect, it } from "vitest";
import type { Kept } from "@/components/desk/autosave-state";
import { keptWords } from "@/components/desk/kept-words";
import { storage } from "@/components/desk/test-storage";
import { stayOpen } from "@/components/desk/this-window";

interface Words {
  body: string;
}

const kept = (body: string, at = "2026-03-20T10:00:00.000Z"): Kept<Words> => ({
  version: 3,
  patch: { body },
  base: { body: "" },
  lost: [],
  at,
});

const locks = navigator.locks;
// The locks are the process's: each test has windows of its own.
const newWindow = () => crypto.randomUUID();

/** A window on document "a" of one person. */
function open(shared: Storage, window = newWindow(), key = "story:1:me") {
  return keptWords<Words>(key, { window, storage: () => shared, locks, patience: 200 });
}

async function left(words: ReturnType<typeof open>): Promise<string[]> {
  const bodies: string[] = [];
  await words.takeLeft(({ patch }) => bodies.push(patch.body ?? "") > 0);
  return bodies;
}

it("each window keeps its own words, and what closed ones left is handed over once, the oldest first", async () => {
  const shared = storage();
  open(shared).write(kept("second", "2026-03-20T11:00:00.000Z"));
  open(shared).write(kept("first"));
  open(shared, newWindow(), "story:1:you").write(kept("somebody else’s"));
  const [one, other] = [open(shared), open(shared)];
  one.write(kept("here"));
  const taken = await Promise.all([left(one), left(other)]);
  expect(taken.flat().filter((body) => body !== "here")).toEqual(["first", "second"]);
  expect(await left(one)).toEqual([]);
});

it("a window that is open is left alone, and one that is being closed is waited for", async () => {
  const shared = storage();
  const [alive, going] = [newWindow(), newWindow()];
  stayOpen(alive, locks);
  open(shared, alive).write(kept("alive"));
  let close = () => {};
  void locks.request(`plumbline:window:${going}`, () => new Promise<void>((done) => (close = done)));
  open(shared, going).write(kept("going"));
  const taken = left(open(shared));
  close();
  expect(await taken).toEqual(["going"]);
  const again = open(shared, alive);
  again.write(null);
  expect(shared.length).toBe(0);
});

it("what finds no room in the new place stays in the old one", async () => {
  const shared = storage();
  open(shared).write(kept("left"));
  const full = open({ ...shared, setItem: () => expect.fail("full") });
  await full.takeLeft((words) => {
    full.write(words);
    return true;
  });
  await open(shared).takeLeft(() => false);
  expect(await left(open(shared))).toEqual(["left"]);
});

it("what was kept before each window had its own place is handed over too, to one window", async () => {
  const shared = storage();
  shared.setItem("plumbline:unsaved:story:1:me", JSON.stringify(kept("former")));
  shared.setItem("plumbline:unsaved:story:1:you", JSON.stringify(kept("somebody else’s")));
  open(shared).write(kept("later", "2026-03-20T11:00:00.000Z"));
  const taken = await Promise.all([left(open(shared)), left(open(shared))]);
  expect(taken.flat().sort()).toEqual(["former", "later"]);
  expect(shared.length).toBe(1);
});

it("does without a storage that is forbidden or spoilt, and without locks", async () => {
  const browser = { window: newWindow(), locks: undefined };
  const forbidden = keptWords<Words>("a", {
    ...browser,
    storage: () => {
      throw new Error("SecurityError");
    },
  });
  forbidden.write(kept("x"));
  expect(await left(forbidden)).toEqual([]);
  const spoilt = storage();
  for (const text of ["{", "null", '{"version":"1"}']) {
    spoilt.setItem("plumbline:unsaved:a:other", text);
    expect(await left(keptWords<Words>("a", { ...browser, storage: () => spoilt }))).toEqual([]);
  }
  spoilt.setItem("plumbline:unsaved:a:other", JSON.stringify(kept("left")));
  expect(await left(keptWords<Words>("a", { ...browser, storage: () => spoilt }))).toEqual(["left"]);
});
