import type { ReactNode } from "react";

interface OwnPartProps {
  title: string;
  /** The part of the issue (part.ts) whose row in the running order leads here. */
  at?: "introduction" | "highlights" | "closing";
  children: ReactNode;
}

/** One of the issue's own parts on the page, under its label. */
export function OwnPart({ title, at, children }: OwnPartProps) {
  return (
    <section aria-label={title} data-part={at} className="mt-8 scroll-mt-4">
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}
