// @vitest-environment jsdom
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cleanHtml } from "@/components/editor/paste/clean-html";
import { readMarkdown } from "@/components/editor/paste/markdown";
import { outline } from "@/components/editor/paste/test-outline";
import { parsePasted } from "@/components/editor/paste/test-paste";
import { isOnlyColoured } from "@/components/editor/paste/text-shapes";
import { richText } from "@/lib/rich-text/document";

const FIXTURES = path.join(import.meta.dirname, "fixtures");
const read = (file: string) => readFileSync(path.join(FIXTURES, file), "utf8");
const pages = readdirSync(FIXTURES).filter((file) => file.endsWith(".clipboard"));

describe("what programs put on the clipboard", () => {
  it.each(pages)("%s comes in clean", async (file) => {
    const { html, pictures } = cleanHtml(read(file));
    expect(html).not.toMatch(
      /style=|class="(?!language)|<script|<style|on\w+=|javascript:|mso|docs-internal/i,
    );
    const document = parsePasted(html);
    expect(richText.safeParse(document).error).toBeUndefined();
    const said = `${outline(document)}\n(pictures left out: ${pictures})\n`;
    await expect(said).toMatchFileSnapshot(`fixtures/${file.replace(".clipboard", ".clean.txt")}`);
  });

  it("Markdown is read as what it says", async () => {
    const document = readMarkdown(read("markdown.txt"));
    expect(richText.safeParse(document).error).toBeUndefined();
    await expect(`${outline(document)}\n`).toMatchFileSnapshot("fixtures/markdown.clean.txt");
  });

  it("HTML that only colours its lines is known from HTML that says something", () => {
    expect(pages.filter((file) => isOnlyColoured(read(file)))).toEqual(["code-editor.clipboard"]);
  });
});
