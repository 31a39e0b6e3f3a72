import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { LARGEST_FILE, MOST_LINES } from "@/lib/importers/decode-file";
import { readText, stories } from "@/lib/importers/fixtures/outline";
import { readIssueFile } from "@/lib/importers/read-file";

function refusal(name: string, bytes: Uint8Array | string): string {
  try {
    readIssueFile(name, typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") return error.message;
    throw error;
  }
  throw new Error("It was read.");
}

describe("what is refused", () => {
  const png = Uint8Array.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
  ]);

  it.each([
    ["empty.txt", "", "“empty.txt” is empty."],
    ["blank.md", " \n\t\n", "“blank.md” holds nothing but white space."],
    ["marks.md", "---\n\n***\n", "“marks.md” holds no words."],
    ["photo.txt", png, "“photo.txt” is a binary file, not text: save it as plain text or Markdown."],
    [
      "old.txt",
      Uint8Array.from([71, 114, 252, 223, 101, 32, 97, 117, 115, 32, 75, 246, 108, 110]),
      "“old.txt” is not UTF-8 text: save it with the encoding UTF-8.",
    ],
    [
      "page.html",
      "<p>Hello</p>",
      "“page.html” is not a text or Markdown file: save it as .txt or .md, or paste its text.",
    ],
    ["", "", "The text is empty."],
  ])("%s", (name, bytes, sentence) => {
    expect(refusal(name, bytes)).toBe(sentence);
  });

  it("50 MB", () => {
    expect(refusal("huge.txt", new Uint8Array(50 * 1024 * 1024).fill(97))).toBe(
      "“huge.txt” has 50.0 MB, more than the 2.0 MB that can be imported at once.",
    );
  });
});

it("refuses more lines than any digest has", () => {
  expect(refusal("long.txt", "a\n".repeat(MOST_LINES + 1))).toMatch(/^“long.txt” has \d+ lines, more than/);
});

describe("what is accepted", () => {
  it("UTF-16 with its mark", () => {
    const text = "\uFEFFGrüße\n\n1. Eins — zwei\nText.";
    const bytes = Buffer.from(text, "utf16le");
    expect(readIssueFile("a.txt", bytes).issue.title).toBe("Grüße");
    expect(readIssueFile("a.txt", Buffer.from(bytes).swap16()).issue.title).toBe("Grüße");
  });

  it("a file as large as allowed", () => {
    const story = (number: number) =>
      `${number}. Headline ${number} — angle\nTitle — Paper\n${"Some words. ".repeat(400)}\n`;
    let text = "";
    for (let number = 1; text.length + 20_000 < LARGEST_FILE; number++) text += story(number);
    const { issue, report } = readText("large.txt", text);
    expect(stories(issue).length).toBeGreaterThan(400);
    expect(report.wordsIn).toBe(report.wordsOut);
  });

  it("and named by the hash of its bytes", () => {
    const bytes = new TextEncoder().encode("Hello there");
    expect(readIssueFile("a.txt", bytes).sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });
});
