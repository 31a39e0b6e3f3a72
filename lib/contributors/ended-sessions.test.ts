import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { authOptions } from "@/lib/auth/options";
import { findActor } from "@/lib/contributors/queries";
import { db } from "@/lib/db";
import { makeContributor } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

it("signing out ends that session, however its cookie was copied, and no other", async () => {
  process.env.PLUMBLINE_URL = "https://digest.example";
  process.env.NEXTAUTH_SECRET = "a secret of more than thirty-two characters";
  const { id } = await makeContributor(db());
  const { callbacks, events } = authOptions();
  const user = { id, sessionVersion: 1 };
  const signIn = async () => await callbacks?.jwt?.({ token: { sessionVersion: 1 }, user, account: null });
  const [here, elsewhere] = [await signIn(), await signIn()];
  const actorOf = (token: typeof here) => findActor(id, 1, token?.sid ?? "");
  expect(await actorOf(here)).toMatchObject({ id });
  for (let again = 0; again < 2; again++)
    await events?.signOut?.({
      token: here ?? { sessionVersion: 1 },
      session: { expires: "", contributorId: id, sessionVersion: 1, sessionId: "" },
    });
  // As next-auth does when it is asked to extend the copied cookie.
  const copy = here && (await callbacks?.jwt?.({ token: here, user: undefined as never, account: null }));
  expect(await actorOf(copy)).toBeNull();
  expect(await actorOf(elsewhere)).toMatchObject({ id });
});

it("a session without an id, or with a broken one, is nobody's", async () => {
  const { id } = await makeContributor(db());
  expect(await findActor(id, 1, "")).toBeNull();
  expect(await findActor(id, 1, "x")).toBeNull();
  expect(await findActor(id, 1, randomUUID())).toMatchObject({ id });
});
