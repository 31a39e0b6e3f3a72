import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareName, entityKey } from "@/lib/entities/key";
import { fullerName, mayBeOneName } from "@/lib/entities/likely";
import { namesFinder } from "@/lib/entities/named";

describe("the key of a name", () => {
  test.each([
    ["Corvia", "corvia"],
    ["The Corvia Inc.", "corvia"],
    ["Corvia, Inc", "corvia"],
    ["CORVIA’S", "corvia"],
    ["Corvia Co., Ltd.", "corvia"],
    ["Corvia & Co. KG", "corvia"],
    ["Nordlicht S.p.A.", "nordlicht"],
    ["Weiß GmbH", "weiss"],
    ["ＯＰＥＮ\u00a0 ＡＩ", "open ai"],
    ["Sleepers’", "sleepers"],
  ])("%j is %j", (name, key) => expect(entityKey(name)).toBe(key));

  test("keeps apart what is not one name", () => {
    const names = [
      "Corvia",
      "Corvia Rail",
      "Corvia Group",
      "Corvia 2",
      "Korvia",
      "The",
      "Inc.",
      "Theodor",
      "小米",
    ];
    expect(new Set(names.map(entityKey)).size).toBe(names.length);
  });

  test("is its own key, and blind to case, white space, article, possessive and legal form", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 });
    const name = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.oneof(word, fc.constantFrom("The", "Inc.", "GmbH", "Co.", "&", "’s")), { minLength: 1 })
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(name, (given) => {
        const key = entityKey(given);
        expect(entityKey(key)).toBe(key);
        expect(entityKey(` ${given}\u00a0`)).toBe(key);
        expect(entityKey(bareName(given))).toBe(key);
      }),
      { numRuns: 500 },
    );
    const plain = fc
      .stringMatching(/^[A-Z][a-rt-z]{2,8}( [A-Z][a-rt-z]{2,8}){0,2}$/u)
      .filter((each) => bareName(each) === each);
    const form = fc.constantFrom("Inc.", "GmbH", "Ltd", "S.A.", "Oyj", "Co., Ltd.");
    fc.assert(
      fc.property(plain, form, (given, legal) => {
        const key = entityKey(given);
        for (const other of [
          `The ${given}`,
          `${given}’s`,
          `${given}, ${legal}`,
          given.toUpperCase(),
          given.replaceAll(" ", "  "),
        ])
          expect(entityKey(other)).toBe(key);
      }),
    );
  });
});

describe("another way to write a name", () => {
  test.each([
    ["Huang", "Jensen Huang"],
    ["Jensen", "Jensen Huang"],
    ["WHO", "World Health Organization"],
    ["Orrin", "Orrin Labs Inc."],
    ["Open AI", "OpenAI"],
    ["Beyonce", "Beyoncé"],
  ])("may be %j for %j, either way", (one, other) => {
    expect([mayBeOneName(one, other), mayBeOneName(other, one)]).toEqual([true, true]);
  });

  test.each([
    ["Corvia", "Corvia Inc."],
    ["Ada", "Adam Kern"],
    ["Corvia", "Nordlicht"],
    ["Kern", "Ada Kern-Holm"],
    ["", "Corvia"],
  ])("is not asked about: %j and %j", (one, other) => expect(mayBeOneName(one, other)).toBe(false));

  test("of two the one that says more is the fuller", () => {
    expect(fullerName("Huang", "Jensen Huang")).toBe("Jensen Huang");
    expect(fullerName("Corvia Rail", "The Corvia Inc.")).toBe("Corvia Rail");
  });
});

describe("what a text names", () => {
  const find = namesFinder(
    [
      "Meta",
      "Nordlicht Rail AG",
      "WHO",
      "It",
      "NVIDIA",
      "GPT-5.4 mini",
      "小米",
      "Orrin’s",
      "Zoë",
      "the company",
    ].map((name) => ({ name, of: name })),
  );
  test.each([
    ["Metal, metadata and a meta level", []],
    ["Meta’s plan. It rains", ["Meta", "It"]],
    ["Who knows? The WHO does; it said so", ["WHO"]],
    ["NORDLICHT RAIL SELLS", ["Nordlicht Rail AG"]],
    ["Nordlicht, Rail and road", ["Nordlicht Rail AG"]],
    ["Nordlicht sells", []],
    ["The company sells", []],
    ["Nvidia-powered", ["NVIDIA"]],
    ["GPT-5.4 mini is there, GPT-5.4 is not", ["GPT-5.4 mini"]],
    ["今日は小米が", ["小米"]],
    ["Orrin (of Orrin’s) and Zoe\u0308", ["Orrin’s", "Zoë"]],
  ])("%j", (text, names) => expect([...find(text)].sort()).toEqual([...names].sort()));

  test("every name is found by itself in a text that has it between other words, and in no longer word", () => {
    const name = fc
      .stringMatching(/^[A-Z][a-z]{2,7}( [A-Z][a-z]{2,7})?$/u)
      .filter((each) => bareName(each) === each);
    fc.assert(
      fc.property(name, (given) => {
        const one = namesFinder([{ name: given, of: 1 }]);
        expect(one(`before ${given}, after`).size).toBe(1);
        expect(one(`before x${given}x after`).size).toBe(0);
      }),
    );
  });
});
