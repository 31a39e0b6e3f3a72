"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { DraftChoice, ForecastLine } from "@/lib/forecasts/schema";

interface TakeUpDialogProps {
  /** Open while there is one. */
  forecast: ForecastLine | null;
  /** The next one first; none for those who may not arrange. */
  drafts: DraftChoice[];
  actions: ForecastActions;
  onClose: () => void;
}

/** Begins a story about what became of a forecast: in which issue, or in the backlog. */
export function TakeUpDialog({ forecast, ...rest }: TakeUpDialogProps) {
  if (forecast === null) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || rest.onClose()}
      title="Take it up as a story"
      description="The story follows up the earlier one and opens with the sentence as it was published."
    >
      <TakeUpForm forecast={forecast} {...rest} />
    </Dialog>
  );
}

const BACKLOG = "backlog";

function TakeUpForm({ forecast, drafts, actions, onClose }: TakeUpDialogProps & { forecast: ForecastLine }) {
  const router = useRouter();
  const [where, setWhere] = useState(drafts[0]?.id ?? BACKLOG);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const takeUp = async () => {
    setPending(true);
    const issueId = where === BACKLOG ? null : where;
    const answer = await attempt(actions.takeUpForecast({ claimId: forecast.id, issueId }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.error);
    const { id, made } = answer.value;
    onClose();
    toast(made ? "The story is begun." : "Somebody took it up already.", {
      duration: 10_000,
      action: { label: "Open it", onClick: () => router.push(`/desk/stories/${id}`) },
    });
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void takeUp();
      }}
    >
      <Field label="Where">
        {(control) => (
          <Select {...control} value={where} onChange={(event) => setWhere(event.target.value)}>
            {drafts.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
            <option value={BACKLOG}>Backlog</option>
          </Select>
        )}
      </Field>
      {failure ? <Notice kind="error">{failure.message}</Notice> : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" type="submit" pending={pending}>
          Begin the story
        </Button>
      </DialogActions>
    </form>
  );
}
