"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { EntityDetail } from "@/lib/entities/schema";

interface RemoveEntityProps {
  entity: Pick<EntityDetail, "id" | "version" | "name">;
  actions: Pick<EntityActions, "removeEntity" | "restoreEntity">;
}

/** Removes an entity that nothing names; for a moment it can be undone. */
export function RemoveEntity({ entity: { id, version, name }, actions }: RemoveEntityProps) {
  const router = useRouter();
  const isReady = useHydrated();
  const [pending, setPending] = useState(false);
  const undo = async () => {
    const back = await attempt(actions.restoreEntity({ id }));
    if (back.ok) router.push(`/desk/entities/${id}`);
    else toast.error(`It could not be undone. ${back.error.message}`);
  };
  const remove = async () => {
    setPending(true);
    const answer = await attempt(actions.removeEntity({ id, version }));
    setPending(false);
    if (!answer.ok) return void toast.error(answer.error.message);
    router.push("/desk/entities");
    toast(`“${name}” is removed.`, {
      duration: 10_000,
      action: { label: "Undo", onClick: () => void undo() },
    });
  };
  return (
    <div className="rounded-card border border-hair bg-paper px-4 py-3">
      <p className="mb-2 text-sm text-pretty text-quiet">
        No claim has it for its speaker. Where no published story names it either, it can go.
      </p>
      <Button disabled={!isReady} pending={pending} onClick={() => void remove()}>
        Remove this entity
      </Button>
    </div>
  );
}
