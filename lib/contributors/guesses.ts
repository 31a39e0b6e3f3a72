import { createHash } from "node:crypto";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { limitedSentence } from "@/lib/contributors/schema";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Wrong passwords allowed, by account and by address. The second row makes patience no way around the first. */
const LIMITS = [
  { scope: "account", points: 5, seconds: 15 * MINUTE },
  { scope: "account", points: 20, seconds: DAY },
  { scope: "address", points: 5, seconds: 15 * MINUTE },
  { scope: "address", points: 60, seconds: DAY },
] as const;

type Scope = (typeof LIMITS)[number]["scope"];

/** Who guesses at what: a canonical e-mail address (of an account or of none), and the network address if known. */
export interface Guess {
  account: string;
  address?: string | undefined;
}

let limiters: { scope: Scope; limiter: RateLimiterPrisma }[] | undefined;

// One per process: each sweeps expired rows by a timer of its own.
function all() {
  limiters ??= LIMITS.map(({ scope, points, seconds }) => ({
    scope,
    limiter: new RateLimiterPrisma({
      storeClient: db(),
      tableName: "rateLimit",
      keyPrefix: `password-${scope}-${seconds}`,
      points,
      duration: seconds,
    }),
  }));
  return limiters;
}

// Hashed: the table says nothing about who works here, and a key has a bounded length.
const keyOf = (value: string) => createHash("sha256").update(value).digest("base64url");

function keysOf(guess: Guess) {
  return all().flatMap(({ scope, limiter }) => {
    const value = guess[scope];
    return value ? [{ scope, limiter, key: keyOf(value) }] : [];
  });
}

/**
 * Counts a guess before it is evaluated, so that parallel guesses cannot slip through together.
 * Throws AppError "limited" with `details.seconds` to wait; the guess must then not be evaluated.
 */
export async function countGuess(guess: Guess): Promise<void> {
  for (const { limiter, key } of keysOf(guess)) {
    try {
      await limiter.consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw limited(Math.ceil(refusal.msBeforeNext / 1000));
    }
  }
}

/** After a right password: the account's count starts again, and the address gets its guess back. */
export async function forgiveGuess(guess: Guess): Promise<void> {
  for (const { scope, limiter, key } of keysOf(guess)) {
    if (scope === "account") await limiter.delete(key);
    else await limiter.reward(key, 1);
  }
}

function limited(seconds: number): AppError {
  return new AppError("limited", limitedSentence(seconds), { seconds });
}
