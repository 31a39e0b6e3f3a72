import type { ComponentProps } from "react";
import { KIND_WORDS } from "@/components/desk/entities/entity-words";
import { Select } from "@/components/ui/input";
import { ENTITY_KINDS } from "@/lib/entities/schema";

/** What kind of thing an entity is, to be chosen; empty while nobody has said. */
export function KindSelect(props: ComponentProps<"select">) {
  return (
    <Select {...props}>
      <option value="">Not said</option>
      {ENTITY_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {KIND_WORDS[kind]}
        </option>
      ))}
    </Select>
  );
}
