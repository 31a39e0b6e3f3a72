"use client";

import { useState } from "react";
import { MoveForm, PlaceSelect } from "@/components/desk/move-form";
import type { Move } from "@/components/desk/running-order-moves";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import { nameOfSection, subjectOf } from "@/components/desk/running-order-words";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";

interface MoveStoryDialogProps {
  sections: OutlineSection[];
  /** The story to move; the dialog is open while there is one. */
  storyId: string | null;
  onMove: (move: Move) => void;
  onClose: () => void;
}

/** Moving a story without dragging: which section, which place in it. */
export function MoveStoryDialog({ sections, storyId, onMove, onClose }: MoveStoryDialogProps) {
  const story = sections.flatMap((section) => section.stories).find((each) => each.id === storyId);
  if (!story || storyId === null) return null;
  return (
    <Dialog open title={`Move “${subjectOf(story.headline)}”`} onOpenChange={(open) => open || onClose()}>
      <PlaceForm
        sections={sections}
        storyId={storyId}
        onMove={(toSectionId, toIndex) => {
          onMove({ kind: "story", storyId, toSectionId, toIndex });
          onClose();
        }}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface PlaceFormProps {
  sections: OutlineSection[];
  storyId: string;
  onMove: (sectionId: string, index: number) => void;
  onClose: () => void;
}

function PlaceForm({ sections, storyId, onMove, onClose }: PlaceFormProps) {
  const home = sections.find((section) => section.stories.some((story) => story.id === storyId));
  const [sectionId, setSectionId] = useState(home?.id ?? "");
  const section = sections.find((candidate) => candidate.id === sectionId);
  const others = section?.stories.filter((story) => story.id !== storyId) ?? [];
  const [index, setIndex] = useState(home?.stories.findIndex((story) => story.id === storyId) ?? 0);
  return (
    <MoveForm onMove={() => onMove(sectionId, index)} onClose={onClose}>
      <Field label="Section">
        {(props) => (
          <Select
            {...props}
            value={sectionId}
            onChange={(event) => {
              const next = sections.find((candidate) => candidate.id === event.target.value);
              setSectionId(event.target.value);
              setIndex(next?.stories.filter((story) => story.id !== storyId).length ?? 0);
            }}
          >
            {sections.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOfSection(each.title)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <PlaceSelect
        others={others.map(({ id, headline }) => ({ id, name: `“${subjectOf(headline)}”` }))}
        index={index}
        onIndex={setIndex}
      />
    </MoveForm>
  );
}
