import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FindStore } from "@/components/desk/find/find-store";

/** A store over lines in the order given, each telling the store of its changes as a form on the page does. */
function storeOver(lines: string[], locked: number[] = []) {
  const store = new FindStore();
  for (const index of lines.keys()) {
    store.join({
      key: `${index}`,
      editable: !locked.includes(index),
      read: () => lines[index] ?? "",
      write: (text) => {
        const changed = lines[index] !== text;
        lines[index] = String(text);
        if (changed) store.look();
      },
      element: () => null,
    });
  }
  return store;
}

const shown = (store: FindStore) => store.shown && [store.shown.target.key, store.shown.from];

describe("find and replace over several texts", () => {
  it("goes through every match of every text, and round", () => {
    const store = storeOver(["fee fi", "fo", "fee fee"]);
    store.open("fee");
    expect(shown(store)).toEqual(["0", 0]);
    store.step(1);
    store.step(1);
    expect(shown(store)).toEqual(["2", 4]);
    store.step(1);
    expect(shown(store)).toEqual(["0", 0]);
    store.step(-1);
    expect(shown(store)).toEqual(["2", 4]);
  });

  it("replaces one after the other, never what it has just put in", () => {
    const lines = ["fee fee", "fee"];
    const store = storeOver(lines);
    store.open("fee");
    store.replaceShown("fee fee");
    expect([lines[0], shown(store)]).toEqual(["fee fee fee", ["0", 8]]);
    store.replaceShown("f");
    expect([lines[0], shown(store)]).toEqual(["fee fee f", ["1", 0]]);
  });

  it("leaves alone what may not be changed", () => {
    const lines = ["fee", "fee"];
    const store = storeOver(lines, [0]);
    store.open("fee");
    expect(store.replaceShown("x")).toBe(false);
    expect(store.replaceAll("x")).toMatchObject({ count: 1, texts: 1 });
    expect(lines).toEqual(["fee", "x"]);
  });

  it("takes a replacement back, except where somebody wrote since", () => {
    const lines = ["a fee", "b fee", "c"];
    const store = storeOver(lines);
    store.open("fee");
    const { undo } = store.replaceAll("price");
    lines[1] = "b price, and more";
    expect(undo()).toBe(1);
    expect(lines).toEqual(["a fee", "b price, and more", "c"]);
  });

  it("puts everything back as it was, whatever was replaced by what", () => {
    const word = fc.constantFrom("fee", "Fee", "coffee", " ", "x");
    fc.assert(
      fc.property(fc.array(fc.array(word).map((words) => words.join(""))), fc.string(), (given, by) => {
        const lines = [...given];
        const store = storeOver(lines);
        store.open("fee");
        const { undo, count } = store.replaceAll(by);
        expect(count).toBe(given.join("|").match(/fee/gi)?.length ?? 0);
        expect(undo()).toBe(0);
        expect(lines).toEqual(given);
      }),
    );
  });
});
