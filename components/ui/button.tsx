import type { ComponentProps, MouseEvent } from "react";

type Variant = "primary" | "secondary" | "quiet" | "danger";
type Size = "sm" | "md";

const VARIANTS: Record<Variant, string> = {
  primary: "border-ink bg-ink text-paper enabled:hover:opacity-90",
  secondary: "border-hair bg-paper text-ink enabled:hover:border-edge",
  quiet: "border-transparent bg-transparent text-ink enabled:hover:bg-wash",
  danger: "border-hair bg-paper text-line enabled:hover:border-line",
};

const SIZES: Record<Size, string> = {
  sm: "min-h-7 gap-1 px-2 py-1 text-xs",
  md: "min-h-9 gap-1.5 px-3 py-1.5 text-sm",
};

/** The classes of a button, for a link that looks like one: `<Link className={buttonClass({variant: "primary"})}>`. */
export function buttonClass({ variant = "secondary", size = "md" }: { variant?: Variant; size?: Size } = {}) {
  return [
    "inline-flex shrink-0 items-center justify-center rounded-control border font-medium whitespace-nowrap select-none",
    "transition-[border-color,background-color,opacity] duration-100",
    "disabled:cursor-not-allowed disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
  ].join(" ");
}

type ButtonProps = ComponentProps<"button"> & {
  variant?: Variant;
  size?: Size;
  /** The action is under way: the button keeps its size and the focus, says so, and does nothing when pressed. */
  pending?: boolean;
};

/** A button; `type="button"` unless said otherwise, so that it never sends a form by accident. */
export function Button({ variant, size, pending = false, className = "", ...props }: ButtonProps) {
  const { children, onClick, ...rest } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={press}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
      className={`${buttonClass({ variant, size })} ${pending ? "relative cursor-progress" : ""} ${className}`}
    >
      {pending ? (
        <span className="inline-flex items-center gap-[inherit] opacity-0">{children}</span>
      ) : (
        children
      )}
      {pending ? <Spinner /> : null}
    </button>
  );
}

/** A small turning ring in the label's place. It says nothing to a screen reader: aria-busy does. */
function Spinner() {
  return (
    <span aria-hidden className="absolute inset-0 grid place-items-center">
      <span className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent" />
    </span>
  );
}
