"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { OutcomeChoice } from "@/components/desk/forecasts/outcome-choice";
import { SettlingEvidence } from "@/components/desk/forecasts/settling-evidence";
import { placeOfTask } from "@/components/desk/tasks/task-focus";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ForecastLine, Settled, SettlingPassage } from "@/lib/forecasts/schema";

interface ResolveDialogProps {
  /** Open while there is one. */
  forecast: ForecastLine | null;
  /** ISO, UTC. */
  today: string;
  actions: ForecastActions;
  onClose: () => void;
  /** It was settled; `place` is where it stood among the tasks. */
  onSettled: (place: number) => void;
}

/** Says how a forecast came out: the outcome, a sentence and a day that readers see, and the passages that settle it. */
export function ResolveDialog({ forecast, ...rest }: ResolveDialogProps) {
  if (forecast === null) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || rest.onClose()}
      title={forecast.kind === "commitment" ? "Was it kept?" : "How did it come out?"}
      description={forecast.text}
    >
      <ResolveForm forecast={forecast} {...rest} />
    </Dialog>
  );
}

type FormProps = ResolveDialogProps & { forecast: ForecastLine };

const UNSAID: Failure = {
  code: "invalid",
  message: "Say how it came out.",
  details: { fieldErrors: { outcome: ["Say how it came out."] } },
};

/** What is typed, and how it is sent. */
function useResolving({ forecast, today, actions, onSettled }: FormProps) {
  const [outcome, setOutcome] = useState<Settled | null>(null);
  const [resolution, setResolution] = useState("");
  const [resolvedOn, setResolvedOn] = useState(today);
  const [passages, setPassages] = useState<SettlingPassage[]>([]);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | undefined>();
  const send = async () => {
    if (outcome === null) return setFailure(UNSAID);
    setPending(true);
    const { id, version } = forecast;
    const words = { resolution, resolvedOn };
    const found = passages.map(({ snapshotId, start, end }) => ({ snapshotId, start, end }));
    const place = placeOfTask(id);
    const answer = await attempt(
      actions.resolveForecast({ id, version, outcome, ...words, passages: found }),
    );
    setPending(false);
    if (!answer.ok) return setFailure(answer.error);
    onSettled(place);
    const undo = async () => {
      const undone = await attempt(actions.reopenForecast({ id, version: answer.value.version }));
      if (!undone.ok) toast.error(`It could not be undone. ${undone.error.message}`);
    };
    toast("Settled. Readers see it now.", {
      duration: 10_000,
      action: { label: "Undo", onClick: () => void undo() },
    });
  };
  return {
    outcome,
    setOutcome,
    resolution,
    setResolution,
    resolvedOn,
    setResolvedOn,
    passages,
    setPassages,
    pending,
    failure,
    send,
  };
}

function ResolveForm(props: FormProps) {
  const { forecast, today, actions, onClose } = props;
  const form = useResolving(props);
  const { failure } = form;
  const trouble = formError(failure);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.pending) void form.send();
      }}
    >
      {forecast.criteria ? (
        <p className="text-sm text-pretty">
          <span className="text-quiet">It counts as settled so: </span>
          {forecast.criteria}
        </p>
      ) : null}
      <OutcomeChoice
        kind={forecast.kind}
        chosen={form.outcome}
        onChoose={form.setOutcome}
        error={fieldError(failure, "outcome")}
      />
      <Field
        label="What happened"
        hint="A sentence; readers see it beside the forecast."
        error={fieldError(failure, "resolution")}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={form.resolution}
            onChange={(event) => form.setResolution(event.target.value)}
          />
        )}
      </Field>
      <Field label="On which day" error={fieldError(failure, "resolvedOn")}>
        {(control) => (
          <Input
            {...control}
            type="date"
            max={today}
            className="max-w-44"
            value={form.resolvedOn}
            onChange={(event) => form.setResolvedOn(event.target.value)}
          />
        )}
      </Field>
      <SettlingEvidence
        forecast={forecast}
        passages={form.passages}
        onChange={form.setPassages}
        actions={actions}
      />
      {trouble ? <Notice kind="error">{trouble}</Notice> : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" type="submit" pending={form.pending}>
          Settle it
        </Button>
      </DialogActions>
    </form>
  );
}
