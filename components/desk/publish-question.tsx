import { useId } from "react";
import { OverrideReason } from "@/components/desk/preflight/override-reason";
import { PreflightPanel } from "@/components/desk/preflight/preflight-panel";
import { type Publishing, usePublishing } from "@/components/desk/use-publishing";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { IssueDraft } from "@/lib/issues/schema";
import type { PreflightPlace } from "@/lib/preflight/schema";

interface PublishQuestionProps extends Publishing {
  onGo: (place: PreflightPlace) => void;
  onClose: () => void;
}

/** Whether to publish: what will happen, what preflight found, and what is in the way. */
export function PublishQuestion({ onGo, onClose, ...given }: PublishQuestionProps) {
  const { issue } = given;
  const { stuck, error, isBlocked, ...publishing } = usePublishing(given);
  const stuckId = useId();
  return (
    <>
      <WhatHappens issue={issue} />
      <section aria-label="Before publishing" className="mt-4 max-h-[40dvh] overflow-y-auto">
        <PreflightPanel read={publishing.preflight} onGo={onGo} />
      </section>
      {isBlocked && !publishing.isFinal ? (
        <OverrideReason reason={publishing.reason} onReason={publishing.setReason} />
      ) : null}
      <Stuck id={stuckId} sentences={stuck} />
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
          pending={publishing.pending}
          disabled={!publishing.mayPublish}
          aria-describedby={stuckId}
          onClick={publishing.publish}
        >
          Publish edition {(issue.latestEdition?.number ?? 0) + 1}
          {isBlocked ? " all the same" : null}
        </Button>
      </DialogActions>
    </>
  );
}

/** What cannot be saved, and keeps the issue from being published. */
function Stuck({ id, sentences }: { id: string; sentences: readonly string[] }) {
  return (
    <div id={id}>
      {sentences.map((sentence) => (
        <p key={sentence} className="mt-3 text-sm text-line">
          <span aria-hidden>■ </span>
          {sentence}
        </p>
      ))}
    </div>
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
