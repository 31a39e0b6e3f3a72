import type { ReactNode } from "react";

/** Where nothing is yet: what this place is for, and what to do next. */
export function EmptyState({ title, level = 2, children, action }: EmptyStateProps) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-3 px-6 py-14 text-center">
      <Heading className="font-serif text-xl font-medium text-balance">{title}</Heading>
      <div className="text-pretty text-quiet">{children}</div>
      {action ? <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

interface EmptyStateProps {
  title: ReactNode;
  /** 1 where it is the whole page. */
  level?: 1 | 2;
  /** One or two sentences. */
  children: ReactNode;
  /** The buttons or links that fill the place. */
  action?: ReactNode;
}
