import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not here" };

/** What the desk shows where there is nothing, or not any more. */
export default function NotFound() {
  return (
    <main>
      <EmptyState
        level={1}
        title="There is nothing here"
        action={
          <Link href="/desk" className={buttonClass({ variant: "primary" })}>
            All issues
          </Link>
        }
      >
        The address may be mistyped, or what stood here was moved to the trash.
      </EmptyState>
    </main>
  );
}
