import { spawnSync } from "node:child_process";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

describe("the migrations", () => {
  it("make exactly what the schema says", () => {
    const diff = [
      "migrate",
      "diff",
      "--from-migrations",
      "prisma/migrations",
      "--to-schema",
      "prisma/schema.prisma",
    ];
    const done = spawnSync("node_modules/.bin/prisma", [...diff, "--exit-code"], {
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    expect(done.stdout).toContain("No difference detected");
    expect(done.status).toBe(0);
  });

  it("make every position unique when the transaction ends, not before", async () => {
    const rows = await query(
      `SELECT conname FROM pg_constraint WHERE contype = 'u' AND condeferrable AND condeferred ORDER BY conname`,
    );
    expect(rows.map((row) => row.conname)).toEqual([
      "Evidence_claimId_position_key",
      "HighlightStory_highlightId_position_key",
      "Highlight_issueId_position_key",
      "Section_issueId_position_key",
      "StorySource_storyId_position_key",
      "Story_sectionId_position_key",
    ]);
  });

  it("guard what must never change", async () => {
    const rows = await query(
      `SELECT DISTINCT tgrelid::regclass::text AS "table", tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname`,
    );
    expect(rows.map((row) => row.tgname)).toEqual([
      "AuditEvent_append_only",
      "Contributor_last_admin",
      "Correction_append_only",
      "Edition_immutable",
      "Edition_sequence",
      "SourceSnapshot_immutable",
      "SourceStateChange_append_only",
    ]);
  });
});
