import { expect, it } from "vitest";
import { quotedPassages } from "@/lib/quotations/quoted-passages";

it.each<[string, string[]]>([
  ["Acme calls it “the only frontier model” and “cheap”.", ["the only frontier model", "cheap"]],
  ['He said "we never sold it," and left.', ["we never sold it"]],
  ["Sie nennt es „eine neue Lage“, il dit « c’est fini ».", ["eine neue Lage", "c’est fini"]],
  ["他说「这是第一次」。", ["这是第一次"]],
  ["“He told me ‘never’ and I’m sure”", ["He told me ‘never’ and I’m sure"]],
  ["“One “inside” another”", ["One “inside” another"]],
  ["The company’s ‘dogs’ dinner’ isn’t the pilots’ fault.", ["dogs"]],
  ["It's the '90s, the company's plan, rock 'n' roll.", ["n"]],
  ["They 'can't say' more.", ["can't say"]],
  ['A 5" screen and a 6" one', []],
  ["Nothing “closes this", []],
  ["An empty “” pair and “ spaced words ” here", ["spaced words"]],
  ["No marks at all; the companies' own words.", []],
])("%s", (sentence, words) => {
  const passages = quotedPassages(sentence);
  expect(passages.map(({ text }) => text)).toEqual(words);
  for (const { text, start, end } of passages) expect(sentence.slice(start, end)).toBe(text);
});
