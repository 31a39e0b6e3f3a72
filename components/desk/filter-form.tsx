import type { ReactNode } from "react";
import { Input } from "@/components/ui/input";

interface FilterFormProps {
  /** The page that answers. */
  action: string;
  /** What is asked now: another question starts the fields anew. */
  asked: string;
  words: string;
  longest: number;
  label: string;
  placeholder: string;
  autoFocus?: boolean;
  /** The columns from a middling window on, and the room below. */
  className: string;
  /** The choices beside the words. */
  children: ReactNode;
  button: ReactNode;
}

/** Asks a page for what fits words and choices. A form that sends itself: it needs no script, and its address can be shared. */
export function FilterForm({ action, asked, words, longest, label, className, ...props }: FilterFormProps) {
  return (
    <search>
      <form key={asked} action={action} className={`grid grid-cols-2 gap-2 ${className}`}>
        <Input
          type="search"
          name="q"
          defaultValue={words}
          maxLength={longest}
          aria-label={label}
          placeholder={props.placeholder}
          autoComplete="off"
          autoFocus={props.autoFocus}
          className="max-sm:col-span-2"
        />
        {props.children}
        {props.button}
      </form>
    </search>
  );
}
