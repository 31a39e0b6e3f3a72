import { describe, expect, it } from "vitest";
import { readMarkdown } from "@/components/editor/paste/markdown";
import { looksLikeMarkdown, tabbedRows } from "@/components/editor/paste/text-shapes";
import { textSlice } from "@/components/editor/paste/text-slice";
import { proseMirrorSchema } from "@/lib/rich-text/document";

describe("tabbedRows", () => {
  it.each<[string, string[][] | null]>([
    [
      "a\tb\r\n1\t2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      'a\t"two\nlines, ""quoted"""\n\t2',
      [
        ["a", 'two\nlines, "quoted"'],
        ["", "2"],
      ],
    ],
    ["one\ttab", null],
    ["no tabs\nat all", null],
    ["a\tb\nonly one", null],
    ["", null],
    ["\t", null],
  ])("reads %j", (text, rows) => {
    expect(tabbedRows(text)).toEqual(rows);
  });
});

describe("looksLikeMarkdown", () => {
  it.each([
    "# Title",
    "**bold** words",
    "See [it](https://example.org)",
    "- a\n- b",
    "1. a\n2) b",
    "> said",
    "```\ncode",
    "|a|b|\n|---|---|",
  ])("knows %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });
  it.each([
    "Plain words.",
    "- one dash at the start",
    "2 * 3 * 4 = 24",
    "5. May was cold",
    "#hashtag",
    "snake_case_name and __init__ there",
    "a > b",
    "C:\\dir\\*.*",
    "Yes!\n--\nJo",
  ])("leaves %j alone", (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });
});

describe("textSlice", () => {
  it("joins a single pasted line to the line it is pasted into", () => {
    const slice = textSlice("some **bold** words", proseMirrorSchema, readMarkdown);
    expect([slice?.openStart, slice?.openEnd, slice?.content.textBetween(0, slice.content.size)]).toEqual([
      1,
      1,
      "some bold words",
    ]);
  });
  it("makes a table of tabs, and leaves prose and Markdown that cannot be read yet to the editor", () => {
    expect(textSlice("a\tb\nc\td", proseMirrorSchema, null)?.content.firstChild?.type.name).toBe("table");
    expect(textSlice("# A", proseMirrorSchema, null)).toBeNull();
    expect(textSlice("prose", proseMirrorSchema, readMarkdown)).toBeNull();
  });
});
