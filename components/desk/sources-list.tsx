"use client";

import { Plus } from "lucide-react";
import { memo, useEffect, useRef, useState } from "react";
import { keptSource } from "@/components/desk/kept-source";
import { SortableList } from "@/components/desk/sortable-list";
import { changedWords, SourceForm, type SourceWords } from "@/components/desk/source-form";
import { SourceRow } from "@/components/desk/source-row";
import { useSources } from "@/components/desk/use-sources";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/errors";
import type { SourceLine } from "@/lib/issues/schema";

export interface SourceUndo {
  storyId: string;
  sourceId: string;
  position: number;
}

/** What can be done to a story's sources; each answers as the command of the same name. */
export interface SourceDeeds {
  add(input: { storyId: string } & SourceWords): Promise<Result<SourceLine>>;
  edit(input: { id: string; version: number } & Partial<SourceWords>): Promise<Result<SourceLine>>;
  arrange(input: { storyId: string; base: string[]; sourceIds: string[] }): Promise<Result<unknown>>;
  remove(input: { storyId: string; sourceId: string }): Promise<Result<{ undo: SourceUndo }>>;
  restore(input: SourceUndo): Promise<Result<unknown>>;
}

interface SourcesListProps {
  storyId: string;
  /** Half-filled forms are kept in the browser under this contributor's id. */
  actorId: string;
  lines: SourceLine[];
  can: { write: boolean; editSources: boolean };
  deeds: SourceDeeds;
}

/** The sources under a headline, in the order readers see. They stay as they are when their story gets another number. */
export const SourcesList = memo(Sources, sameSources);

function sameSources(a: SourcesListProps, b: SourcesListProps): boolean {
  const { can, ...others } = a;
  const same = Object.keys(others).every((name) => Object.is(Reflect.get(a, name), Reflect.get(b, name)));
  return same && can.write === b.can.write && can.editSources === b.can.editSources;
}

function Sources({ storyId, actorId, lines: given, can, deeds }: SourcesListProps) {
  const list = useSources(storyId, given, deeds);
  const forms = useForms(`${storyId}:${actorId}`, given);
  const add = async (words: SourceWords) => {
    const answer = await list.inTurn(() => deeds.add({ storyId, ...words }));
    if (answer.ok) list.put(answer.value);
    return answer;
  };
  const edit = (line: SourceLine) => async (words: SourceWords) => {
    const answer = await deeds.edit({ id: line.id, version: line.version, ...changedWords(line, words) });
    if (answer.ok) list.put(answer.value);
    return answer;
  };
  const { adder, returnToAdder } = useReturn();
  const close = (form: string) => () => {
    returnToAdder();
    forms.close(form);
  };
  const place = useRef<HTMLDivElement>(null);
  const remove = (line: SourceLine, next: SourceLine | undefined) => {
    void list.remove(line);
    requestAnimationFrame(() => {
      const row = next && place.current?.querySelector(`[data-sortable="${CSS.escape(next.id)}"]`);
      const target = row?.querySelector<HTMLElement>("a, button") ?? adder.current;
      target?.focus();
    });
  };
  return (
    <div ref={place} data-field="sources" className="mb-5 text-sm text-quiet">
      <SortableList
        ordered
        label="Sources"
        items={list.lines}
        nameOf={(line) => line.title}
        canSort={can.write && list.lines.length > 1}
        onArrange={list.arrange}
      >
        {(line, row) =>
          forms.isOpen(line.id) ? (
            <SourceForm line={line} {...forms.given(line.id)} onSave={edit(line)} onDone={close(line.id)} />
          ) : (
            <SourceRow
              line={line}
              row={row}
              can={can}
              onEdit={() => forms.open(line.id)}
              onRemove={() => remove(line, list.lines[row.place + 1])}
            />
          )
        }
      </SortableList>
      {forms.isOpen("new") ? <SourceForm {...forms.given("new")} onSave={add} onDone={close("new")} /> : null}
      {can.write && !forms.isOpen("new") ? (
        <Button
          ref={adder}
          size="sm"
          variant="quiet"
          className="-ml-2 text-quiet"
          onClick={() => forms.open("new")}
        >
          <Plus aria-hidden size={13} />
          Add a source
        </Button>
      ) : null}
    </div>
  );
}

/** A form takes the focus with it; once the button that adds a source is back, it goes there. */
function useReturn() {
  const adder = useRef<HTMLButtonElement>(null);
  const isReturning = useRef(false);
  useEffect(() => {
    if (!isReturning.current || adder.current === null) return;
    isReturning.current = false;
    adder.current.focus();
  });
  const returnToAdder = () => {
    isReturning.current = true;
  };
  return { adder, returnToAdder };
}

const idsOf = (lines: SourceLine[]) => lines.map(({ id }) => id);

/** Which forms are open: those the person opened, and those in which an earlier visit left something typed. */
function useForms(key: string, lines: SourceLine[]) {
  const [open, setOpen] = useState<{ form: string; byHand: boolean }[]>([]);
  const keptOf = (form: string) => keptSource(key, form, () => window.sessionStorage);
  const looked = useRef(false);
  useEffect(() => {
    // Once, after hydration: the server does not know what this window keeps.
    if (looked.current) return;
    looked.current = true;
    const left = ["new", ...idsOf(lines)].filter(
      (form) => keptSource(key, form, () => window.sessionStorage).read() !== null,
    );
    if (left.length > 0) setOpen(left.map((form) => ({ form, byHand: false })));
  }, [key, lines]);
  const find = (form: string) => open.find((each) => each.form === form);
  return {
    isOpen: (form: string) => find(form) !== undefined,
    open: (form: string) => setOpen((now) => [...now, { form, byHand: true }]),
    close: (form: string) => setOpen((now) => now.filter((each) => each.form !== form)),
    given: (form: string) => ({ kept: keptOf(form), takesFocus: find(form)?.byHand ?? false }),
  };
}
