import { PreflightList } from "@/components/desk/preflight/preflight-list";
import type { PreflightRead } from "@/components/desk/preflight/use-preflight";
import type { PreflightPlace } from "@/lib/preflight/schema";

interface PreflightPanelProps {
  read: PreflightRead;
  onGo: (place: PreflightPlace) => void;
}

/** What stands between the draft and its readers, as far as it was read. */
export function PreflightPanel({ read: { lines, failure }, onGo }: PreflightPanelProps) {
  const trouble = failure ? (
    <p className="mb-2 text-sm text-line">
      <span aria-hidden>▲ </span>
      Preflight could not be read. {failure}
    </p>
  ) : null;
  if (lines === null) return trouble ?? <p className="text-sm text-quiet">Reading …</p>;
  return (
    <>
      {trouble}
      {lines.some(({ level }) => level === "blocking") ? null : (
        <p className="mb-2 text-sm text-good">
          <span aria-hidden>✓ </span>Nothing blocks publishing.
        </p>
      )}
      <PreflightList lines={lines} onGo={onGo} />
    </>
  );
}
