"use client";

import { useState } from "react";
import { MoveForm, PlaceSelect } from "@/components/desk/move-form";
import type { Move } from "@/components/desk/running-order-moves";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import { callSection, nameOfSection } from "@/components/desk/running-order-words";
import { Dialog } from "@/components/ui/dialog";

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
    <MoveForm onMove={() => onMove(index)} onClose={onClose}>
      <PlaceSelect
        others={others.map(({ id, title }) => ({ id, name: quoted(title) }))}
        index={index}
        onIndex={setIndex}
      />
    </MoveForm>
  );
}

function quoted(title: string): string {
  return title.trim() ? `“${title.trim()}”` : nameOfSection(title);
}
