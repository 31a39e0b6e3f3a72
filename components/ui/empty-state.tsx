import type { ReactNode } from "react";

/** Where nothing is yet: what this place is for, and what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-14 text-center">
      <h2 className="font-serif text-xl font-medium text-balance">{title}</h2>
      <div className="text-pretty text-quiet">{children}</div>
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

interface EmptyStateProps {
  title: ReactNode;
  /** One or two sentences. */
  children: ReactNode;
  /** The buttons or links that fill the place. */
  action?: ReactNode;
}
