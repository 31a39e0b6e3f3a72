"use client";

import { ShortcutKeys } from "@/components/desk/shortcut-keys";
import { SHORTCUTS } from "@/components/desk/shortcuts";
import { setSingleKeys, useSingleKeys } from "@/components/desk/single-keys";
import { Dialog } from "@/components/ui/dialog";

const GROUPS = [...Map.groupBy(SHORTCUTS, (shortcut) => shortcut.place)];

interface ShortcutsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every shortcut, by where it acts, and a way to turn off those of one key. */
export function ShortcutsDialog(props: ShortcutsDialogProps) {
  const singles = useSingleKeys();
  return (
    <Dialog title="Shortcuts" {...props}>
      <label className="mb-5 flex min-h-8 items-center gap-2.5 rounded-control bg-desk px-3 py-2 text-sm">
        <input
          type="checkbox"
          className="size-4 shrink-0 accent-(--color-ink)"
          checked={singles}
          onChange={(event) => setSingleKeys(event.target.checked)}
        />
        <span>
          Shortcuts of one key
          <span className="block text-xs text-quiet">
            They never act while you type. Turn them off if you speak to your computer, or press keys by
            accident.
          </span>
        </span>
      </label>
      <div className="grid gap-5">
        {GROUPS.map(([place, shortcuts]) => (
          <section key={place}>
            <h3 className="mb-1 text-sm font-semibold">{place}</h3>
            <dl>
              {shortcuts.map(({ title, keys }) => (
                <div
                  key={title}
                  className="flex items-center justify-between gap-4 border-t border-hair py-1.5 text-sm"
                >
                  <dt>{title}</dt>
                  <dd className="flex flex-wrap justify-end gap-x-1.5 gap-y-1">
                    {keys.map((each, index) => (
                      <span key={each} className="inline-flex items-center gap-1.5">
                        {index > 0 ? <span className="text-xs text-quiet">or</span> : null}
                        <ShortcutKeys keys={each} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
