import { type FormEvent, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { Result } from "@/lib/errors";

/** A form on its way to the server: sent once at a time, with the failure of the last try until the next one is answered. */
export function useSending<T>(call: () => Promise<Result<T>>, onDone: (value: T) => void) {
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await attempt(call());
    setPending(false);
    setFailure(answer.ok ? undefined : answer.error);
    if (answer.ok) onDone(answer.value);
  };
  return { submit, pending, failure };
}
