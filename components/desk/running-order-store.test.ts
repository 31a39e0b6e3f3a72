import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Move } from "@/components/desk/running-order-moves";
import type { Outline } from "@/components/desk/running-order-outline";
import { type Arrange, RunningOrderStore } from "@/components/desk/running-order-store";
import { sameMembers, sameOrder } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

const START: Order = [
  { sectionId: "one", storyIds: ["a", "b", "c"] },
  { sectionId: "two", storyIds: ["d"] },
  { sectionId: "empty", storyIds: [] },
];

/** A server that keeps one order, refuses stale saves as arrangeStories does, and answers when told to. */
class Server {
  version = 1;
  order = START;
  saves = 0;
  conflicts = 0;

  outline(): Outline {
    const sections = this.order.map(({ sectionId, storyIds }) => ({
      id: sectionId,
      title: sectionId,
      stories: storyIds.map((id) => ({ id, headline: `${id} — headline`, authorName: null })),
    }));
    return { orderVersion: this.version, sections };
  }

  arrange: Arrange = async (baseVersion, order) => {
    await Promise.resolve();
    this.saves += 1;
    if (baseVersion !== this.version) {
      this.conflicts += 1;
      return { ok: false, error: { code: "conflict", message: "Stale.", details: this.outline() } };
    }
    this.version += 1;
    this.order = order;
    return { ok: true, value: { orderVersion: this.version, order } };
  };
}

const settled = (store: RunningOrderStore) => store.change(async () => {});
const story = (storyId: string, toSectionId: string, toIndex: number): Move => ({
  kind: "story",
  storyId,
  toSectionId,
  toIndex,
});

const moves: fc.Arbitrary<Move> = fc.oneof(
  fc
    .tuple(fc.constantFrom("a", "b", "c", "d"), fc.constantFrom("one", "two", "empty"), fc.nat({ max: 3 }))
    .map(([storyId, section, index]) => story(storyId, section, index)),
  fc
    .tuple(fc.constantFrom("one", "two", "empty"), fc.nat({ max: 2 }))
    .map(([sectionId, toIndex]): Move => ({ kind: "section", sectionId, toIndex })),
);

test("a move is shown at once, before it is saved", async () => {
  const server = new Server();
  const store = new RunningOrderStore(server.outline(), server.arrange);
  expect(store.move(story("a", "empty", 0))).toBe(true);
  expect(store.getState()).toMatchObject({ saving: true, notice: null });
  expect(store.getState().sections[2]?.stories[0]?.id).toBe("a");
  expect(server.order).toBe(START);
  await settled(store);
  expect(server.order).toEqual(store.getState().order);
  expect(store.getState().saving).toBe(false);
});

test("a move that changes nothing is not saved", async () => {
  const server = new Server();
  const store = new RunningOrderStore(server.outline(), server.arrange);
  expect(store.move(story("a", "one", 0))).toBe(false);
  await settled(store);
  expect(server.saves).toBe(0);
});

test("any series of moves by one person ends as shown, without a conflict", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(moves, fc.boolean()), { maxLength: 20 }), async (series) => {
      const server = new Server();
      const store = new RunningOrderStore(server.outline(), server.arrange);
      for (const [move, pause] of series) {
        store.move(move);
        if (pause) await Promise.resolve();
      }
      const wanted = store.getState().order;
      await settled(store);
      expect(server.conflicts).toBe(0);
      expect(server.order).toEqual(wanted);
      expect(store.getState()).toMatchObject({ order: wanted, saving: false, notice: null });
    }),
  );
});

test("two people at once lose and double nothing, and both end with the order that stands", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.boolean(), moves, fc.boolean()), { maxLength: 20 }),
      async (series) => {
        const server = new Server();
        const both = [
          new RunningOrderStore(server.outline(), server.arrange),
          new RunningOrderStore(server.outline(), server.arrange),
        ];
        for (const [first, move, pause] of series) {
          both[first ? 0 : 1]?.move(move);
          if (pause) await Promise.resolve();
        }
        for (const store of both) await settled(store);
        for (const store of both) {
          store.receive(server.outline());
          expect(sameOrder(store.getState().order, server.order)).toBe(true);
        }
        expect(sameMembers(server.order, START)).toBe(true);
      },
    ),
  );
});

describe("a refused move", () => {
  test("by a conflict shows the other's order and offers the move again", async () => {
    const server = new Server();
    let stale = 0;
    const store = new RunningOrderStore(server.outline(), server.arrange, () => {
      stale += 1;
    });
    const other = new RunningOrderStore(server.outline(), server.arrange);
    other.move(story("d", "one", 0));
    await settled(other);
    store.move(story("a", "empty", 0));
    await settled(store);
    expect(store.getState().order).toEqual(server.order);
    expect(store.getState().notice).toMatchObject({ kind: "conflict", retry: [story("a", "empty", 0)] });
    expect(stale).toBe(1);
    store.retry();
    await settled(store);
    expect(server.order).toEqual([
      { sectionId: "one", storyIds: ["d", "b", "c"] },
      { sectionId: "two", storyIds: [] },
      { sectionId: "empty", storyIds: ["a"] },
    ]);
    expect(store.getState().notice).toBeNull();
  });

  test("of a story that is gone is not offered again", async () => {
    const server = new Server();
    const store = new RunningOrderStore(server.outline(), server.arrange);
    server.order = [{ sectionId: "one", storyIds: ["b", "c"] }, ...START.slice(1)];
    server.version += 1;
    store.move(story("a", "empty", 0));
    await settled(store);
    expect(store.getState().notice).toMatchObject({ kind: "conflict", retry: [] });
    expect(store.getState().order).toEqual(server.order);
  });

  test("by a lost connection rolls back, says so, and can be made again", async () => {
    const server = new Server();
    let offline = true;
    const store = new RunningOrderStore(server.outline(), (version, order) =>
      offline ? Promise.reject(new Error("Failed to fetch")) : server.arrange(version, order),
    );
    store.move(story("a", "two", 1));
    await settled(store);
    expect(store.getState().order).toEqual(START);
    expect(store.getState().notice).toMatchObject({ kind: "failed" });
    offline = false;
    store.retry();
    await settled(store);
    expect(server.order[1]?.storyIds).toEqual(["d", "a"]);
  });

  test("whose answer was lost on the way counts as made when it is tried again", async () => {
    const server = new Server();
    let lose = true;
    const store = new RunningOrderStore(server.outline(), async (version, order) => {
      const result = await server.arrange(version, order);
      if (lose) throw new Error("Failed to fetch");
      return result;
    });
    store.move(story("a", "two", 1));
    await settled(store);
    lose = false;
    store.retry();
    await settled(store);
    expect(store.getState().notice).toBeNull();
    expect(store.getState().order).toEqual(server.order);
    expect(server.order[1]?.storyIds).toEqual(["d", "a"]);
  });
});

test("moves made while the order is read stay on top of what was read", async () => {
  const server = new Server();
  const store = new RunningOrderStore(server.outline(), server.arrange);
  const added = { id: "e", headline: "New", authorName: null };
  const reading = store.change(async () => {
    const outline = server.outline();
    outline.sections[0]?.stories.push(added);
    server.order = outline.sections.map((section) => ({
      sectionId: section.id,
      storyIds: section.stories.map(({ id }) => id),
    }));
    server.version += 1;
    store.receive({ ...outline, orderVersion: server.version });
  });
  store.move(story("a", "two", 0));
  await reading;
  await settled(store);
  expect(server.conflicts).toBe(0);
  expect(server.order).toEqual([
    { sectionId: "one", storyIds: ["b", "c", "e"] },
    { sectionId: "two", storyIds: ["a", "d"] },
    { sectionId: "empty", storyIds: [] },
  ]);
});
