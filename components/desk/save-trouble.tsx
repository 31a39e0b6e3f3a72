"use client";

import { type ReactNode, useState } from "react";
import type { Autosave } from "@/components/desk/autosave";
import { type Trouble, YOU } from "@/components/desk/autosave-state";
import { Changer } from "@/components/desk/save-state";
import { Button } from "@/components/ui/button";

export interface FieldView<V> {
  /** "Headline", "Text". */
  label: string;
  show(value: V): ReactNode;
  /** What "Copy" puts on the clipboard. */
  text(value: V): string;
}

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
      {setAside.map(({ id, field, value, at }) => (
        <Aside
          key={id}
          view={fields[field]}
          value={value as V[typeof field]}
          at={at}
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
            You are signed out. What you typed is kept here.{" "}
            <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
              Sign in in a new tab
            </a>
            , then come back: it is saved then.
          </p>
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
      return <Conflict autosave={autosave} trouble={trouble} fields={fields} />;
  }
}

type ConflictTrouble<V> = Extract<Trouble<V>, { kind: "conflict" }>;

function Conflict<V extends object>({
  autosave,
  trouble,
  fields,
}: SaveTroubleProps<V> & { trouble: ConflictTrouble<V> }) {
  const { by } = trouble.theirs;
  const who = by === YOU ? "You, in another window," : <bdi>{by ?? "Someone else"}</bdi>;
  return (
    <section
      aria-label="Two versions"
      className="mb-5 rounded-card border border-line bg-desk p-4 font-sans text-base"
    >
      <p className="mb-3">
        <b className="font-semibold">{who} changed this while you were writing.</b> Both versions are here.
        Choose for each part which one stays. Where you take theirs, yours is kept in this browser until you
        discard it.
      </p>
      {(trouble.fields as (keyof V & string)[]).map((field) => (
        <div key={field} className="mt-3 border-t border-hair pt-3">
          <p className="mb-2 text-sm font-semibold">{fields[field].label}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            <Version
              title={
                by ? (
                  <>
                    Theirs: <Changer by={by} />
                  </>
                ) : (
                  "Theirs"
                )
              }
            >
              {fields[field].show(trouble.theirs.values[field])}
            </Version>
            <Version title="Yours">{fields[field].show(autosave.values[field])}</Version>
          </div>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => autosave.resolve(field, "theirs")}>
              Take theirs
            </Button>
            <Button size="sm" variant="primary" onClick={() => autosave.resolve(field, "mine")}>
              Keep mine
            </Button>
            <span className="self-center text-xs text-quiet">
              Keeping yours saves it over theirs as a new version.
            </span>
          </div>
        </div>
      ))}
    </section>
  );
}

function Version({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-control border border-hair bg-paper p-3">
      <div className="mb-1.5 text-xs text-quiet">{title}</div>
      <div className="max-h-64 overflow-auto font-serif text-lg">{children}</div>
    </div>
  );
}

interface AsideProps<T> {
  view: FieldView<T> | undefined;
  value: T;
  at: string;
  onDiscard(): void;
}

/** What the writer gave up in a conflict. A field that there is no longer has nothing to be shown by. */
function Aside<T>({ view, value, at, onDiscard }: AsideProps<T>) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    view &&
    navigator.clipboard.writeText(view.text(value)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  if (!view) return null;
  return (
    <details className="mb-4 rounded-card border border-hair bg-desk px-4 py-2.5 font-sans text-base">
      <summary className="text-sm font-medium">Your version of “{view.label}”, set aside</summary>
      <div className="mt-2 max-h-64 overflow-auto rounded-control border border-hair bg-paper p-3 font-serif text-lg">
        {view.show(value)}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDiscard}>
          Discard
        </Button>
        <span className="text-xs text-quiet">
          Set aside on {moment(at)}; kept in this browser until you discard it.
        </span>
      </div>
    </details>
  );
}

const moment = (at: string) =>
  new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });

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
      className={`mb-4 flex flex-wrap items-center justify-between gap-3 rounded-card border bg-desk px-4 py-3 font-sans text-base [&>p]:flex-1 [&>p]:basis-64 ${quiet ? "border-hair" : "border-line"}`}
    >
      {children}
    </div>
  );
}
