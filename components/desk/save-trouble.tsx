"use client";

import { type ReactNode, useState } from "react";
import type { Autosave } from "@/components/desk/autosave";
import type { Trouble } from "@/components/desk/autosave-state";
import type { FieldView } from "@/components/desk/field-view";
import { SaveConflict } from "@/components/desk/save-conflict";
import { moment, SetAsideNote } from "@/components/desk/set-aside-note";
import { askToSignIn } from "@/components/desk/sign-in-again";
import { Button } from "@/components/ui/button";

interface SaveTroubleProps<V extends object> {
  autosave: Autosave<V>;
  fields: { [F in keyof V]: FieldView<V[F]> };
}

/** What stands between the typed words and the server: what happened, what was kept, what to do. */
export function SaveTrouble<V extends object>({ autosave, fields }: SaveTroubleProps<V>) {
  const { trouble, setAside } = autosave.state;
  return (
    <>
      {autosave.putBack ? <PutBack at={autosave.putBack} /> : null}
      {trouble ? <Explanation autosave={autosave} trouble={trouble} fields={fields} /> : null}
      {setAside.map(({ id, field, value, at, from }) => (
        <SetAsideNote
          key={id}
          view={fields[field]}
          value={value as V[typeof field]}
          at={at}
          from={from}
          onDiscard={() => autosave.discard(id)}
        />
      ))}
    </>
  );
}

function Explanation<V extends object>({
  autosave,
  trouble,
  fields,
}: SaveTroubleProps<V> & { trouble: Trouble<V> }) {
  switch (trouble.kind) {
    case "offline":
      return null;
    case "signed-out":
      return (
        <Banner>
          <p>
            You are signed out. What you typed is kept here, and saved as soon as you have signed in again.
          </p>
          <Button size="sm" variant="primary" onClick={askToSignIn}>
            Sign in
          </Button>
          <Button size="sm" onClick={autosave.retry}>
            Try again
          </Button>
        </Banner>
      );
    case "failed":
      return (
        <Banner>
          <p>{trouble.message} What you typed is kept here; it is saved as soon as this is mended.</p>
          <Button size="sm" onClick={autosave.retry}>
            Try again
          </Button>
        </Banner>
      );
    case "conflict":
      return (
        <SaveConflict
          autosave={autosave}
          theirs={trouble.theirs}
          at={trouble.fields as (keyof V & string)[]}
          fields={fields}
        />
      );
  }
}

function PutBack({ at }: { at: string }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <Banner quiet>
      <p>Words you typed on {moment(at)} had not reached the server. They are back in place.</p>
      <Button size="sm" onClick={() => setOpen(false)}>
        Fine
      </Button>
    </Banner>
  );
}

function Banner({ quiet = false, children }: { quiet?: boolean; children: ReactNode }) {
  return (
    <div
      className={`mb-4 flex flex-wrap items-center gap-3 rounded-card border bg-desk px-4 py-3 font-sans text-base [&>p]:flex-1 [&>p]:basis-64 ${quiet ? "border-hair" : "border-line"}`}
    >
      {children}
    </div>
  );
}
