"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { nameOfSection } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/errors";

export interface IssueChoice {
  id: string;
  number: number | null;
  title: string;
}

interface SectionChoice {
  id: string;
  title: string;
  stories: number;
}

export type ListSections = (input: { id: string }) => Promise<Result<SectionChoice[]>>;

interface PlaceStoryDialogProps {
  /** What is placed: “a headline”, or "3 stories"; the dialog is open while there is something. */
  name: string | null;
  issues: IssueChoice[];
  listSections: ListSections;
  /** Answers a sentence when it failed. */
  onPlace: (sectionId: string, where: string) => Promise<string | null>;
  onClose: () => void;
}

function nameOfIssue({ number, title }: IssueChoice): string {
  return number ? `${number} · ${title}` : title;
}

/** Gives a waiting story its place: which issue, which section. It comes last there. */
export function PlaceStoryDialog({ name, issues, ...rest }: PlaceStoryDialogProps) {
  if (name === null) return null;
  return (
    <Dialog
      open
      title={`Move ${name} to an issue`}
      description="What is moved comes last in its section; go on from there."
      onOpenChange={(open) => open || rest.onClose()}
    >
      {issues.length === 0 ? (
        <p>There is no issue yet. Start one first, then come back.</p>
      ) : (
        <PlaceForm issues={issues} {...rest} />
      )}
    </Dialog>
  );
}

function PlaceForm({ issues, listSections, onPlace, onClose }: Omit<PlaceStoryDialogProps, "name">) {
  const [issueId, setIssueId] = useState(issues[0]?.id ?? "");
  const { sections, failed } = useSections(issueId, listSections);
  const [chosen, setChosen] = useState("");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const section = sections?.find(({ id }) => id === chosen) ?? sections?.[0];
  const issue = issues.find(({ id }) => id === issueId);
  const place = async () => {
    if (!section || !issue) return;
    setPending(true);
    const failure = await onPlace(section.id, `“${issue.title}”`);
    setPending(false);
    setError(failure);
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void place();
      }}
    >
      <Field label="Issue">
        {(control) => (
          <Select {...control} value={issueId} onChange={(event) => setIssueId(event.target.value)}>
            {issues.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOfIssue(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Section" error={failed ?? undefined}>
        {(control) => (
          <Select
            {...control}
            value={section?.id ?? ""}
            disabled={!sections}
            onChange={(event) => setChosen(event.target.value)}
          >
            {sections?.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOfSection(each.title)}
              </option>
            )) ?? <option>Reading…</option>}
          </Select>
        )}
      </Field>
      {error ? <Notice kind="error">{error}</Notice> : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="primary" type="submit" pending={pending} disabled={!section}>
          Move there
        </Button>
      </DialogActions>
    </form>
  );
}

/** The sections of the chosen issue, read when it is chosen. */
function useSections(issueId: string, listSections: ListSections) {
  const [read, setRead] = useState<{ of: string; sections: SectionChoice[] | null; failed: string | null }>();
  useEffect(() => {
    let wanted = true;
    void attempt(listSections({ id: issueId })).then((answer) => {
      if (!wanted) return;
      const sections = answer.ok ? answer.value : null;
      setRead({ of: issueId, sections, failed: answer.ok ? null : answer.error.message });
    });
    return () => {
      wanted = false;
    };
  }, [issueId, listSections]);
  const current = read?.of === issueId ? read : undefined;
  return { sections: current?.sections ?? null, failed: current?.failed ?? null };
}
