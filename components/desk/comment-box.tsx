"use client";

import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from "react";
import { candidates, mentionAt } from "@/components/desk/mentions";
import { useThreadsRoom } from "@/components/desk/threads-room";
import type { Person } from "@/lib/threads/schema";

interface CommentBoxProps {
  label: string;
  value: string;
  onChange(value: string): void;
  /** Ctrl or ⌘ with Enter. */
  onSend?(): void;
  onEscape?(): void;
  /** Words for the story: set as such, and nobody is mentioned in them. */
  plain?: boolean;
  placeholder?: string;
  ref?: Ref<{ focus(): void }>;
}

const BOX =
  "col-start-1 row-start-1 min-h-9 w-full min-w-0 rounded-control border px-2.5 py-1.5 text-base whitespace-pre-wrap [overflow-wrap:anywhere] max-sm:text-[1rem]";

/** A box for a comment that grows with its words; "@" offers the names of those who work here. */
export function CommentBox(props: CommentBoxProps) {
  const { label, value, onChange, onSend, onEscape, placeholder, plain = false, ref } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(field, value, onChange, !plain);
  const list = useId();
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), []);
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || mention.keys(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && onSend) {
      event.preventDefault();
      onSend();
    } else if (event.key === "Escape" && onEscape) {
      event.stopPropagation();
      onEscape();
    }
  };
  const { open, people, index } = mention;
  return (
    <div className="relative">
      <div className="grid grid-cols-[minmax(0,1fr)]">
        <textarea
          ref={field}
          aria-label={label}
          {...(plain ? {} : mentioning(open, list, index))}
          rows={1}
          placeholder={placeholder}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            mention.look(event.target);
          }}
          onSelect={(event) => mention.look(event.currentTarget)}
          onBlur={mention.close}
          onKeyDown={keys}
          className={`${BOX} ${plain ? "font-serif" : ""} resize-none overflow-hidden border-edge bg-paper text-ink placeholder:text-quiet hover:border-ink focus-visible:outline-offset-0`}
        />
        <span aria-hidden className={`${BOX} ${plain ? "font-serif" : ""} invisible border-transparent`}>
          {value}{" "}
        </span>
      </div>
      <span role="status" className="sr-only">
        {open ? `${people.length} to mention: arrows choose, Enter takes.` : ""}
      </span>
      {open ? <People id={list} people={people} index={index} onPick={mention.pick} /> : null}
    </div>
  );
}

/** The field over the list of names. A field of several lines is no combobox; who hears it is told of the names instead. */
function mentioning(open: boolean, list: string, index: number) {
  const shown = open ? { "aria-controls": list, "aria-activedescendant": `${list}-${index}` } : {};
  return { "aria-autocomplete": "list", "aria-haspopup": "listbox", ...shown } as const;
}

interface PeopleProps {
  id: string;
  people: Person[];
  index: number;
  onPick(person: Person): void;
}

function People({ id, people, index, onPick }: PeopleProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="People to mention"
      className="absolute inset-x-0 top-full z-40 mt-1 rounded-card border border-hair bg-paper p-1 shadow-lift"
    >
      {people.map((person, at) => (
        // The field keeps the focus and has the keys (aria-activedescendant).
        <div
          key={person.id}
          id={`${id}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === index}
          onMouseDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
          className="flex min-h-8 cursor-pointer items-center rounded-control px-2.5 text-sm hover:bg-wash aria-selected:bg-wash"
        >
          <bdi className="truncate">{person.name}</bdi>
        </div>
      ))}
    </div>
  );
}

function useMention(
  field: { readonly current: HTMLTextAreaElement | null },
  value: string,
  onChange: (value: string) => void,
  wanted: boolean,
) {
  const room = useThreadsRoom();
  const [people, setPeople] = useState<Person[]>([]);
  const [at, setAt] = useState<{ start: number; query: string } | null>(null);
  const [index, setIndex] = useState(0);
  const fitting = at ? candidates(at.query, people) : [];
  const open = fitting.length > 0;
  const look = ({ value: text, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
    const found = wanted && selectionStart === selectionEnd ? mentionAt(text, selectionStart) : null;
    if (found && people.length === 0) void room?.people().then(setPeople);
    if (found?.start !== at?.start || found?.query !== at?.query) {
      setAt(found);
      setIndex(0);
    }
  };
  const close = () => setAt(null);
  const pick = ({ name }: Person) => {
    if (!at) return;
    const end = at.start + 1 + at.query.length;
    const before = `${value.slice(0, at.start)}@${name} `;
    onChange(before + value.slice(end).replace(/^ /, ""));
    close();
    // The caret stands after the name once the field shows it.
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length));
  };
  const keys = (event: KeyboardEvent): boolean => {
    const chosen = fitting[index];
    if (!open || !chosen || event.ctrlKey || event.metaKey) return false;
    if (event.key === "ArrowDown") setIndex((index + 1) % fitting.length);
    else if (event.key === "ArrowUp") setIndex((index + fitting.length - 1) % fitting.length);
    else if (event.key === "Enter" || event.key === "Tab") pick(chosen);
    else if (event.key === "Escape") close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { open, people: fitting, index, look, close, pick, keys };
}
