"use client";

import { useEffect, useRef, useState } from "react";
import { deviceFit } from "@/components/desk/device-fit";

/** What readers read on. */
export type Device = "phone" | "tablet" | "desk";

interface PreviewFrameProps {
  address: string;
  /** Where readers would find it, for the frame's own bar. */
  shownAddress: string;
  /** Null until it is known what suits the window. */
  device: Device | null;
  onSuggest: (device: Device) => void;
}

interface Room {
  width: number;
  height: number;
}

/** Below this a desk's page is too small to read. */
const ROOM_FOR_DESK = 640;

const CASES: Record<Device, string> = {
  phone: "rounded-[2.4rem] border-[10px] border-ink dark:border-edge",
  tablet: "rounded-[1.6rem] border-[12px] border-ink dark:border-edge",
  desk: "rounded-card border border-edge",
};

/** A page of this site in a device-like case, drawn smaller where the window is smaller than the device. */
export function PreviewFrame({ address, shownAddress, device, onSuggest }: PreviewFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const watcher = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (room && device === null) onSuggest(room.width < ROOM_FOR_DESK ? "phone" : "desk");
  }, [room, device, onSuggest]);
  const fit = room && device ? deviceFit(device, room) : null;
  return (
    <div ref={place} className="relative m-3 min-h-0 flex-1 overflow-hidden sm:m-5">
      {loaded ? null : (
        <p role="status" className="absolute inset-x-0 top-1/3 text-center text-quiet">
          Setting the page…
        </p>
      )}
      {fit && device ? (
        <div
          className={`mx-auto overflow-hidden bg-paper shadow-lift ${CASES[device]}`}
          style={{ width: fit.outer.width, height: fit.outer.height }}
        >
          {device === "desk" ? <AddressBar address={shownAddress} /> : null}
          <iframe
            src={address}
            title={`The draft on a ${device}, ${fit.page.width} pixels wide`}
            onLoad={() => setLoaded(true)}
            className="block origin-top-left border-0"
            style={{ ...fit.page, transform: `scale(${fit.scale})` }}
          />
        </div>
      ) : null}
    </div>
  );
}

function AddressBar({ address }: { address: string }) {
  return (
    <div aria-hidden className="flex h-9 items-center gap-1.5 border-b border-hair bg-wash px-3">
      <span className="size-2.5 rounded-full bg-edge opacity-50" />
      <span className="size-2.5 rounded-full bg-edge opacity-50" />
      <span className="size-2.5 rounded-full bg-edge opacity-50" />
      <span className="mx-auto max-w-[70%] truncate rounded-full bg-paper px-4 py-0.5 text-xs text-quiet">
        {address}
      </span>
    </div>
  );
}
