"use client";

import { type ReactNode, useRef } from "react";
import type { Autosave } from "@/components/desk/autosave";
import { type Newer, YOU } from "@/components/desk/autosave-state";
import type { FieldView } from "@/components/desk/field-view";
import { Changer, CONFLICT } from "@/components/desk/save-state";
import { WordChanges } from "@/components/desk/word-changes";
import { Button } from "@/components/ui/button";
import type { Choice } from "@/lib/merge/fields";

interface SaveConflictProps<V extends object> {
  autosave: Autosave<V>;
  theirs: Newer<V>;
  at: (keyof V & string)[];
  fields: { [F in keyof V]: FieldView<V[F]> };
}

/** Both versions of every place that two people changed, side by side, each to be decided by itself. */
export function SaveConflict<V extends object>({ autosave, theirs, at, fields }: SaveConflictProps<V>) {
  const region = useRef<HTMLElement>(null);
  const { by } = theirs;
  const who = by === YOU ? "You, in another window," : <bdi>{by ?? "Someone else"}</bdi>;
  const after = (label: string) => requestAnimationFrame(() => goOn(region.current, sheetOf, label));
  const sheet = useRef<Element | null>(null);
  const sheetOf = () => sheet.current;
  const keepSheet = (element: HTMLElement | null) => {
    region.current = element;
    if (element) sheet.current = element.closest("[data-part]");
  };
  const places = at.flatMap((field) => placesOf(autosave, theirs, field, fields[field]));
  return (
    <section
      ref={keepSheet}
      aria-label="Two versions"
      {...{ [CONFLICT]: "" }}
      className="mb-5 rounded-card border border-line bg-desk p-4 font-sans text-base"
    >
      <p>
        <b className="font-semibold">{who} changed the same words while you were writing.</b> Nothing is lost:
        theirs is saved, yours is kept in this browser. Choose what stays. The changes each of you made are
        marked.
      </p>
      {places.map(({ key, label, decide, ...place }) => (
        <Place
          key={key}
          {...place}
          label={label}
          by={by}
          onDecide={(choice) => {
            decide(choice);
            after(label);
          }}
        />
      ))}
    </section>
  );
}

/** The buttons are gone with their place: the next place takes the focus, or the text that was at issue. */
function goOn(region: HTMLElement | null, sheet: () => Element | null, label: string) {
  const next = region?.querySelector<HTMLElement>("button");
  const text = sheet()?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"][contenteditable]`);
  (next ?? text)?.focus();
}

interface PlaceView {
  key: string;
  label: string;
  /** Plain text of each version. */
  base: string;
  mine: string;
  theirs: string;
  /** Each as it looks: for two versions whose words are the same. */
  looks: { mine: ReactNode; theirs: ReactNode };
  isPart: boolean;
}

function placesOf<V extends object, F extends keyof V & string>(
  autosave: Autosave<V>,
  theirs: Newer<V>,
  field: F,
  view: FieldView<V[F]>,
): (PlaceView & { decide(choice: Choice): void })[] {
  const parts = autosave.conflictsIn(field);
  const place = (key: string, values: { base: V[F]; mine: V[F]; theirs: V[F] }, isPart: boolean) => ({
    key,
    label: view.label,
    base: view.text(values.base),
    mine: view.text(values.mine),
    theirs: view.text(values.theirs),
    looks: { mine: view.show(values.mine), theirs: view.show(values.theirs) },
    isPart,
  });
  if (parts) {
    return parts.map((part) => ({
      ...place(`${field} ${part.id}`, part, true),
      decide: (choice) => autosave.decide(field, part.id, choice),
    }));
  }
  const whole = {
    base: autosave.state.saved[field],
    mine: autosave.values[field],
    theirs: theirs.values[field],
  };
  const decide = (choice: Choice) => choice !== "both" && autosave.resolve(field, choice);
  return [{ ...place(field, whole, false), decide }];
}

interface PlaceProps extends Omit<PlaceView, "key"> {
  by: string | null;
  onDecide(choice: Choice): void;
}

function Place({ label, base, mine, theirs, looks, isPart, by, onDecide }: PlaceProps) {
  const onlyLooks = mine === theirs;
  const version = (text: string, look: ReactNode) => {
    if (onlyLooks) return look;
    return text === "" && base === "" ? <i>Empty</i> : <WordChanges before={base} after={text} />;
  };
  const title = by ? (
    <>
      Theirs: <Changer by={by} />
    </>
  ) : (
    "Theirs"
  );
  return (
    <div className="mt-3 border-t border-hair pt-3">
      <h3 className="mb-2 text-sm font-semibold">
        {label}
        {onlyLooks ? (
          <span className="font-normal text-quiet"> · the words are the same, only their form differs</span>
        ) : null}
      </h3>
      <div className="grid gap-3 sm:grid-cols-2">
        <Version title={title}>{version(theirs, looks.theirs)}</Version>
        <Version title="Yours">{version(mine, looks.mine)}</Version>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={() => onDecide("theirs")}>
          Take theirs
        </Button>
        <Button size="sm" variant="primary" onClick={() => onDecide("mine")}>
          Keep mine
        </Button>
        {isPart ? (
          <Button size="sm" onClick={() => onDecide("both")}>
            Keep both
          </Button>
        ) : null}
        <span className="text-xs text-quiet">
          What you choose is saved as a new version; yours stays in this browser if you take theirs.
        </span>
      </div>
    </div>
  );
}

function Version({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 rounded-control border border-hair bg-paper p-3">
      <div className="mb-1.5 text-xs text-quiet">{title}</div>
      <div className="max-h-64 overflow-auto font-serif text-lg [overflow-wrap:anywhere]">{children}</div>
    </div>
  );
}
