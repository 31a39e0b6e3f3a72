interface DropLineProps {
  /** Pixels between this row and the one before it: the line stands in their middle. */
  gap?: number;
  /** Below the row instead of above it. */
  below?: boolean;
}

/** Where what is dragged would land; drawn over the gap, so that nothing shifts. Its knob tells it from a border. */
export function DropLine({ gap = 0, below = false }: DropLineProps) {
  const offset = -1 - gap / 2;
  return (
    <span
      aria-hidden
      data-drop-line
      style={below ? { bottom: offset } : { top: offset }}
      className="pointer-events-none absolute right-1 left-1.5 z-10 h-0.5 rounded-full bg-line before:absolute before:-top-[3px] before:-left-1.5 before:size-2 before:rounded-full before:border-2 before:border-line before:bg-paper"
    />
  );
}

/** The copy of a row that follows the pointer hangs a little lower, so that the line it lands on stays in sight. */
export const LIFTED = "translate-x-4 translate-y-5 cursor-grabbing border border-hair bg-paper shadow-lift";
