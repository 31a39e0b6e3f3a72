import type { ReactNode } from "react";

/** A sentence about the form or page it stands in. An error is read out as soon as it appears. */
export function Notice({ kind = "info", children }: { kind?: "info" | "error"; children: ReactNode }) {
  const error = kind === "error";
  return (
    <div
      role={error ? "alert" : undefined}
      className={`flex gap-2 rounded-control border px-3 py-2 text-sm ${error ? "border-line text-line" : "border-hair bg-desk"}`}
    >
      {error ? <span aria-hidden>▲</span> : null}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
