import type { Marked } from "@/lib/search/schema";

/** A text with what was asked for marked in it. */
export function MarkedText({ text, hits }: Marked) {
  const pieces = hits.map(([from, to], index) => (
    <span key={from}>
      {text.slice(hits[index - 1]?.[1] ?? 0, from)}
      <mark className="rounded-[3px] bg-[color-mix(in_srgb,var(--color-line)_16%,transparent)] text-inherit">
        {text.slice(from, to)}
      </mark>
    </span>
  ));
  return (
    <>
      {pieces}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </>
  );
}
