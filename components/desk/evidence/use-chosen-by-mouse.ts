import { useEffect, useRef } from "react";
import type { Chosen, PassageMoves } from "@/components/desk/evidence/passage-moves";
import { offsetOf } from "@/components/desk/evidence/text-highlights";

/** Follows what is selected in a text by mouse or touch; a click alone takes the sentence. */
export function useChosenByMouse(
  box: { readonly current: HTMLElement | null },
  moves: PassageMoves,
  onChosen: (chosen: Chosen) => void,
): void {
  const latest = useRef({ moves, onChosen });
  useEffect(() => {
    latest.current = { moves, onChosen };
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const follow = () => {
      const chosen = selectedIn(element);
      if (chosen) latest.current.onChosen(chosen);
    };
    const click = (event: MouseEvent) => {
      const selection = getSelection();
      if (!selection?.isCollapsed || event.detail > 1) return;
      const at = offsetOf(element, selection.anchorNode, selection.anchorOffset);
      const sentence = at === null ? null : latest.current.moves.sentenceAt(at);
      if (sentence) latest.current.onChosen({ anchor: sentence.start, head: sentence.end });
    };
    document.addEventListener("selectionchange", follow);
    element.addEventListener("click", click);
    return () => {
      document.removeEventListener("selectionchange", follow);
      element.removeEventListener("click", click);
    };
  }, [box]);
}

function selectedIn(box: HTMLElement): Chosen | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return null;
  const anchor = offsetOf(box, selection.anchorNode, selection.anchorOffset);
  const head = offsetOf(box, selection.focusNode, selection.focusOffset);
  return anchor === null || head === null || anchor === head ? null : { anchor, head };
}
