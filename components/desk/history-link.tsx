"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";
import { saveEverything } from "@/components/desk/unsaved";

interface HistoryLinkProps {
  href: string;
  className: string;
  children: ReactNode;
}

/** Leads to the versions once what was typed a moment ago is one of them. */
export function HistoryLink({ href, className, children }: HistoryLinkProps) {
  const router = useRouter();
  const open = async (event: MouseEvent) => {
    // Another tab or window is the browser's business.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    await saveEverything();
    router.push(href);
  };
  return (
    <Link href={href} prefetch={false} onClick={open} className={className}>
      {children}
    </Link>
  );
}
