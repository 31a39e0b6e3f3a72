import type { ComponentProps } from "react";

// 1rem on phones: browsers there zoom the page when a smaller field takes the focus.
const CONTROL = [
  "w-full min-h-9 rounded-control border border-edge bg-paper px-2.5 py-1.5 text-base text-ink max-sm:text-[1rem]",
  "placeholder:text-quiet hover:border-ink aria-invalid:border-line aria-invalid:shadow-[inset_0_0_0_1px_var(--color-line)]",
  "focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-60 [&[readonly]]:bg-desk",
].join(" ");

/** One line of text. */
export function Input({ className = "", ...props }: ComponentProps<"input">) {
  return <input {...props} className={`${CONTROL} ${className}`} />;
}

/** The browser's own list, in the desk's clothes. */
export function Select({ className = "", ...props }: ComponentProps<"select">) {
  return <select {...props} className={`${CONTROL} ${className}`} />;
}

/** Several lines of text. */
export function TextArea({ className = "", ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} className={`${CONTROL} field-sizing-content ${className}`} />;
}
