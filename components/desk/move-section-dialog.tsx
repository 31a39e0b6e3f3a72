"use client";

import { useState } from "react";
import type { Move } from "@/components/desk/running-order-moves";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import { callSection, nameOfSection } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";

interface MoveSectionDialogProps {
  sections: OutlineSection[];
  /** The section to move; the dialog is open while there is one. */
  sectionId: string | null;
  onMove: (move: Move) => void;
  onClose: () => void;
}

/** Moving a section, its stories with it, without dragging: before which other one, or to the end. */
export function MoveSectionDialog({ sections, sectionId, onMove, onClose }: MoveSectionDialogProps) {
  const home = sections.findIndex((section) => section.id === sectionId);
  if (sectionId === null || home === -1) return null;
  const name = callSection(sections, sectionId);
  return (
    <Dialog
      open
      title={`Move ${name.charAt(0).toLowerCase()}${name.slice(1)}`}
      description="Its stories go with it."
      onOpenChange={(open) => open || onClose()}
    >
      <PlaceForm
        others={sections.filter((section) => section.id !== sectionId)}
        home={home}
        onMove={(toIndex) => {
          onMove({ kind: "section", sectionId, toIndex });
          onClose();
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface PlaceFormProps {
  others: OutlineSection[];
  home: number;
  onMove: (index: number) => void;
  onClose: () => void;
}

function PlaceForm({ others, home, onMove, onClose }: PlaceFormProps) {
  const [index, setIndex] = useState(home);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onMove(index);
      }}
    >
      <Field label="Place">
        {(props) => (
          <Select {...props} value={index} onChange={(event) => setIndex(Number(event.target.value))}>
            {others.map((section, place) => (
              <option key={section.id} value={place}>
                {`${place + 1}, before ${quoted(section.title)}`}
              </option>
            ))}
            <option value={others.length}>{`${others.length + 1}, last`}</option>
          </Select>
        )}
      </Field>
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

function quoted(title: string): string {
  return title.trim() ? `“${title.trim()}”` : nameOfSection(title);
}
