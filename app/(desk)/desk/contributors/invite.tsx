"use client";

import { UserPlus } from "lucide-react";
import { useActionState, useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { ROLES, type Role } from "@/lib/policy";
import { invite } from "./actions";
import { LinkShown } from "./link-shown";

const MAY: Record<Role, string> = {
  admin: "Admin: everything, and decides who works here",
  editor: "Editor: every story, the running order, publishing",
  contributor: "Contributor: writes and sources their own stories",
};

/** The button and dialog that invite someone. The form starts afresh each time it is opened. */
export function Invite() {
  const [open, setOpen] = useState(false);
  const [invited, setInvited] = useState<{ name: string; link: string }>();
  const change = (now: boolean) => {
    setOpen(now);
    if (now) setInvited(undefined);
  };
  const trigger = (
    <Button variant="primary">
      <UserPlus aria-hidden size={15} />
      Invite someone
    </Button>
  );
  return (
    <Dialog
      title={invited ? `${invited.name} is invited` : "Invite someone"}
      description={
        invited ? undefined : "Plumbline makes a one-time link, which you send by a way you trust."
      }
      trigger={trigger}
      open={open}
      onOpenChange={change}
    >
      {invited ? (
        <LinkShown link={invited.link} lasts="seven days" onDone={() => setOpen(false)} />
      ) : (
        <InviteForm onInvited={setInvited} onCancel={() => setOpen(false)} />
      )}
    </Dialog>
  );
}

interface FormProps {
  onInvited: (invited: { name: string; link: string }) => void;
  onCancel: () => void;
}

interface State {
  name: string;
  email: string;
  role: Role;
  failure?: Failure;
}

function InviteForm({ onInvited, onCancel }: FormProps) {
  const send = async (_: State, form: FormData): Promise<State> => {
    const typed = {
      name: String(form.get("name")),
      email: String(form.get("email")),
      role: form.get("role") as Role,
    };
    const answer = await attempt(invite(typed));
    if (answer.ok) onInvited({ name: typed.name, link: answer.value.link });
    return { ...typed, failure: answer.ok ? undefined : answer.error };
  };
  const [state, submit, pending] = useActionState(send, { name: "", email: "", role: "editor" });
  const error = formError(state.failure);
  return (
    <form action={submit} className="grid gap-4">
      {error ? <Notice kind="error">{error}</Notice> : null}
      <Field label="Name" error={fieldError(state.failure, "name")}>
        {(control) => (
          <Input
            {...control}
            name="name"
            required
            maxLength={120}
            defaultValue={state.name}
            autoComplete="off"
          />
        )}
      </Field>
      <Field label="E-mail" error={fieldError(state.failure, "email")}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            required
            maxLength={254}
            defaultValue={state.email}
            autoComplete="off"
          />
        )}
      </Field>
      <Field label="Role" error={fieldError(state.failure, "role")}>
        {(control) => (
          <Select {...control} name="role" key={state.role} defaultValue={state.role}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {MAY[role]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <DialogActions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending}>
          Make the link
        </Button>
      </DialogActions>
    </form>
  );
}
