import type { ReactNode } from "react";

/** The sheet of paper in the middle of the desk: what is on it is set as readers will see it. */
export function Sheet({ children }: { children: ReactNode }) {
  return (
    <article className="relative mx-auto max-w-[44rem] rounded-card border border-hair bg-paper px-5 pt-6 pb-10 sm:pt-8 sm:pr-12 sm:pb-14 sm:pl-17">
      {children}
    </article>
  );
}
