import type { Fact } from "@/components/desk/sources/source-fact-words";
import type { ControlProps } from "@/components/ui/field";
import { Input, Select, TextArea } from "@/components/ui/input";

interface FactControlProps {
  control: ControlProps;
  fact: Fact;
  value: string;
  onChange(value: string): void;
}

const TYPES: Record<string, string> = { date: "date", address: "url" };

/** What one field of a source is typed into; it has the focus as it opens. */
export function FactControl({ control, fact, value, onChange }: FactControlProps) {
  const common = {
    ...control,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (fact.kind === "choice") {
    return (
      <Select ref={focusOnce} {...common}>
        <option value="">Not said</option>
        {fact.choices?.map(([kept, word]) => (
          <option key={kept} value={kept}>
            {word}
          </option>
        ))}
      </Select>
    );
  }
  if (fact.kind === "lines")
    return <TextArea ref={focusOnce} maxLength={2_000} className="min-h-20" {...common} />;
  return <Input ref={focusOnce} type={TYPES[fact.kind] ?? "text"} autoComplete="off" {...common} />;
}

function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
