import { randomUUID } from "node:crypto";
import type { NextAuthOptions, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import { LIMITED, UNAVAILABLE } from "@/lib/auth/refusals";
import { signInWithPassword } from "@/lib/contributors/account";
import { endSession } from "@/lib/contributors/ended-sessions";
import { redeemLink, type SignedIn } from "@/lib/contributors/links";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

declare module "next-auth" {
  interface Session {
    contributorId: string;
    sessionVersion: number;
    sessionId: string;
  }
  interface User {
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    sessionVersion: number;
    /** Of this one session, so that signing out can end it; missing in cookies from before it existed. */
    sid?: string;
  }
}

const THIRTY_DAYS = 30 * 24 * 60 * 60;

type Headers = Record<string, string | string[] | undefined> | undefined;

// The first address is what the outermost proxy saw. It can be forged where no proxy sets it: the limit per account holds anyway.
function addressOf(headers: Headers): string | undefined {
  const forwarded = headers?.["x-forwarded-for"];
  const list = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  return list?.split(",")[0]?.trim() || undefined;
}

const asUser = (who: SignedIn | null): User | null =>
  who && { id: who.contributorId, sessionVersion: who.sessionVersion };

const password = CredentialsProvider({
  id: "password",
  credentials: { email: {}, password: {} },
  async authorize(typed, request) {
    try {
      return asUser(
        await signInWithPassword(typed?.email ?? "", typed?.password ?? "", addressOf(request.headers)),
      );
    } catch (error) {
      throw new Error(reasonFor(error));
    }
  },
});

function reasonFor(error: unknown): string {
  if (error instanceof AppError && error.code === "limited")
    return `${LIMITED}${(error.details as { seconds: number }).seconds}`;
  console.error("Sign-in failed", error);
  return UNAVAILABLE;
}

const link = CredentialsProvider({
  id: "link",
  credentials: { token: {} },
  async authorize(typed) {
    try {
      return asUser(await redeemLink(typed?.token ?? ""));
    } catch (error) {
      throw new Error(reasonFor(error));
    }
  },
});

/**
 * next-auth's settings. Credentials need signed cookies (strategy "jwt"); they carry the contributor's id, the session's own id
 * and its version and nothing else, and lib/auth/session.ts asks the database on every request whether they still count.
 */
export function authOptions(): NextAuthOptions {
  const site = new URL(env().PLUMBLINE_URL);
  // next-auth makes addresses from this variable, or from the request's Host where it is missing.
  process.env.NEXTAUTH_URL = site.origin;
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [password, link],
    session: { strategy: "jwt", maxAge: THIRTY_DAYS },
    useSecureCookies: site.protocol === "https:",
    pages: { signIn: "/sign-in", signOut: "/desk/account", error: "/sign-in", verifyRequest: "/sign-in" },
    // The cookie of whoever signs out is cleared; a copy of it must be dead too.
    events: { signOut: ({ token }) => endSession(token.sid) },
    callbacks: { jwt: keepTheLeast, session: openSession },
  };
}

function keepTheLeast({ token, user }: { token: JWT; user?: User }): JWT {
  if (user) return { sub: user.id, sessionVersion: user.sessionVersion, sid: randomUUID() };
  return { sub: token.sub, sessionVersion: token.sessionVersion, sid: token.sid };
}

function openSession({ session, token }: { session: Session; token: JWT }): Session {
  return {
    expires: session.expires,
    contributorId: token.sub ?? "",
    sessionVersion: token.sessionVersion,
    sessionId: token.sid ?? "",
  };
}
