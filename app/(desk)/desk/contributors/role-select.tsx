"use client";

import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { Select } from "@/components/ui/input";
import type { ContributorLine } from "@/lib/contributors/schema";
import { ROLES, type Role } from "@/lib/policy";
import { giveRole } from "./actions";

const NAMES: Record<Role, string> = { admin: "Admin", editor: "Editor", contributor: "Contributor" };
const WITH_ARTICLE: Record<Role, string> = {
  admin: "an admin",
  editor: "an editor",
  contributor: "a contributor",
};

/**
 * Someone's role, changed by choosing another; a refusal puts the old one back and says why. The change can be undone from the
 * message it leaves, except one's own: who is no admin any more cannot make one.
 */
export function RoleSelect({ person, self }: { person: ContributorLine; self: boolean }) {
  const [shown, show] = useOptimistic(person.role);
  const [pending, start] = useTransition();
  const give = (role: Role, version: number, before: Role | null) =>
    start(async () => {
      show(role);
      const answer = await attempt(giveRole({ contributorId: person.id, role, version }));
      if (!answer.ok) return void toast.error(answer.error.message);
      const undo = before && {
        label: "Undo",
        onClick: () => give(before, answer.value.version, null),
      };
      toast(`${person.name} is now ${WITH_ARTICLE[role]}`, undo ? { action: undo } : undefined);
    });
  const choose = (role: Role) => {
    if (!pending && role !== person.role) give(role, person.version, self ? null : person.role);
  };
  return (
    <Select
      aria-label={`Role of ${person.name}`}
      aria-busy={pending || undefined}
      disabled={person.state === "suspended"}
      value={shown}
      onChange={(event) => choose(event.currentTarget.value as Role)}
      className="w-36"
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {NAMES[role]}
        </option>
      ))}
    </Select>
  );
}
