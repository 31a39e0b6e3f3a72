import { Command } from "cmdk";
import type { ReactNode } from "react";

interface PickFieldProps {
  value: string;
  onValueChange(typed: string): void;
  maxLength: number;
  placeholder: string;
  autoFocus?: boolean;
}

/** Where the words are typed that a list of choices is found by; inside a cmdk Command. */
export function PickField(props: PickFieldProps) {
  return (
    <Command.Input
      {...props}
      className="min-h-9 w-full rounded-control border border-edge bg-paper px-2.5 py-1.5 text-base placeholder:text-quiet max-sm:text-[1rem]"
    />
  );
}

interface PickLineProps {
  value: string;
  onSelect(): void;
  /** What tells it apart from others of its name. */
  remark: ReactNode;
  children: ReactNode;
}

/** One of the choices. */
export function PickLine({ value, onSelect, remark, children }: PickLineProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-10 cursor-pointer flex-wrap items-center justify-between gap-x-3 rounded-control px-2.5 py-1.5 text-sm data-[selected=true]:bg-wash"
    >
      <span className="[overflow-wrap:anywhere]">{children}</span>
      <span className="text-xs text-quiet">{remark}</span>
    </Command.Item>
  );
}

/** How the looking stands, in a few words; empty while the choices say enough. */
export function PickState({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="min-h-5 text-xs text-quiet">
      {children}
    </p>
  );
}
