"use client";

import { useTransition } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { leaveEverywhere } from "./actions";

/** Ends every session of one's own: for a lost laptop, or a strange computer. */
export function LeaveEverywhere() {
  const [pending, start] = useTransition();
  const leave = () =>
    start(async () => {
      const answer = await attempt(leaveEverywhere(undefined));
      if (answer.ok) window.location.assign("/sign-in");
      else toast.error(answer.error.message);
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-48 flex-1 text-quiet">Signs you out here and on every other device at once.</p>
      <Button pending={pending} onClick={leave}>
        Sign out everywhere
      </Button>
    </div>
  );
}
