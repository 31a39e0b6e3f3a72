import type { Editor } from "@tiptap/core";
import { NodeSelection, TextSelection } from "@tiptap/pm/state";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { FigureView } from "@/components/editor/figure-view";
import { Figure } from "@/lib/rich-text/figure";

/** The figure the caret is in, or that is selected, by its place in the document. */
function figureAt({ state }: Editor): { position: number; size: number; isEmpty: boolean } | null {
  const { selection } = state;
  const { $from } = selection;
  const node = selection instanceof NodeSelection ? selection.node : $from.parent;
  if (node.type.name !== "figure") return null;
  const position = selection instanceof NodeSelection ? selection.from : $from.before();
  return { position, size: node.nodeSize, isEmpty: node.content.size === 0 };
}

/** Into the paragraph behind the picture, made where there is none: a caption is one line. */
function goOn(editor: Editor): boolean {
  const figure = figureAt(editor);
  if (!figure) return false;
  const behind = figure.position + figure.size;
  const { tr, schema } = editor.state;
  const next = tr.doc.resolve(behind).nodeAfter;
  if (!next?.isTextblock && schema.nodes.paragraph) tr.insert(behind, schema.nodes.paragraph.create());
  editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, behind + 1)).scrollIntoView());
  return true;
}

/** To the fields about the picture. */
function describe(editor: Editor): boolean {
  const figure = figureAt(editor);
  const dom = figure && editor.view.nodeDOM(figure.position);
  const field =
    dom instanceof HTMLElement ? dom.querySelector<HTMLInputElement>(".picture-fields input") : null;
  field?.focus();
  return field !== null;
}

/** At the beginning of a caption: the picture is selected first, so that it never goes by surprise. */
function stepBack(editor: Editor): boolean {
  const { selection, tr } = editor.state;
  const figure = figureAt(editor);
  if (!figure || !selection.empty || selection.$from.parentOffset > 0) return false;
  if (figure.isEmpty) editor.view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, figure.position)));
  return true;
}

/** The figure as the desk edits it. */
export const DeskFigure = Figure.extend({
  priority: 1000,
  addNodeView: () => ReactNodeViewRenderer(FigureView),
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => goOn(editor),
    Tab: ({ editor }) => describe(editor),
    Backspace: ({ editor }) => stepBack(editor),
  }),
});
