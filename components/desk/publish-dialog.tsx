"use client";

import { useId, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { useCommands } from "@/components/desk/commands";
import type { IssueActions } from "@/components/desk/issue-actions";
import { OverrideReason } from "@/components/desk/preflight/override-reason";
import { PreflightPanel } from "@/components/desk/preflight/preflight-panel";
import { usePreflight } from "@/components/desk/preflight/use-preflight";
import { saveEverything, useStuck } from "@/components/desk/unsaved";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
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

type Published = { slug: string; edition: number; isNew: boolean };

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
        title={
          published ? "It is published" : issue.latestEdition ? "Publish the changes" : "Publish this issue"
        }
      >
        {published ? (
          <Told published={published} onClose={() => change(false)} />
        ) : (
          <Ask
            issue={issue}
            publishIssue={publishIssue}
            getPreflight={getPreflight}
            onGo={(place) => {
              change(false);
              // The dialog gives the focus back as it closes; the page is gone to after that.
              requestAnimationFrame(() => onGo(place));
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

interface AskProps extends Pick<PublishDialogProps, "issue" | "publishIssue" | "getPreflight" | "onGo"> {
  onClose: () => void;
  onDone: (published: Published) => void;
}

function Ask({ issue, publishIssue, getPreflight, onGo, onClose, onDone }: AskProps) {
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const preflight = usePreflight(issue, getPreflight);
  const blocking = (preflight.lines ?? []).filter(({ level }) => level === "blocking");
  const isFinal = blocking.some((line) => line.final);
  const stuck = useStuck();
  const stuckId = useId();
  const publish = async () => {
    setPending(true);
    setError(null);
    const failure = await tryToPublish();
    setPending(false);
    if (failure) setError(failure);
  };
  const tryToPublish = async (): Promise<string | null> => {
    // An edition holds what the server has: what was typed a moment ago must be there first.
    if (!(await saveEverything())) return "Something typed here is not saved yet, so nothing was published.";
    const override = blocking.length > 0 ? { override: { reason } } : {};
    const answer = await attempt(publishIssue({ id: issue.id, ...override }));
    if (!answer.ok) {
      preflight.again();
      return `Nothing was published. ${answer.error.message}`;
    }
    const isNew = answer.value.edition > (issue.latestEdition?.number ?? 0);
    onDone({ ...answer.value, isNew });
    return null;
  };
  const lacksReason = blocking.length > 0 && reason.trim() === "";
  const isReading = preflight.lines === null && preflight.failure === null;
  return (
    <>
      <WhatHappens issue={issue} />
      <section aria-label="Before publishing" className="mt-4 max-h-[40dvh] overflow-y-auto">
        <PreflightPanel read={preflight} onGo={onGo} />
      </section>
      {blocking.length > 0 && !isFinal ? <OverrideReason reason={reason} onReason={setReason} /> : null}
      <div id={stuckId}>
        {stuck.map((sentence) => (
          <p key={sentence} className="mt-3 text-sm text-line">
            <span aria-hidden>■ </span>
            {sentence}
          </p>
        ))}
      </div>
      {error ? (
        <div className="mt-3">
          <Notice kind="error">{error}</Notice>
        </div>
      ) : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Not yet
        </Button>
        <Button
          variant="primary"
          pending={pending}
          disabled={isReading || isFinal || lacksReason || stuck.length > 0}
          aria-describedby={stuckId}
          onClick={publish}
        >
          Publish edition {(issue.latestEdition?.number ?? 0) + 1}
          {blocking.length > 0 ? " all the same" : null}
        </Button>
      </DialogActions>
    </>
  );
}

function WhatHappens({ issue }: { issue: IssueDraft }) {
  const edition = (issue.latestEdition?.number ?? 0) + 1;
  const stories = issue.sections.reduce((sum, section) => sum + section.stories.length, 0);
  return (
    <div className="grid gap-2 text-pretty">
      <p>
        “{issue.title}” becomes <strong className="font-semibold">edition {edition}</strong>
        {issue.number ? ` of issue ${issue.number}` : ", under the next free issue number"}, with{" "}
        {stories === 1 ? "one story" : `${stories} stories`}, for everyone at once at{" "}
        <span className="font-medium [overflow-wrap:anywhere]">/issues/{issue.slug}</span>.
      </p>
      <p className="text-quiet">
        {issue.latestEdition
          ? `Edition ${issue.latestEdition.number} is kept, and readers get this one instead. If no word has changed, nothing happens.`
          : "An edition never changes. You can go on editing here and publish the changes as the next one."}
      </p>
    </div>
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
