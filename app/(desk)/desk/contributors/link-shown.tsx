"use client";

import { Button } from "@/components/ui/button";
import { CopyLine } from "@/components/ui/copy-line";
import { DialogActions } from "@/components/ui/dialog";

interface Props {
  link: string;
  /** In words: "seven days". */
  lasts: string;
  onDone: () => void;
}

/** A one-time link, the only time it can be seen. */
export function LinkShown({ link, lasts, onDone }: Props) {
  return (
    <div className="grid gap-3">
      <CopyLine label="One-time link" text={link} />
      <p className="text-quiet">
        It signs in once, within {lasts}. It is shown only now: Plumbline keeps no copy. Whoever has the link
        can use it, so send it by a way you trust.
      </p>
      <DialogActions>
        <Button variant="primary" onClick={onDone}>
          Done
        </Button>
      </DialogActions>
    </div>
  );
}
