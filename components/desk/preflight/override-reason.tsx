import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

/** Why somebody publishes over what blocks. */
export function OverrideReason({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  return (
    <div className="mt-4">
      <Field
        label="Why it is published all the same"
        hint="Kept with the edition and in the audit log, under your name. Readers do not see it."
      >
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={reason}
            onChange={(event) => onReason(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
