"use client";

import { Share2 } from "lucide-react";
import { useCallback, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { PreviewActions } from "@/components/desk/preview-actions";
import { ShareForm, type ShareWords } from "@/components/desk/share-form";
import { ShareList } from "@/components/desk/share-list";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PreviewLinkLine } from "@/lib/previews/schema";

interface ShareDialogProps {
  issueId: string;
  actions: PreviewActions;
}

/** What is known of the links: nothing yet, a list, or why there is none. */
export type Links = { lines: PreviewLinkLine[] } | { failure: Failure } | null;

/** The button and dialog by which a draft is shown to somebody outside, and by which that ends. */
export function ShareDialog({ issueId, actions }: ShareDialogProps) {
  const [open, setOpen] = useState(false);
  const [links, setLinks] = useState<Links>(null);
  // Here, so that what is typed survives closing the dialog.
  const [words, setWords] = useState<ShareWords>({ label: "", days: "7" });
  const read = useCallback(async () => {
    const answer = await attempt(actions.listPreviewLinks({ issueId }));
    setLinks(answer.ok ? { lines: answer.value } : { failure: answer.error });
  }, [actions, issueId]);
  const change = (now: boolean) => {
    setOpen(now);
    if (now) void read();
  };
  const trigger = (
    <Button>
      <Share2 aria-hidden size={15} />
      Share
    </Button>
  );
  return (
    <Dialog
      title="Share this draft"
      description="Whoever has a private link reads the draft as it then stands, without signing in, and nothing else of the desk."
      trigger={trigger}
      open={open}
      onOpenChange={change}
    >
      <ShareForm
        words={words}
        onWords={setWords}
        make={(made) => actions.createPreviewLink({ issueId, ...made })}
        onMade={read}
      />
      <ShareList links={links} actions={actions} onChanged={read} />
    </Dialog>
  );
}
