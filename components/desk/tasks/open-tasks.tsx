import Link from "next/link";

/** On the desk's first page: how much of what came due and what checks found waits for somebody. Nothing while all is well. */
export function OpenTasks({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="mb-8 rounded-card border border-hair bg-paper px-4 py-2.5 text-sm">
      <span aria-hidden className="mr-1.5 text-line">
        ▲
      </span>
      <Link href="/desk/tasks" className="link font-medium">
        {count === 1 ? "1 task" : `${count} tasks`}
      </Link>{" "}
      <span className="text-quiet">
        to look at: forecasts that have come due, and cited pages that moved, changed or are gone.
      </span>
    </p>
  );
}
