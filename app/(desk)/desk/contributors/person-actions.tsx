"use client";

import { Ellipsis } from "lucide-react";
import { useTransition } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { ContributorLine } from "@/lib/contributors/schema";
import { newLink, reinstate, suspend } from "./actions";

interface Props {
  person: ContributorLine;
  self: boolean;
  onLink: (made: { name: string; link: string }) => void;
}

/** What an admin can do to an account besides its role. Suspending can be undone from the message it leaves. */
export function PersonActions({ person, self, onLink }: Props) {
  const [pending, start] = useTransition();
  const { id: contributorId, name } = person;
  const bringBack = () =>
    start(async () => {
      const answer = await attempt(reinstate({ contributorId }));
      if (answer.ok) toast(`${name} can sign in again`);
      else toast.error(answer.error.message);
    });
  const sendAway = () =>
    start(async () => {
      const answer = await attempt(suspend({ contributorId }));
      if (!answer.ok) toast.error(answer.error.message);
      else toast(`${name} is suspended and signed out`, { action: { label: "Undo", onClick: bringBack } });
    });
  const makeLink = () =>
    start(async () => {
      const answer = await attempt(newLink({ contributorId }));
      if (answer.ok) onLink({ name, link: answer.value.link });
      else toast.error(answer.error.message);
    });
  const trigger = (
    <Button variant="quiet" size="sm" pending={pending} aria-label={`More for ${name}`} className="size-9">
      <Ellipsis aria-hidden size={16} />
    </Button>
  );
  if (person.state === "suspended")
    return (
      <Button size="sm" pending={pending} onClick={bringBack} aria-label={`Reinstate ${name}`}>
        Reinstate
      </Button>
    );
  return (
    <Menu trigger={trigger}>
      <MenuItem onSelect={makeLink}>New sign-in link</MenuItem>
      {self ? null : <MenuItem onSelect={sendAway}>Suspend</MenuItem>}
    </Menu>
  );
}
