import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const ROOT = path.join(import.meta.dirname, "..");
const SPECS = path.join(ROOT, "e2e");

/** The titles of a file's tests; where a test is made for each hand, of the mouse's and of the keyboard's. */
function titlesIn(file: string): string[] {
  const source = readFileSync(path.join(SPECS, file), "utf8");
  const titles = [...source.matchAll(/^ *test\(\s*(["`])(.*)\1,/gm)].map((found) => found[2] ?? "");
  return ["mouse", "keyboard"].flatMap((hand) => titles.map((title) => title.replace(/\$\{\w+\}/, hand)));
}

it("docs/jobs-of-the-desk.md names tests that there are", () => {
  const specs = readdirSync(SPECS).filter((name) => name.endsWith(".spec.ts"));
  const titles = new Set(specs.flatMap(titlesIn));
  const cells = readFileSync(path.join(ROOT, "docs/jobs-of-the-desk.md"), "utf8").match(/^\|.*\|$/gm) ?? [];
  // Short quoted words are names of the desk's parts, or the end of a title already named.
  const named = cells.flatMap((row) => [...row.matchAll(/"([^"]{25,})"/g)].map((found) => found[1] ?? ""));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((title) => !titles.has(title))).toEqual([]);
});
