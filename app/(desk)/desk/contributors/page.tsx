import type { Metadata } from "next";
import { requireDeskActor } from "@/lib/auth/session";
import { listContributors } from "@/lib/contributors/queries";
import { can } from "@/lib/policy";
import { Invite } from "./invite";
import { People } from "./people";

export const metadata: Metadata = { title: "Contributors" };

/** Who works here. Admins invite, change roles and suspend; everyone else reads. */
export default async function Contributors() {
  const actor = await requireDeskActor();
  const people = await listContributors(actor);
  const manages = can(actor, "contributor.manage");
  return (
    <main className="mx-auto max-w-5xl px-4 py-8">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-2xl font-medium">Contributors</h1>
          <p className="mt-1 max-w-prose text-quiet">
            {manages
              ? "People join by a one-time link. A change of role acts on their next click."
              : "Everyone who works on this digest. Admins invite people and change roles."}
          </p>
        </div>
        {can(actor, "contributor.invite") ? <Invite /> : null}
      </div>
      <People people={people} selfId={actor.id} manages={manages} />
      {people.length === 1 && manages ? (
        <p className="mt-4 text-center text-quiet">
          You are the only one here. Invite an editor, and make a second admin in case you lose your way in.
        </p>
      ) : null}
    </main>
  );
}
