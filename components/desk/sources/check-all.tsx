"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Result } from "@/lib/errors";

interface CheckAllProps {
  /** How many sources are being read. */
  reading: number;
  checkAllSources(input: Record<string, never>): Promise<Result<{ asked: number }>>;
}

const sources = (count: number) => (count === 1 ? "1 source" : `${count.toLocaleString("en")} sources`);

/** Asks for a look at everything that is cited, and says how much of it is still to be read. */
export function CheckAll({ reading, checkAllSources }: CheckAllProps) {
  const [pending, setPending] = useState(false);
  const isReady = useHydrated();
  const check = async () => {
    setPending(true);
    const answer = await attempt(checkAllSources({}));
    setPending(false);
    if (!answer.ok) return void toast.error(`The check was not begun. ${answer.error.message}`);
    const { asked } = answer.value;
    toast(
      asked === 0 ? "No story cites a source yet." : `${sources(asked)} to check, each site in its turn.`,
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <p role="status" className="text-sm text-quiet">
        {reading > 0 ? `${sources(reading)} being read` : ""}
      </p>
      <Button pending={pending} disabled={!isReady} onClick={() => void check()}>
        Check all now
      </Button>
    </div>
  );
}
