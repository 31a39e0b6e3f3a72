import { expect, test } from "vitest";
import { ArrangeLine } from "@/components/desk/arrange-line";
import type { Attempt } from "@/components/desk/attempt";
import { sameIds } from "@/components/desk/flat-order";

/** A server that keeps one list, refuses what is based on another order, and can be cut off; and the screen before it. */
function stage() {
  const server = { ids: ["a", "b", "c"], saves: 0, conflicts: 0, cut: false };
  const screen = { standing: ["a", "b", "c"], shown: null as string[] | null, told: [] as string[][] };
  const save = async (base: string[], ids: string[]): Promise<Attempt<unknown>> => {
    await Promise.resolve();
    server.saves += 1;
    if (server.cut) return { ok: false, error: { code: "failed", message: "No answer." } };
    if (base.join() !== server.ids.join() || !sameIds(ids, server.ids)) {
      server.conflicts += 1;
      return { ok: false, error: { code: "conflict", message: "Changed meanwhile." } };
    }
    server.ids = ids;
    return { ok: true, value: null };
  };
  const line = new ArrangeLine({
    standing: () => screen.standing,
    save,
    show: (ids) => {
      screen.shown = ids;
    },
    saved: (ids) => {
      screen.standing = ids;
    },
    refused: (_, ids) => screen.told.push(ids),
  });
  return { server, screen, line, settled: () => line.run(async () => {}) };
}

test("quick moves go out one after the other, the later ones together, without a conflict", async () => {
  const { server, screen, line, settled } = stage();
  line.arrange(["b", "a", "c"]);
  await Promise.resolve();
  line.arrange(["b", "c", "a"]);
  line.arrange(["c", "b", "a"]);
  expect(screen.shown).toEqual(["c", "b", "a"]);
  await settled();
  expect(server).toMatchObject({ ids: ["c", "b", "a"], saves: 2, conflicts: 0 });
  expect(screen).toMatchObject({ standing: ["c", "b", "a"], shown: null, told: [] });
});

test("a removal between two moves waits for the first and comes before the second", async () => {
  const { server, screen, line, settled } = stage();
  line.arrange(["b", "a", "c"]);
  await Promise.resolve();
  const removed = line.run(async () => {
    server.ids = server.ids.filter((id) => id !== "c");
    screen.standing = server.ids;
  });
  line.arrange(["a", "b"]);
  await removed;
  await settled();
  expect(server).toMatchObject({ ids: ["a", "b"], conflicts: 0 });
});

test("a refused order goes away, with the moves made on top of it, and is told once", async () => {
  const { server, screen, line, settled } = stage();
  server.cut = true;
  line.arrange(["b", "a", "c"]);
  await Promise.resolve();
  line.arrange(["b", "c", "a"]);
  await settled();
  expect(server.ids).toEqual(["a", "b", "c"]);
  expect(screen).toMatchObject({ shown: null, standing: ["a", "b", "c"], told: [["b", "c", "a"]] });
  server.cut = false;
  line.arrange(screen.told[0] ?? []);
  await settled();
  expect(server.ids).toEqual(["b", "c", "a"]);
});
