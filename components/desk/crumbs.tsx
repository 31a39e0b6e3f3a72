import Link from "next/link";
import { Fragment, type ReactNode } from "react";

interface CrumbsProps {
  links: readonly { href: string; label: string }[];
  /** The page's own name, where it stands in the same line. */
  children?: ReactNode;
}

/** The way back, outermost first, over the title of a page below. */
export function Crumbs({ links, children }: CrumbsProps) {
  return (
    <nav aria-label="You are here" className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm">
      {links.map(({ href, label }) => (
        <Fragment key={href}>
          <Link href={href} className="link inline-flex min-h-6 max-w-full items-center">
            <span className="truncate">{label}</span>
          </Link>
          <span aria-hidden className="text-quiet">
            /
          </span>
        </Fragment>
      ))}
      {children}
    </nav>
  );
}
