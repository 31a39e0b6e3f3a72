"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";

interface DialogProps {
  title: ReactNode;
  description?: ReactNode;
  /** The element that opens it; leave out when `open` is held elsewhere. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What happens once it is closed, instead of giving the focus back; emptied as it does. */
  onward?: { current: (() => void) | null } | undefined;
  children: ReactNode;
}

/** A modal dialog: focus stays inside, Escape closes, focus returns. On a phone it rises from the lower edge. */
export function Dialog({ title, description, trigger, onward, children, ...state }: DialogProps) {
  const before = useRef<Element | null>(null);
  return (
    <Radix.Root {...state}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]" />
        <Radix.Content
          onOpenAutoFocus={(event) => {
            before.current = document.activeElement;
            focusFirstField(event);
          }}
          onCloseAutoFocus={(event) => {
            const goOn = onward?.current;
            if (goOn) {
              event.preventDefault();
              onward.current = null;
              return goOn();
            }
            // Radix gives the focus back to a trigger only.
            if (trigger || !(before.current instanceof HTMLElement)) return;
            event.preventDefault();
            before.current.focus();
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] overflow-y-auto rounded-t-card border border-hair bg-paper p-5 shadow-float sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-[min(30rem,calc(100vw-2rem))] sm:-translate-1/2 sm:rounded-card sm:p-6"
        >
          <div className="mb-4 flex items-start gap-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-serif text-xl font-medium">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-1 text-quiet">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close
              className="-m-1 grid size-8 place-items-center rounded-control text-quiet hover:bg-wash hover:text-ink"
              aria-label="Close"
            >
              <X aria-hidden size={16} />
            </Radix.Close>
          </div>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

// Radix would focus the Close button, the first thing that takes the focus; a form begins at its first field.
function focusFirstField(event: Event) {
  const content = event.currentTarget;
  const field =
    content instanceof HTMLElement && content.querySelector<HTMLElement>("input, textarea, select");
  if (!field) return;
  event.preventDefault();
  field.focus();
}

/** A row of buttons at the foot of a dialog: the main one last, at the right. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap justify-end gap-2">{children}</div>;
}
