import { describe, expect, it } from "vitest";
import { readFrontMatter, withoutFrontMatter } from "@/lib/importers/front-matter";

describe("front matter", () => {
  it("gives title, number, week and standfirst, and keeps the rest as lines", () => {
    const file =
      "---\ntitle: Grid\nissue: 14\nweek: 2026-W06\ndescription: Short.\nauthor: Ada\ntags: [a, b]\n---\nText";
    const found = readFrontMatter(file);
    expect(found).toMatchObject({
      title: "Grid",
      number: 14,
      week: { from: "2026-02-02", to: "2026-02-08" },
      standfirst: "Short.",
      others: ["author: Ada", 'tags: ["a","b"]'],
      own: null,
    });
    expect(withoutFrontMatter(file, found)).toBe("\n\n\n\n\n\n\n\nText");
  });

  it.each([
    ["week: 2026-02-02/2026-02-08", { from: "2026-02-02", to: "2026-02-08" }],
    ["week: { from: 2026-02-08, to: 2026-02-02 }", { from: "2026-02-02", to: "2026-02-08" }],
    ["week: 2026-W53", { from: "2026-12-28", to: "2027-01-03" }],
    ["date: 2026-02-08T06:00:00Z", { from: null, to: "2026-02-08" }],
    ["date: 2026-02-31", { from: null, to: null }],
    ["week: soon", { from: null, to: null }],
  ])("%s", (line, week) => {
    expect(readFrontMatter(`---\n${line}\n---\n`)?.week).toEqual(week);
  });

  it("needs no fence where header lines stand above the text", () => {
    expect(readFrontMatter("Title: Weekly 5\nNumber: 5\n\nText")).toMatchObject({
      title: "Weekly 5",
      number: 5,
      lines: 2,
    });
    expect(readFrontMatter("Note: this is text\nAnd: so is this\n\nText")).toBeNull();
  });

  it.each([
    ["no front matter", "Text"],
    ["a rule and text", "---\nText\n---\n"],
    ["broken YAML", "---\na: [b\n---\n"],
    ["no end", "---\ntitle: a\n"],
    [
      "an alias bomb",
      `---\na: &a [x,x]\n${"bcdefgh".replace(/./g, (key) => `${key}: [*a,*a,*a,*a,*a,*a]\n`)}---\n`,
    ],
  ])("%s is text", (_, file) => {
    expect(readFrontMatter(file)).toBeNull();
  });

  it("keeps no character that a database cannot hold", () => {
    expect(readFrontMatter('---\ntitle: "a\\0b\\ud800"\n---\n')?.title).toBe("a\uFFFDb\uFFFD");
  });
});
