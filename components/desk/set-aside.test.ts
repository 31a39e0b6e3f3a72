import { describe, expect, it } from "vitest";
import { asideShelf, type SetAside } from "@/components/desk/set-aside";
import { storage } from "@/components/desk/test-storage";

interface Words {
  body: string;
}

const item = (id: string): SetAside<Words> => ({ id, field: "body", value: `words ${id}`, at: "2026-03-20" });

describe("words set aside in a conflict", () => {
  it("stay until they are discarded, under their own key, from whichever window", () => {
    const shared = storage();
    const [one, two] = [asideShelf<Words>("a", () => shared), asideShelf<Words>("a", () => shared)];
    expect(one.add([item("1")])).toBe(true);
    two.add([item("2"), item("1")]);
    expect(one.read().map(({ id }) => id)).toEqual(["1", "2"]);
    expect(asideShelf<Words>("b", () => shared).read()).toEqual([]);
    one.remove(["1"]);
    expect(two.read()).toEqual([item("2")]);
    two.remove(["2"]);
    expect(shared.length).toBe(0);
  });

  it("do without a storage that is full, forbidden or spoilt", () => {
    const forbidden = asideShelf<Words>("a", () => {
      throw new Error("SecurityError");
    });
    expect(forbidden.add([item("1")])).toBe(false);
    expect(forbidden.read()).toEqual([]);
    const spoilt = storage();
    for (const text of ["{", "null", '[{"id":1}]', "[null]"]) {
      spoilt.setItem("plumbline:set-aside:a", text);
      expect(asideShelf<Words>("a", () => spoilt).read()).toEqual([]);
    }
  });
});
