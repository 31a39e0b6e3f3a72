"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useCommands } from "@/components/desk/commands";
import { InlineName } from "@/components/desk/inline-name";
import type { StructureChanges } from "@/components/desk/running-order-context";
import { Button } from "@/components/ui/button";

interface PageEndProps {
  changes: StructureChanges;
  /** Where a new story goes; null while the issue has no section. */
  lastSectionId: string | null;
}

type Adding = "story" | "section" | null;

/** After the last story: a place to begin another, or a section. */
export function PageEnd({ changes, lastSectionId }: PageEndProps) {
  const [adding, setAdding] = useState<Adding>(null);
  const close = () => setAdding(null);
  useCommands([
    {
      id: "add-story",
      title: "Add a story…",
      group: "This issue",
      words: "new",
      enabled: lastSectionId !== null,
      run: () => setAdding("story"),
    },
    {
      id: "add-section",
      title: "Add a section…",
      group: "This issue",
      words: "new",
      run: () => setAdding("section"),
    },
  ]);
  const submit = async (words: string) => {
    const done =
      adding === "section" || lastSectionId === null
        ? await changes.addSection(words)
        : (await changes.addStory(lastSectionId, words)) !== null;
    if (done) close();
    return done;
  };
  if (adding) {
    return (
      <div className="mt-10 max-w-md">
        <InlineName
          label={adding === "story" ? "Headline of the new story" : "Title of the new section"}
          placeholder={adding === "story" ? "Subject — angle" : "A section's title"}
          onSubmit={submit}
          onCancel={close}
        />
      </div>
    );
  }
  return (
    <div className="mt-10 flex flex-wrap gap-2">
      {lastSectionId ? (
        <Button size="sm" variant="quiet" className="-ml-2 text-quiet" onClick={() => setAdding("story")}>
          <Plus aria-hidden size={13} />
          Add a story here
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" className="-ml-2 text-quiet" onClick={() => setAdding("section")}>
        <Plus aria-hidden size={13} />
        Add a section
      </Button>
    </div>
  );
}
