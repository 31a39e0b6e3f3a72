import type { Span } from "@/lib/evidence/match";

/** What the browser paints over a reader's text; the text itself stays as it is, so that a selection in it does too. */
type Paint = "passage" | "passage-kept" | "passage-found" | "passage-shown";

// One highlight a name for the whole page, as the browser has it; each reader adds its ranges to it.
function highlightOf(paint: Paint): Highlight | null {
  // Without it the text is only less colourful: the passage is said and shown below it too.
  if (typeof CSS === "undefined" || !("highlights" in CSS)) return null;
  const standing = CSS.highlights.get(paint);
  if (standing) return standing;
  const fresh = new Highlight();
  CSS.highlights.set(paint, fresh);
  return fresh;
}

/** Paints stretches of the text that `lines` show; answers how to take them away again. */
export function paintSpans(paint: Paint, box: HTMLElement, spans: readonly Span[]): () => void {
  const highlight = highlightOf(paint);
  const ranges = spans.flatMap((span) => rangeOf(box, span) ?? []);
  for (const range of ranges) highlight?.add(range);
  return () => {
    for (const range of ranges) highlight?.delete(range);
  };
}

/** The range of a stretch of text; null where it is not shown. */
function rangeOf(box: HTMLElement, { start, end }: Span): Range | null {
  const from = placeOf(box, start);
  const to = placeOf(box, end);
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The line that shows an offset, by the offsets at which lines begin. */
export function lineOf(box: HTMLElement, offset: number): HTMLElement | null {
  const lines = box.querySelectorAll<HTMLElement>("[data-start]");
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (Number(lines[middle]?.dataset.start) <= offset) low = middle;
    else high = middle - 1;
  }
  return lines[low] ?? null;
}

function placeOf(box: HTMLElement, offset: number): { node: Node; offset: number } | null {
  const line = lineOf(box, offset);
  const node = line?.firstChild;
  if (!line || !node) return null;
  const length = node.textContent?.length ?? 0;
  return { node, offset: Math.min(Math.max(0, offset - Number(line.dataset.start)), length) };
}

/** The offset of a place in the DOM; null outside of the lines. */
export function offsetOf(box: HTMLElement, node: Node | null, offset: number): number | null {
  if (!node || !box.contains(node)) return null;
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>("[data-start]");
  if (!line) return null;
  const start = Number(line.dataset.start);
  if (node !== line) return start + offset;
  return offset === 0 ? start : start + (line.textContent?.length ?? 0);
}
