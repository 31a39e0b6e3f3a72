import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Result } from "@/lib/errors";

/** How a dialog is opened: by the button given, or by who holds whether it is open. */
export interface Opening {
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

interface StartDialogProps extends Opening {
  title: string;
  description?: string;
  /** What the thing that is started is known by. */
  label: string;
  hint?: string;
  maxLength: number;
  start(words: string): Promise<Result<{ id: string }>>;
  /** Where what was started is opened. */
  addressOf(id: string): string;
}

/** Asks for the one line with which something new begins, starts it and opens it. */
export function StartDialog(props: StartDialogProps) {
  const { label, hint, maxLength, start, addressOf, ...dialog } = props;
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const begin = async (words: string) => {
    setPending(true);
    const answer = await attempt(start(words));
    if (answer.ok) {
      dialog.onOpenChange?.(false);
      return router.push(addressOf(answer.value.id));
    }
    setPending(false);
    setError(answer.error.message);
  };
  return (
    <Dialog {...dialog}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void begin(String(new FormData(event.currentTarget).get("words")));
        }}
      >
        <Field label={label} hint={hint} error={error}>
          {(control) => <Input {...control} name="words" autoComplete="off" maxLength={maxLength} required />}
        </Field>
        <DialogActions>
          <Button variant="primary" type="submit" pending={pending}>
            Start it
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
