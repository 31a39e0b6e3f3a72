import { expect, it } from "vitest";
import { withoutControls, withoutTurning } from "@/lib/characters";

const [START, VERTICAL_TAB, NONCHARACTER] = [0x01, 0x0b, 0xfffe].map((code) => String.fromCharCode(code));

it("takes out of every text what no feed can hold, and nothing else", () => {
  const at = new Date(0);
  const given = { text: `a${START}b\tc\nd${NONCHARACTER}`, list: [`${VERTICAL_TAB}é👩‍🚀`, 1, null], at };
  expect(withoutControls(given)).toEqual({ text: "ab\tc\nd", list: ["é👩‍🚀", 1, null], at });
});

it("looks into the attributes of an editor's nodes, which have no prototype", () => {
  const attrs = Object.assign(Object.create(null), { href: `https://a.example/${START}` });
  expect(withoutControls({ attrs })).toEqual({ attrs: { href: "https://a.example/" } });
});

it("takes out what turns the direction, not the joiners", () => {
  expect(withoutTurning("\u202Egnp\u2066.exe\u2069 \u200C")).toBe("gnp.exe \u200C");
});
