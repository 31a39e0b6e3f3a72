"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";

interface MoveFormProps {
  onMove(): void;
  onClose(): void;
  children: ReactNode;
}

/** The form of a "Move to…" dialog. */
export function MoveForm({ onMove, onClose, children }: MoveFormProps) {
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onMove();
      }}
    >
      {children}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" type="submit">
          Move
        </Button>
      </DialogActions>
    </form>
  );
}

interface PlaceSelectProps {
  /** What it may go before, in order: an id, and a name as a sentence quotes it. */
  others: { id: string; name: string }[];
  /** Counted from 0. */
  index: number;
  onIndex(index: number): void;
}

/** Which place among the others: before one of them, or last. */
export function PlaceSelect({ others, index, onIndex }: PlaceSelectProps) {
  return (
    <Field label="Place">
      {(props) => (
        <Select {...props} value={index} onChange={(event) => onIndex(Number(event.target.value))}>
          {others.map(({ id, name }, place) => (
            <option key={id} value={place}>
              {`${place + 1}, before ${name}`}
            </option>
          ))}
          <option value={others.length}>{`${others.length + 1}, last`}</option>
        </Select>
      )}
    </Field>
  );
}
