import Link from "next/link";
import { Fragment } from "react";

/** The way back, outermost first, over the title of a page below. */
export function Crumbs({ links }: { links: readonly { href: string; label: string }[] }) {
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
    </nav>
  );
}
