import type { ReactNode } from "react";
import { Wordmark } from "@/components/desk/wordmark";

/** One sheet of paper, hung from the upper edge by the line. */
export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh grid-rows-[clamp(2rem,18dvh,12rem)_auto] content-start justify-items-center px-4 pb-8">
      <div aria-hidden className="w-px bg-line" />
      <main className="w-full max-w-sm rounded-card border border-hair bg-paper p-6 sm:p-8">
        <p className="mb-6">
          <Wordmark />
        </p>
        {children}
      </main>
    </div>
  );
}
