"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix, Slot } from "radix-ui";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";

interface MenuProps {
  trigger: ReactNode;
  /** Where the focus goes instead of back to the trigger. */
  onCloseAutoFocus?: () => void;
  children: ReactNode;
}

/**
 * A menu of actions under its trigger (a button element). Until it is first asked for there is only the button: a page may
 * have hundreds of menus, and most are never opened.
 */
export function Menu(props: MenuProps) {
  const [asked, setAsked] = useState<"pointer" | "key" | null>(null);
  if (asked) return <OpenedMenu {...props} byKey={asked === "key"} />;
  const press = (event: MouseEvent) => setAsked(event.detail === 0 ? "key" : "pointer");
  const key = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" || event.altKey) return;
    event.preventDefault();
    setAsked("key");
  };
  return (
    <Slot.Root aria-haspopup="menu" aria-expanded={false} data-state="closed" onClick={press} onKeyDown={key}>
      {props.trigger}
    </Slot.Root>
  );
}

function OpenedMenu({ trigger, onCloseAutoFocus, children, byKey }: MenuProps & { byKey: boolean }) {
  const [open, setOpen] = useState(true);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Radix did not see the key that asked for it: opened by key, the first action has the focus.
    if (byKey) content.current?.querySelector<HTMLElement>("[role^=menuitem]:not([data-disabled])")?.focus();
  }, [byKey]);
  // Inside the page's main landmark, so that assistive technology finds it in its place; asked for at each opening.
  const container = open ? document.querySelector<HTMLElement>("main") : null;
  return (
    <Radix.Root modal={false} open={open} onOpenChange={setOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          ref={content}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!onCloseAutoFocus) return;
            event.preventDefault();
            onCloseAutoFocus();
          }}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto max-w-[calc(100vw-1rem)] min-w-44 rounded-card border border-hair bg-paper p-1 text-left font-sans text-base text-ink shadow-lift"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ITEM =
  "flex min-h-8 w-full items-center gap-2 rounded-control px-2.5 py-1.5 text-left text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-wash";

interface MenuItemProps {
  onSelect?: () => void;
  disabled?: boolean;
  /** Give `children` one link element that becomes the item itself. */
  asChild?: boolean;
  children: ReactNode;
}

/** One action, or with `asChild` a link. */
export function MenuItem({ onSelect, children, ...props }: MenuItemProps) {
  return (
    <Radix.Item {...props} onSelect={() => onSelect?.()} className={ITEM}>
      {children}
    </Radix.Item>
  );
}

/** Words in a menu that cannot be chosen. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2.5 py-1.5 text-xs text-quiet">{children}</Radix.Label>;
}

/** A hair between groups of actions. */
export function MenuSeparator() {
  return <Radix.Separator className="mx-1 my-1 h-px bg-hair" />;
}

interface MenuCheckboxProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  children: ReactNode;
}

/** One of several things that can be on or off; choosing it leaves the menu open. */
export function MenuCheckbox({ checked, onCheckedChange, children }: MenuCheckboxProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={(event) => event.preventDefault()}
      className={ITEM}
    >
      <span aria-hidden className="grid size-4 shrink-0 place-items-center rounded-[4px] border border-edge">
        <Radix.ItemIndicator>
          <Check size={12} />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  );
}
