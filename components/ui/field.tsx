import { type ReactNode, useId } from "react";

/** What a field gives to the control inside it. */
export interface ControlProps {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": boolean | undefined;
}

interface FieldProps {
  label: ReactNode;
  /** Said before anything is wrong: the rule, the unit, an example. */
  hint?: ReactNode;
  /** One sentence: what is wrong and what to do. Read out when it appears. */
  error?: string | undefined;
  children: (props: ControlProps) => ReactNode;
}

/** A label, its control, a hint and an error, joined for assistive technology. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? true : undefined })}
      {hint ? (
        <p id={`${id}-hint`} className="text-xs text-quiet">
          {hint}
        </p>
      ) : null}
      <div aria-live="polite" className="empty:-mt-1.5">
        {error ? (
          <p id={`${id}-error`} className="text-sm text-line">
            <span aria-hidden>▲ </span>
            {error}
          </p>
        ) : null}
      </div>
    </div>
  );
}
