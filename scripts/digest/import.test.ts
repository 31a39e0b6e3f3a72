import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { useFreshDatabase } from "@/prisma/test-database";
import { importFiles } from "@/scripts/digest/import";
import type { Output } from "@/scripts/digest/output";

useFreshDatabase();

let folder: string;
let said: object[];
let noted: string[];
const output: Output = {
  json: true,
  say: (value) => said.push(value),
  note: (sentence) => noted.push(sentence),
};

function file(name: string, content: string | Uint8Array): string {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "plumbline-import-"));
  said = [];
  noted = [];
});

describe("digest import", () => {
  it("says of each file what was found, with progress aside", async () => {
    const one = file("one.md", "# One\n\n## A\n\n- [x](https://x.example)\n- [y](https://y.example)\n");
    const two = file("two.md", "# Two\n\n## B\n\n- [z](https://z.example)\n");
    await importFiles([one, two], output);
    expect(said).toMatchObject([
      { file: one, slug: "one", title: "One", sections: 1, stories: 2, sources: 2, highlights: 0, tables: 0 },
      { file: two, slug: "two", title: "Two", sections: 1, stories: 1, sources: 1, unplaced: [] },
    ]);
    expect(noted.filter((sentence) => sentence.includes("2/2"))).toHaveLength(1);
  });

  it("imports nothing when one of the files cannot be read", async () => {
    const before = await db().issue.count();
    const good = file("good.md", "# Good\n\n## A\n\n- [x](https://x.example)\n");
    const bad = file("bad.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]));
    await expect(importFiles([good, bad], output)).rejects.toThrow("Nothing was imported.");
    await expect(importFiles([good, path.join(folder, "missing.md")], output)).rejects.toThrow(
      "cannot be read",
    );
    expect(await db().issue.count()).toBe(before);
    expect(said).toEqual([]);
  });
});
