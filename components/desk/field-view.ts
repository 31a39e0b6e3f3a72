import type { ReactNode } from "react";

/** How one field of a document is named, shown and copied where two versions of it meet. */
export interface FieldView<V> {
  /** "Headline", "Text". */
  label: string;
  show(value: V): ReactNode;
  /** What "Copy" puts on the clipboard, and what differences are marked in. */
  text(value: V): string;
}
