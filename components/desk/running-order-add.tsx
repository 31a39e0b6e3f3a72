"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { InlineName } from "@/components/desk/inline-name";
import { useRoom } from "@/components/desk/running-order-context";
import type { OutlineSection } from "@/components/desk/running-order-outline";
import { nameOfSection } from "@/components/desk/running-order-words";

const ADD =
  "flex min-h-7 w-full items-center gap-1 rounded-control px-2 py-1 text-left text-sm text-quiet hover:bg-wash hover:text-ink max-md:min-h-10";

/** The row that offers a story to an empty section. */
export function AddStoryRow({ section, onOpen }: { section: OutlineSection; onOpen: () => void }) {
  return (
    <button type="button" className={ADD} onClick={onOpen}>
      <span className="grid w-6 place-items-start">
        <Plus aria-hidden size={14} />
      </span>
      Add story
      <span className="sr-only"> to {nameOfSection(section.title)}</span>
    </button>
  );
}

/** A field for the headline of a new story, at the end of its section. Enter opens the story to be written. */
export function NewStory({ section, onClose }: { section: OutlineSection; onClose: () => void }) {
  const { changes, onSelect } = useRoom();
  return (
    <InlineName
      label={`Headline of the new story in ${nameOfSection(section.title)}`}
      placeholder="Subject — angle"
      onCancel={onClose}
      onSubmit={async (headline, how) => {
        const id = await changes.addStory(section.id, headline);
        if (id === null) return false;
        onClose();
        if (how === "enter") onSelect(`story:${id}`, "focus");
        return true;
      }}
    />
  );
}

/** "Add section" at the end of the order. */
export function AddSection() {
  const { changes } = useRoom();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button type="button" className={`${ADD} mt-3`} onClick={() => setOpen(true)}>
        <span className="grid w-6 place-items-start">
          <Plus aria-hidden size={14} />
        </span>
        Add section
      </button>
    );
  }
  return (
    <InlineName
      label="Title of the new section"
      placeholder="Section title"
      onCancel={() => setOpen(false)}
      onSubmit={async (title) => {
        const done = await changes.addSection(title);
        if (done) setOpen(false);
        return done;
      }}
    />
  );
}
