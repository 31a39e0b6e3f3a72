import { Trash2 } from "lucide-react";
import Link from "next/link";

/** Under a list from which things are removed: the way to where they are. */
export function TrashLink() {
  return (
    <p className="mt-4 text-sm">
      <Link
        href="/desk/trash"
        className="inline-flex min-h-8 items-center gap-1.5 text-quiet hover:text-ink hover:underline"
      >
        <Trash2 aria-hidden size={14} />
        Trash
      </Link>
    </p>
  );
}
