/** Where what is dragged would land; drawn over the gap, so that nothing shifts. Its knob tells it from a border. */
export function DropLine() {
  return (
    <span
      aria-hidden
      data-drop-line
      className="pointer-events-none absolute -top-px right-1 left-1.5 z-10 h-0.5 rounded-full bg-line before:absolute before:-top-[3px] before:-left-1.5 before:size-2 before:rounded-full before:border-2 before:border-line before:bg-paper"
    />
  );
}

/** The copy of a row that follows the pointer hangs a little lower, so that the line it lands on stays in sight. */
export const LIFTED = "translate-x-4 translate-y-5 cursor-grabbing border border-hair bg-paper shadow-lift";
