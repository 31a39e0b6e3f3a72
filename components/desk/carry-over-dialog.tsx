"use client";

import { useState } from "react";
import { nameOfSection, subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { SectionDraft } from "@/lib/issues/schema";

interface CarryOverDialogProps {
  open: boolean;
  sections: SectionDraft[];
  onCarry: (storyIds: string[]) => Promise<void>;
  onClose: () => void;
}

/** Chooses the stories that next week gets; those nobody has approved yet are marked to begin with. */
export function CarryOverDialog({ open, ...rest }: CarryOverDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || rest.onClose()}
      title="Carry over to next week"
      description="They go to the next unpublished issue, into the section of the same title. If there is none yet, it is begun."
    >
      <Choice {...rest} />
    </Dialog>
  );
}

function Choice({ sections, onCarry, onClose }: Omit<CarryOverDialogProps, "open">) {
  const stories = sections.flatMap((section) => section.stories);
  const [chosen, setChosen] = useState(
    () => new Set(stories.filter((story) => story.workflowState !== "approved").map((story) => story.id)),
  );
  const [pending, setPending] = useState(false);
  const toggle = (id: string) => setChosen((held) => held.symmetricDifference(new Set([id])));
  const ids = stories.map((story) => story.id).filter((id) => chosen.has(id));
  const carry = async () => {
    setPending(true);
    await onCarry(ids);
    setPending(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void carry();
      }}
    >
      <div className="grid max-h-[50dvh] gap-4 overflow-y-auto">
        {sections
          .filter((section) => section.stories.length > 0)
          .map((section) => (
            <fieldset key={section.id}>
              <legend className="text-xs text-quiet">{nameOfSection(section.title)}</legend>
              {section.stories.map((story) => (
                <label
                  key={story.id}
                  className="flex min-h-9 items-center gap-2.5 border-t border-hair text-sm first-of-type:border-t-0"
                >
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-(--color-ink)"
                    checked={chosen.has(story.id)}
                    onChange={() => toggle(story.id)}
                  />
                  <span className="min-w-0 flex-1 truncate">{subjectOf(story.headline)}</span>
                  {story.workflowState === "approved" ? (
                    <span className="text-xs text-good">Approved</span>
                  ) : null}
                </label>
              ))}
            </fieldset>
          ))}
      </div>
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" type="submit" pending={pending} disabled={ids.length === 0}>
          {ids.length === 1 ? "Carry over 1 story" : `Carry over ${ids.length} stories`}
        </Button>
      </DialogActions>
    </form>
  );
}
