"use client";

import { useRef, useState } from "react";
import { useCommands } from "@/components/desk/commands";
import type { IssueActions } from "@/components/desk/issue-actions";
import { PublishQuestion } from "@/components/desk/publish-question";
import type { Published } from "@/components/desk/use-publishing";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import type { IssueDraft } from "@/lib/issues/schema";
import type { PreflightPlace } from "@/lib/preflight/schema";

interface PublishDialogProps {
  issue: IssueDraft;
  publishIssue: IssueActions["publishIssue"];
  getPreflight: IssueActions["getPreflight"];
  /** Brings the person to where a line of preflight is mended. */
  onGo: (place: PreflightPlace) => void;
  /** Reads the issue again, now that readers have it. */
  onPublished: () => void;
}

/** What the button says: what pressing it would begin. */
function invitation({ latestEdition, changedSincePublished }: IssueDraft): string {
  if (!latestEdition) return "Publish…";
  return changedSincePublished ? `Publish changes (edition ${latestEdition.number + 1})…` : "Published";
}

/** The button that begins publishing, and the dialog that says what will happen before it does. */
export function PublishDialog({ issue, publishIssue, getPreflight, onGo, onPublished }: PublishDialogProps) {
  const [open, setOpen] = useState(false);
  const [published, setPublished] = useState<Published | null>(null);
  const isCurrent = issue.latestEdition !== null && !issue.changedSincePublished;
  const onward = useRef<(() => void) | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setPublished(null);
  };
  useCommands([
    {
      id: "publish",
      title: invitation(issue),
      group: "This issue",
      words: "readers",
      run: () => change(true),
    },
  ]);
  return (
    <>
      <Button
        variant={isCurrent ? "secondary" : "primary"}
        onClick={() => change(true)}
        aria-label={invitation(issue).replace("…", "")}
      >
        {isCurrent ? <span aria-hidden>✓</span> : null}
        <span className="max-sm:hidden">{invitation(issue)}</span>
        <span className="sm:hidden">{isCurrent ? "Published" : "Publish…"}</span>
      </Button>
      <Dialog
        open={open}
        onOpenChange={change}
        onward={onward}
        title={
          published ? "It is published" : issue.latestEdition ? "Publish the changes" : "Publish this issue"
        }
      >
        {published ? (
          <Told published={published} onClose={() => change(false)} />
        ) : (
          <PublishQuestion
            issue={issue}
            publishIssue={publishIssue}
            getPreflight={getPreflight}
            onGo={(place) => {
              // The dialog gives the focus back as it closes; the page is gone to after that.
              onward.current = () => onGo(place);
              change(false);
            }}
            onClose={() => change(false)}
            onDone={(done) => {
              setPublished(done);
              onPublished();
            }}
          />
        )}
      </Dialog>
    </>
  );
}

function Told({ published, onClose }: { published: Published; onClose: () => void }) {
  return (
    <>
      <p role="status" className="text-pretty">
        {published.isNew
          ? `Edition ${published.edition} is what readers get now.`
          : `No word had changed: edition ${published.edition} stays what readers get.`}
      </p>
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Close
        </Button>
        <a
          className={buttonClass({ variant: "primary" })}
          href={`/issues/${published.slug}`}
          target="_blank"
          rel="noreferrer"
        >
          Read it as readers do
        </a>
      </DialogActions>
    </>
  );
}
