import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { action } from "@/lib/action";
import { connect } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/policy";

const request = vi.hoisted(() => ({ headers: new Headers(), actor: null as Actor | null }));
vi.mock("next/headers", () => ({ headers: async () => request.headers }));
vi.mock("@/lib/auth/session", () => ({
  requireActor: async () => {
    if (request.actor) return request.actor;
    throw new AppError("not-signed-in", "You are signed out.");
  },
}));

const dana: Actor = { id: "0190a000-0000-7000-8000-000000000001", role: "editor", name: "Dana" };
const schema = z.strictObject({
  title: z.string().min(1, { error: "Give a title." }),
  week: z.string().optional(),
});

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgresql://nowhere/none");
  vi.stubEnv("PLUMBLINE_URL", "https://digest.example");
  vi.stubEnv("NEXTAUTH_SECRET", "a secret of more than thirty-two characters");
  request.headers = new Headers({ origin: "https://digest.example", host: "digest.example" });
  request.actor = dana;
});

describe("an action", () => {
  it("hands the actor and the parsed input to the command", async () => {
    const run = vi.fn(async (actor: Actor, input: { title: string }) => `${actor.name}: ${input.title}`);
    expect(await action(schema, run)({ title: "Week 12" })).toEqual({ ok: true, value: "Dana: Week 12" });
  });

  it.each([null, "null", "https://evil.test", "http://digest.example"])(
    "refuses Origin %j",
    async (origin) => {
      request.headers = new Headers({ host: "digest.example", ...(origin ? { origin } : {}) });
      const run = vi.fn();
      expect(await action(schema, run)({ title: "x" })).toMatchObject({
        ok: false,
        error: { code: "forbidden" },
      });
      expect(run).not.toHaveBeenCalled();
    },
  );

  it("refuses someone signed out before it looks at the input", async () => {
    request.actor = null;
    const run = vi.fn();
    expect(await action(schema, run)(null)).toMatchObject({ ok: false, error: { code: "not-signed-in" } });
    expect(run).not.toHaveBeenCalled();
  });

  it.each([{ title: "" }, {}, null, undefined, { title: "x", role: "admin" }, { title: { contains: "" } }])(
    "refuses the input %j",
    async (input) => {
      const run = vi.fn();
      expect(await action(schema, run)(input)).toMatchObject({ ok: false, error: { code: "invalid" } });
      expect(run).not.toHaveBeenCalled();
    },
  );

  it("says the first field's sentence, and each field's", async () => {
    expect(await action(schema, vi.fn())({ title: "", week: 3 })).toMatchObject({
      error: {
        message: "Give a title.",
        details: { fieldErrors: { title: ["Give a title."], week: [expect.any(String)] } },
      },
    });
  });

  it("passes an expected failure on with its details", async () => {
    const run = async () => {
      throw new AppError("conflict", "Someone saved before you.", { current: 3 });
    };
    expect(await action(schema, run)({ title: "x" })).toEqual({
      ok: false,
      error: { code: "conflict", message: "Someone saved before you.", details: { current: 3 } },
    });
  });

  it("says so when the database is away, in a transaction and in a raw query too", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const away = connect("postgresql://postgres@127.0.0.1:1/none");
    const runs = [
      () => away.contributor.count(),
      () => away.$transaction((tx) => tx.contributor.count()),
      () => away.$queryRaw`SELECT 1`,
    ];
    for (const run of runs) {
      expect(await action(schema, run)({ title: "x" })).toMatchObject({
        ok: false,
        error: { code: "limited", message: expect.stringContaining("nothing was changed") },
      });
    }
    await away.$disconnect();
    log.mockRestore();
  });

  it("logs a bug with an id and lets it fly without its message", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const run = async () => {
      throw new Error("password=hunter2");
    };
    const failure = await action(schema, run)({ title: "x" }).catch((error) => error);
    expect(failure.message).not.toContain("hunter2");
    expect(log.mock.calls[0]?.[0]).toContain(failure.digest);
    log.mockRestore();
  });
});
