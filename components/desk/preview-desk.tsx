"use client";

import { Monitor, Smartphone, Tablet } from "lucide-react";
import Link from "next/link";
import { ToggleGroup } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { PreviewActions } from "@/components/desk/preview-actions";
import { type Device, PreviewFrame } from "@/components/desk/preview-frame";
import { ShareDialog } from "@/components/desk/share-dialog";
import { buttonClass } from "@/components/ui/button";

interface PreviewDeskProps {
  issue: { id: string; title: string; slug: string };
  /** The edition that publishing now would make. */
  edition: number;
  /** The way back to the draft, at the part that was open. */
  draftAddress: string;
  /** Null for those who may not share. */
  actions: PreviewActions | null;
}

const DEVICES: { device: Device; label: string; icon: ReactNode }[] = [
  { device: "phone", label: "Phone", icon: <Smartphone aria-hidden size={15} /> },
  { device: "tablet", label: "Tablet", icon: <Tablet aria-hidden size={15} /> },
  { device: "desk", label: "Desk", icon: <Monitor aria-hidden size={15} /> },
];

/** The preview of a draft: the document that readers would get, in a frame as wide as what they read on. */
export function PreviewDesk({ issue, edition, draftAddress, actions }: PreviewDeskProps) {
  // Until somebody chooses, what suits the window.
  const [device, setDevice] = useState<Device | null>(null);
  return (
    // Named, because the page in the frame has a main part of its own.
    <main aria-label="Preview" className="flex h-[calc(100dvh-var(--top-bar))] min-h-96 flex-col">
      <h1 className="sr-only">Preview of {issue.title || "the issue"}</h1>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair bg-paper px-3 py-2 text-sm sm:px-4">
        <p className="min-w-0 flex-1 basis-64">
          <span aria-hidden className="mr-2 text-line">
            ◇
          </span>
          <strong className="font-semibold">Preview of edition {edition}.</strong> As readers would see it if
          it were published now; it is not.
        </p>
        <DeviceSwitch device={device} onDevice={setDevice} />
        <div className="flex gap-2">
          {actions ? <ShareDialog issueId={issue.id} actions={actions} /> : null}
          <Link href={draftAddress} className={buttonClass()}>
            Back to the draft
          </Link>
        </div>
      </div>
      <PreviewFrame
        address={`/preview/draft/${issue.id}`}
        shownAddress={`/issues/${issue.slug}`}
        device={device}
        onSuggest={setDevice}
      />
    </main>
  );
}

function DeviceSwitch({ device, onDevice }: { device: Device | null; onDevice: (device: Device) => void }) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label="Width"
      value={device ?? ""}
      onValueChange={(value) => {
        const chosen = DEVICES.find((each) => each.device === value);
        if (chosen) onDevice(chosen.device);
      }}
      className="flex gap-0.5 rounded-control bg-wash p-0.5"
    >
      {DEVICES.map(({ device: each, label, icon }) => (
        <ToggleGroup.Item
          key={each}
          value={each}
          className="flex min-h-8 items-center gap-1.5 rounded-[5px] px-2.5 text-sm aria-checked:bg-paper aria-checked:font-semibold aria-checked:shadow-[0_0_0_1px_var(--color-hair)]"
        >
          {icon}
          <span className="max-sm:sr-only">{label}</span>
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
