import { TableView } from "@tiptap/extension-table";
import type { Node } from "@tiptap/pm/model";
import type { EditorView, NodeView } from "@tiptap/pm/view";
import { LONGEST_TABLE_CAPTION, tableCaption } from "@/lib/rich-text/captioned-table";

/** A table on the desk: its rows, and under them a field for its caption, quiet while there is none. */
export class CaptionedTableView extends TableView implements NodeView {
  readonly #view: EditorView;
  readonly #field: HTMLInputElement;

  constructor(node: Node, cellMinWidth: number, view: EditorView) {
    super(node, cellMinWidth, view);
    this.#view = view;
    this.#field = document.createElement("input");
    this.#field.className = "table-caption";
    this.#field.placeholder = "Caption of the table";
    this.#field.setAttribute("aria-label", "Caption of the table");
    this.#field.maxLength = LONGEST_TABLE_CAPTION;
    this.#field.contentEditable = "false";
    this.#field.addEventListener("input", () => this.#keep(this.#field.value));
    this.#field.addEventListener("change", () => this.#show());
    this.#field.addEventListener("keydown", (event) => this.#leave(event));
    this.dom.append(this.#field);
    this.#show();
  }

  override update(node: Node): boolean {
    const isSame = super.update(node);
    // While it is typed in, what is typed is what counts: the kept caption has no space at its end.
    if (isSame && tableCaption(this.#field.value) !== node.attrs.caption) this.#show();
    if (isSame) this.#field.readOnly = !this.#view.editable;
    return isSame;
  }

  stopEvent(event: Event): boolean {
    return event.target === this.#field;
  }

  #show(): void {
    const caption: unknown = this.node.attrs.caption;
    this.#field.value = typeof caption === "string" ? caption : "";
    this.#field.readOnly = !this.#view.editable;
  }

  /** This table's place in the document now. */
  #place(): number {
    return this.#view.posAtDOM(this.contentDOM, 0) - 1;
  }

  #keep(words: string): void {
    const caption = tableCaption(words);
    if (caption === this.node.attrs.caption) return;
    this.#view.dispatch(this.#view.state.tr.setNodeAttribute(this.#place(), "caption", caption));
  }

  #leave(event: KeyboardEvent): void {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    this.#view.focus();
  }
}

/** Puts the caret into the caption's field of the table around the given place. */
export function focusCaption(view: EditorView, tablePosition: number): void {
  const dom = view.nodeDOM(tablePosition);
  if (dom instanceof HTMLElement) dom.querySelector<HTMLInputElement>(".table-caption")?.focus();
}
