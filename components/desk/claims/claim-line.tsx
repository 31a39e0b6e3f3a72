"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { type KeptText, keptText } from "@/components/desk/kept-text";
import { Button } from "@/components/ui/button";
import { Input, TextArea } from "@/components/ui/input";

/** A label and its field, side by side. */
export function Row({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-3">
      <label htmlFor={id} className="text-quiet">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** The line is not left for a button: that would save it. */
const stay = (event: MouseEvent) => event.preventDefault();

interface ClaimLineProps {
  label: string;
  value: string;
  /** "lines": several, in which Enter begins a new one. */
  type?: "text" | "date" | "lines";
  /** What is likely to be typed. */
  suggestions?: readonly string[];
  inputMode?: "decimal";
  /** What the field is of, and whose: what could not be saved outlasts a reload under it. */
  keptAs: string;
  /** Stands there while nothing else does, to be taken with Enter or typed over; leaving the line does not take it. */
  offered?: string | null;
  /** With Escape; what was typed is given up with it. */
  onGiveUp?: (() => void) | undefined;
  /** Answers whether it was kept. */
  onKeep(value: string): Promise<boolean>;
}

/** One line, kept when it is left or with Enter. What could not be kept stays in it and says so, until it is kept or given up. */
export function ClaimLine({ label, value, type = "text", suggestions = [], ...props }: ClaimLineProps) {
  const { typed, setTyped, isUnsaved, leave, discard } = useLine(value, props);
  const offered = typed === null && value === "" ? props.offered : null;
  const field = useSelectedOffer(offered);
  const noteId = useId();
  const listId = useId();
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && type !== "lines") {
      if (offered) setTyped(offered);
      leave();
    }
    if (event.key === "Escape" && props.onGiveUp) {
      event.stopPropagation();
      discard();
      props.onGiveUp();
    }
  };
  const given = {
    value: typed ?? offered ?? value,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onBlur: leave,
    onKeyDown: keys,
    "aria-invalid": isUnsaved || undefined,
    "aria-describedby": isUnsaved ? noteId : undefined,
    className: "min-h-8 text-sm",
  };
  return (
    <Row label={label}>
      {(id) => (
        <div>
          {type === "lines" ? (
            <TextArea id={id} rows={2} {...given} />
          ) : (
            <Input
              ref={field}
              id={id}
              type={type}
              inputMode={props.inputMode}
              list={suggestions.length > 0 ? listId : undefined}
              autoComplete="off"
              {...given}
            />
          )}
          {suggestions.length > 0 ? (
            <datalist id={listId}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          ) : null}
          {isUnsaved ? <NotSaved id={noteId} onAgain={leave} onDiscard={discard} /> : null}
        </div>
      )}
    </Row>
  );
}

interface NotSavedProps {
  id: string;
  onAgain: () => void;
  onDiscard: () => void;
}

function NotSaved({ id, onAgain, onDiscard }: NotSavedProps) {
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 text-line">
      <span id={id}>
        <span aria-hidden>▲ </span>Not saved
      </span>
      <span className="flex gap-1">
        <Button size="sm" variant="quiet" onMouseDown={stay} onClick={onAgain}>
          Try again
        </Button>
        <Button size="sm" variant="quiet" onMouseDown={stay} onClick={onDiscard}>
          Discard
        </Button>
      </span>
    </p>
  );
}

/** What is offered to somebody who is in the line already is selected, so that they type over it. */
function useSelectedOffer(offered: string | null | undefined) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (offered && document.activeElement === field.current) field.current?.select();
  }, [offered]);
  return field;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Where a line keeps what the server did not take; only in a browser. */
function keptLine(name: string): KeptText<string> {
  return keptText(`claim-line ${name}`, isText, () => window.localStorage);
}

/** What is typed over a value; one save at a time, and what is typed during one is kept by the next. */
function useLine(value: string, { keptAs, onKeep }: Pick<ClaimLineProps, "keptAs" | "onKeep">) {
  const [kept] = useState(() => keptLine(keptAs));
  const [typed, setTyped] = useState<string | null>(() => kept.read());
  const [isLeft, setLeft] = useState(false);
  const [isSending, setSending] = useState(false);
  const [hasFailed, setFailed] = useState(typed !== null);
  const isUnsaved = hasFailed && typed !== null && typed.trim() !== value;
  const keep = async (sent: string) => {
    setSending(true);
    const isKept = sent.trim() === value || (await onKeep(sent.trim()).catch(() => false));
    setSending(false);
    setFailed(!isKept);
    kept.write(isKept ? null : sent);
    if (isKept) setTyped((now) => (now === sent ? null : now));
  };
  // After the render that a save brings: the next one goes out with the version which that made.
  useEffect(() => {
    if (!isLeft || isSending) return;
    setLeft(false);
    if (typed !== null) void keep(typed);
  });
  const discard = () => {
    kept.write(null);
    setTyped(null);
    setFailed(false);
  };
  // It was kept after all, with another field.
  const isKeptNow = hasFailed && !isUnsaved;
  useEffect(() => {
    if (!isKeptNow) return;
    kept.write(null);
    setTyped(null);
    setFailed(false);
  }, [isKeptNow, kept]);
  return { typed, setTyped, isUnsaved, leave: () => setLeft(true), discard };
}
