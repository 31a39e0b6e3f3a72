"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { ContributorLine } from "@/lib/contributors/schema";
import { LinkShown } from "./link-shown";
import { PersonActions } from "./person-actions";
import { RoleSelect } from "./role-select";

interface Props {
  people: ContributorLine[];
  selfId: string | null;
  manages: boolean;
}

/** The table of people; on a phone each row becomes a small card. */
export function People({ people, selfId, manages }: Props) {
  const [made, setMade] = useState<{ name: string; link: string }>();
  return (
    <>
      <div className="overflow-hidden rounded-card border border-hair bg-paper">
        <table className="w-full max-sm:block">
          <caption className="sr-only">People, their roles and the state of their accounts</caption>
          <thead className="text-left text-xs text-quiet max-sm:sr-only">
            <tr className="*:px-4 *:py-2 *:font-medium">
              <th scope="col">Name</th>
              <th scope="col">Role</th>
              <th scope="col">State</th>
              <th scope="col">Last change</th>
              {manages ? (
                <th scope="col">
                  <span className="sr-only">Actions</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {people.map((person) => (
              <Person
                key={person.id}
                person={person}
                self={person.id === selfId}
                manages={manages}
                onLink={setMade}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Dialog
        title={`A new sign-in link for ${made?.name ?? ""}`}
        open={made !== undefined}
        onOpenChange={(open) => open || setMade(undefined)}
      >
        <LinkShown link={made?.link ?? ""} lasts="24 hours" onDone={() => setMade(undefined)} />
      </Dialog>
    </>
  );
}

interface PersonProps {
  person: ContributorLine;
  self: boolean;
  manages: boolean;
  onLink: (made: { name: string; link: string }) => void;
}

function Person({ person, self, manages, onLink }: PersonProps) {
  return (
    <tr className="border-t border-hair *:px-4 *:py-2.5 max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:items-center max-sm:first:border-t-0 max-sm:*:py-1 max-sm:py-2">
      <th scope="row" className={`min-w-0 text-left font-normal ${manages ? "" : "max-sm:col-span-2"}`}>
        <span className="font-medium [overflow-wrap:anywhere]">{person.name}</span>
        {self ? <span className="ml-1.5 text-xs text-quiet">you</span> : null}
        <span className="block text-sm text-quiet [overflow-wrap:anywhere]">{person.email}</span>
      </th>
      <td className="max-sm:row-start-2">
        {manages ? (
          <RoleSelect person={person} self={self} />
        ) : (
          <span className="capitalize">{person.role}</span>
        )}
      </td>
      <td className="max-sm:col-start-2 max-sm:row-start-2">
        <State state={person.state} />
      </td>
      <td className="text-sm whitespace-nowrap text-quiet tabular-nums max-sm:col-span-2">
        <span className="sm:hidden">Last change: </span>
        <time dateTime={person.changedAt}>{DAY.format(new Date(person.changedAt))}</time>
      </td>
      {manages ? (
        <td className="text-right max-sm:col-start-2 max-sm:row-start-1 max-sm:self-start">
          <PersonActions person={person} self={self} onLink={onLink} />
        </td>
      ) : null}
    </tr>
  );
}

// One zone for server and browser, so that both write the same day.
const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

const STATES = {
  active: { shape: "●", word: "Active", className: "text-good" },
  invited: { shape: "○", word: "Invited", className: "text-quiet" },
  suspended: { shape: "■", word: "Suspended", className: "text-line" },
} as const;

function State({ state }: { state: ContributorLine["state"] }) {
  const { shape, word, className } = STATES[state];
  return (
    <span className={`whitespace-nowrap text-sm ${className}`}>
      <span aria-hidden className="mr-1.5 text-xs">
        {shape}
      </span>
      {word}
    </span>
  );
}
