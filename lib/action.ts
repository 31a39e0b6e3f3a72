import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { isSameOrigin } from "@/lib/auth/origin";
import { requireActor } from "@/lib/auth/session";
import { isUnreachable } from "@/lib/database-health";
import { env } from "@/lib/env";
import { AppError, type Result } from "@/lib/errors";
import { parse } from "@/lib/parse";
import type { Actor } from "@/lib/policy";

/**
 * The body of a server action, the one way for a mutation: same origin, someone signed in, input by `schema`, then `run`,
 * usually a command; answered as by `asResult`.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  run: (actor: Actor, input: z.output<S>) => Promise<T>,
): (input: unknown) => Promise<Result<T>> {
  return (input) => asResult((actor) => run(actor, parse(schema, input)));
}

/**
 * Runs a mutation for whoever is signed in, when the request comes from this site's own pages. Expected failures come back
 * as `Result`. A bug is logged and keeps flying: the caller's promise rejects with a `digest` that names the line in the
 * log, and without the message (Next withholds it from the browser). By itself only for route handlers that take files.
 */
export async function asResult<T>(run: (actor: Actor) => Promise<T>): Promise<Result<T>> {
  try {
    if (!isSameOrigin(await headers(), env().PLUMBLINE_URL)) throw foreign();
    const actor = await requireActor();
    return { ok: true, value: await run(actor) };
  } catch (error) {
    unstable_rethrow(error);
    const expected = isUnreachable(error) ? unreachable() : error;
    if (!(expected instanceof AppError)) throw logged(error);
    const { code, message, details } = expected;
    return { ok: false, error: { code, message, details } };
  }
}

function foreign(): AppError {
  return new AppError(
    "forbidden",
    "This request did not come from Plumbline's own pages, so nothing was changed. Open the desk at its usual address.",
  );
}

function unreachable(): AppError {
  console.error("An action did not reach the database");
  return new AppError(
    "limited",
    "The database cannot be reached right now, so nothing was changed. Try again in a moment.",
  );
}

function logged(error: unknown): Error {
  const digest = randomUUID();
  console.error(`An action failed (${digest})`, error);
  return Object.assign(new Error("Something went wrong on the server.", { cause: error }), { digest });
}
