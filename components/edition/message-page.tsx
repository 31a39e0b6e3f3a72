import type { ReactNode } from "react";

/** A page that says one thing: not found, out of order. */
export function MessagePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="sheet message">
      <header className="head">
        <h1>{title}</h1>
      </header>
      {children}
    </div>
  );
}
