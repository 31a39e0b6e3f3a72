"use client";

import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { Select } from "@/components/ui/input";
import type { ContributorLine } from "@/lib/contributors/schema";
import { ROLES, type Role } from "@/lib/policy";
import { giveRole } from "./actions";

const NAMES: Record<Role, string> = { admin: "Admin", editor: "Editor", contributor: "Contributor" };

/** Someone's role, changed by choosing another; a refusal puts the old one back and says why. */
export function RoleSelect({ person }: { person: ContributorLine }) {
  const [shown, show] = useOptimistic(person.role);
  const [pending, start] = useTransition();
  const choose = (role: Role) =>
    start(async () => {
      show(role);
      const answer = await attempt(giveRole({ contributorId: person.id, role, version: person.version }));
      if (answer.ok) toast(`${person.name} is now ${NAMES[role].toLowerCase()}`);
      else toast.error(answer.error.message);
    });
  return (
    <Select
      aria-label={`Role of ${person.name}`}
      aria-busy={pending || undefined}
      disabled={person.state === "suspended"}
      value={shown}
      onChange={(event) => {
        if (!pending) choose(event.currentTarget.value as Role);
      }}
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
