"use client";

import { useRef } from "react";
import { fieldError, formError } from "@/components/desk/attempt";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { OutcomeChoice } from "@/components/desk/forecasts/outcome-choice";
import type { BegunEvidence } from "@/components/desk/forecasts/passage-finder";
import { SettlingEvidence } from "@/components/desk/forecasts/settling-evidence";
import { useResolving } from "@/components/desk/forecasts/use-resolving";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, TextArea } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ForecastLine } from "@/lib/forecasts/schema";

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

function ResolveForm(props: FormProps) {
  const { forecast, today, actions, onClose } = props;
  const form = useResolving(props);
  const begun = useRef<BegunEvidence>(null);
  const { failure } = form;
  const trouble = formError(failure);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!begun.current?.keepsBack()) void form.send();
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
        onChoose={form.choose}
        error={fieldError(failure, "outcome")}
      />
      <WhatHappened kind={forecast.kind} today={today} form={form} />
      <SettlingEvidence
        begun={begun}
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

interface WhatHappenedProps {
  kind: ForecastLine["kind"];
  today: string;
  form: Pick<ReturnType<typeof useResolving>, "failure" | "words" | "setWords">;
}

/** The sentence and the day that readers see. */
function WhatHappened({ kind, today, form: { failure, words, setWords } }: WhatHappenedProps) {
  return (
    <>
      <Field
        label="What happened"
        hint={`A sentence; readers see it beside the ${kind}.`}
        error={fieldError(failure, "resolution")}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={2}
            value={words.resolution}
            onChange={(event) => setWords({ ...words, resolution: event.target.value })}
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
            value={words.resolvedOn}
            onChange={(event) => setWords({ ...words, resolvedOn: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
