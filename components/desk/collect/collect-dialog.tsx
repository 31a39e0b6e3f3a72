"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { undoableSent } from "@/components/desk/collect/sent-words";
import { useLook } from "@/components/desk/collect/use-look";
import type { CollectActions, Destination, Look } from "@/components/desk/inbox/inbox-actions";
import { AlreadyKnown } from "@/components/desk/inbox/used-in";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { KnownAddress } from "@/lib/inbox/schema";

/** What was pasted or dropped, and the story in hand then. */
export interface Pasted {
  urls: string[];
  storyId: string | null;
}

interface CollectDialogProps {
  /** Open while there is something. */
  pasted: Pasted | null;
  actions: CollectActions;
  onClose: () => void;
}

/** The addresses that were pasted: where each is used already, and where they go. */
export function CollectDialog({ pasted, actions, onClose }: CollectDialogProps) {
  const count = pasted?.urls.length ?? 0;
  return (
    <Dialog
      open={pasted !== null}
      onOpenChange={(open) => open || onClose()}
      title={count === 1 ? "Collect this address?" : `Collect these ${count} addresses?`}
    >
      {pasted ? (
        <CollectForm key={pasted.urls.join(" ")} pasted={pasted} actions={actions} onClose={onClose} />
      ) : null}
    </Dialog>
  );
}

type FormProps = CollectDialogProps & { pasted: Pasted };

/** Which of the addresses are collected, and where to: the story in hand, as long as nothing else was chosen. */
function useCollecting({ pasted, actions, onClose }: FormProps) {
  const router = useRouter();
  const look = useLook(pasted.urls, pasted.storyId, actions.lookAtAddresses);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [chosen, choose] = useState<Destination["kind"] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const story = look?.ok ? look.value.story : null;
  const kind = chosen ?? (story ? "story" : "inbox");
  const urls = pasted.urls.filter((url) => !left.has(url));
  const collect = async (event: FormEvent) => {
    event.preventDefault();
    if (pending || urls.length === 0) return;
    const to: Destination =
      kind === "story" && story
        ? { kind, storyId: story.id }
        : { kind: kind === "newStory" ? kind : "inbox" };
    setPending(true);
    const answer = await attempt(actions.send({ pages: urls.map((url) => ({ url })), to }));
    setPending(false);
    if (!answer.ok) return setFailure(answer.error.message);
    onClose();
    undoableSent(answer.value, story?.headline ?? null, actions.bringBack, (address) => router.push(address));
  };
  const toggle = (url: string) => setLeft((held) => new Set(held).symmetricDifference(new Set([url])));
  return { look, story, kind, choose, urls, left, toggle, collect, failure, pending };
}

function CollectForm(props: FormProps) {
  const { pasted, onClose } = props;
  const { look, left, toggle, urls, failure, ...form } = useCollecting(props);
  const known = new Map(look?.ok ? look.value.addresses.map((each) => [each.url, each]) : []);
  return (
    <form onSubmit={form.collect} className="grid gap-4">
      <ul aria-label="Addresses" className="max-h-[40dvh] overflow-y-auto rounded-card border border-hair">
        {pasted.urls.map((url) => (
          <AddressLine
            key={url}
            url={url}
            known={known.get(url)}
            checked={!left.has(url)}
            onCheck={() => toggle(url)}
          />
        ))}
      </ul>
      <WhereTo story={form.story} chosen={form.kind} onChoose={form.choose} />
      {failure ? <Notice kind="error">{failure} Nothing was collected.</Notice> : null}
      {look?.ok === false ? (
        <Notice>Whether they are known here could not be read. {look.error.message}</Notice>
      ) : null}
      <DialogActions>
        <Button variant="quiet" onClick={onClose}>
          Cancel
        </Button>
        <Button
          type="submit"
          variant="primary"
          pending={form.pending}
          disabled={urls.length === 0 || look === null}
        >
          {urls.length === 1 ? "Collect it" : `Collect ${urls.length}`}
        </Button>
      </DialogActions>
    </form>
  );
}

interface AddressLineProps {
  url: string;
  known: KnownAddress | undefined;
  checked: boolean;
  onCheck: () => void;
}

function AddressLine({ url, known, checked, onCheck }: AddressLineProps) {
  return (
    <li className="border-t border-hair px-3 py-2 first:border-t-0">
      <label className="flex min-h-6 items-start gap-2.5 text-sm">
        <input
          type="checkbox"
          checked={checked}
          onChange={onCheck}
          className="mt-0.5 size-4 shrink-0 accent-(--color-ink)"
        />
        <span className="[overflow-wrap:anywhere]">{url.replace(/^https?:\/\//, "")}</span>
      </label>
      <div className="pl-6.5 empty:hidden">
        <AlreadyKnown known={known} />
      </div>
    </li>
  );
}

interface WhereToProps {
  /** The story in hand, where there is one. */
  story: Look["story"];
  chosen: Destination["kind"];
  onChoose: (kind: Destination["kind"]) => void;
}

function WhereTo({ story, chosen, onChoose }: WhereToProps) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-sm font-medium">Where to?</legend>
      {story ? (
        <Where kind="story" chosen={chosen} onChoose={onChoose}>
          The story in hand, “{subjectOf(story.headline)}”
        </Where>
      ) : null}
      <Where kind="inbox" chosen={chosen} onChoose={onChoose}>
        The inbox
      </Where>
      <Where kind="newStory" chosen={chosen} onChoose={onChoose}>
        A new story in the backlog
      </Where>
    </fieldset>
  );
}

interface WhereProps {
  kind: Destination["kind"];
  chosen: Destination["kind"];
  onChoose: (kind: Destination["kind"]) => void;
  children: ReactNode;
}

function Where({ kind, chosen, onChoose, children }: WhereProps) {
  return (
    <label className="flex min-h-8 items-center gap-2.5 text-sm [overflow-wrap:anywhere]">
      <input
        type="radio"
        name="where"
        value={kind}
        checked={kind === chosen}
        onChange={() => onChoose(kind)}
        className="size-4 shrink-0 accent-(--color-ink)"
      />
      <span>{children}</span>
    </label>
  );
}
