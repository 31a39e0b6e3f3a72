import { expect, it } from "vitest";
import { editSourceInput, sourceUrl } from "@/lib/sources/schema";

it.each([
  ["", null],
  [" https://example.org/a?b=c#d ", "https://example.org/a?b=c#d"],
  ["http://example.org", "http://example.org"],
  ["example.org/a", "https://example.org/a"],
  ["www.example.org", "https://www.example.org"],
  ["example.org:8080/a", "https://example.org:8080/a"],
  ["https://example.org/@someone/1", "https://example.org/@someone/1"],
  ["example.org/@someone", "https://example.org/@someone"],
])("the address %j is kept as %j", (typed, kept) => {
  expect(sourceUrl.parse(typed)).toBe(kept);
});

it.each(["https://dana:secret@example.org/a", "https://dana@example.org/a", "http://:secret@example.org"])(
  "an address with somebody's credentials is refused: %j",
  (typed) => {
    expect(sourceUrl.safeParse(typed).error?.issues[0]?.message).toMatch(/user name or a password/);
  },
);

it.each([
  "javascript:alert(1)",
  "ftp://example.org/a",
  "mailto:a@example.org",
  "a@example.org",
  "not an address",
  "x",
])("what is no web address is refused: %j", (typed) => {
  expect(sourceUrl.safeParse(typed).error?.issues[0]?.message).toMatch(/^An address begins with https/);
});

it.each(["0000-01-01", "0999-12-31", "2200-01-01", "9999-12-31"])(
  "a day out of all range is refused: %s",
  (day) => {
    const { publishedAt } = editSourceInput.shape;
    expect(publishedAt.safeParse(day).error?.issues[0]?.message).toMatch(/between the years 1000 and 2199/);
    expect(publishedAt.parse("1665-03-06")).toBe("1665-03-06");
  },
);
