import type { ReactNode } from "react";

interface RowProps {
  input: ReactNode;
  onEnter(back: boolean): void;
  children: ReactNode;
}

/** A field of the bar, what Enter in it does, and the buttons beside it. */
export function FindRow({ input, onEnter, children }: RowProps) {
  return (
    <form
      className="flex items-center gap-1"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        const isField = event.target instanceof HTMLInputElement;
        if (event.key !== "Enter" || !isField || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onEnter(event.shiftKey);
      }}
    >
      <span className="min-w-0 flex-1">{input}</span>
      {children}
    </form>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  onPress(on: boolean): void;
  children: ReactNode;
}

/** A way of looking that is on or off. */
export function Switch({ label, on, onPress, children }: SwitchProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={on}
      onClick={() => onPress(!on)}
      className="grid size-7 place-items-center rounded-control text-quiet hover:bg-wash aria-pressed:bg-wash aria-pressed:text-ink aria-pressed:shadow-[inset_0_0_0_1px_var(--color-edge)]"
    >
      {children}
    </button>
  );
}
