import type { EditorView } from "@tiptap/pm/view";
import type { ClaimSign, ClaimsHost } from "@/components/editor/claims/claim-marks";
import { claimRanges, wordsOf } from "@/components/editor/claims/claim-ranges";

/** Pixels from one sign to the next one below it, at least (WCAG 2.5.8). */
const STEP = 24;
/** Characters of a claim by which its sign is named. */
const NAMED = 60;

/**
 * The signs of a text's claims, in the margin beside the line each begins in: one tab stop behind the text, arrows inside,
 * Escape back to the text. They are not part of the text, so that no caret, copy or undo ever meets them.
 */
export class ClaimMargin {
  readonly #view: EditorView;
  readonly #host: ClaimsHost;
  readonly #bar = document.createElement("div");
  readonly #observer: ResizeObserver;
  #frame = 0;

  constructor(view: EditorView, host: ClaimsHost) {
    this.#view = view;
    this.#host = host;
    this.#bar.className = "claim-margin";
    this.#bar.setAttribute("role", "toolbar");
    this.#bar.setAttribute("aria-orientation", "vertical");
    this.#bar.addEventListener("keydown", (event) => this.#keys(event));
    this.#bar.addEventListener("click", (event) => {
      const sign = event.target instanceof Element ? event.target.closest("button") : null;
      if (sign?.dataset.sign) host.onPress(sign.dataset.sign, "come");
    });
    // Fonts, pictures and the window move lines without any change of the text.
    this.#observer = new ResizeObserver(() => this.draw());
    this.#observer.observe(view.dom);
    this.draw();
  }

  /** After the browser has laid the text out. */
  readonly draw = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#place());
  };

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#bar.remove();
  }

  #place(): void {
    const { dom, state, isDestroyed } = this.#view;
    const frame = dom.parentElement;
    if (isDestroyed || !frame) return;
    const signs = this.#host.signs();
    const ranges = [...claimRanges(state.doc)].filter(([id]) => signs.has(id));
    if (ranges.length === 0) {
      this.#bar.remove();
      return;
    }
    if (this.#bar.parentElement !== frame) frame.append(this.#bar);
    this.#bar.setAttribute("aria-label", `Claims: ${dom.getAttribute("aria-label") ?? "text"}`);
    const origin = frame.getBoundingClientRect().top;
    let free = Number.NEGATIVE_INFINITY;
    const buttons = ranges.flatMap(([id, { from }]) => {
      const sign = signs.get(id);
      if (!sign) return [];
      const line = this.#view.coordsAtPos(from, 1);
      const top = Math.max(free, (line.top + line.bottom) / 2 - STEP / 2 - origin);
      free = top + STEP;
      return [this.#button(sign, top)];
    });
    // Put in anew, a button would lose the focus.
    if (buttons.some((button, place) => this.#bar.children[place] !== button)) {
      this.#bar.replaceChildren(...buttons);
    }
    while (this.#bar.children.length > buttons.length) this.#bar.lastElementChild?.remove();
    this.#oneTabStop(buttons);
  }

  /** The same element for the same claim, so that it keeps the focus. */
  #button(sign: ClaimSign, top: number): HTMLButtonElement {
    const standing = this.#buttons().find((each) => each.dataset.sign === sign.id);
    const button = standing ?? document.createElement("button");
    const words = wordsOf(this.#view.state.doc, sign.id);
    const name = words.length > NAMED ? `${words.slice(0, NAMED).trimEnd()}…` : words;
    button.type = "button";
    button.dataset.sign = sign.id;
    button.dataset.state = sign.state;
    button.textContent = sign.shape;
    button.title = sign.words;
    button.setAttribute("aria-label", `${sign.words}: ${name}`);
    button.setAttribute("aria-pressed", String(sign.id === this.#host.active()));
    button.style.top = `${top}px`;
    return button;
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#bar.querySelectorAll("button")];
  }

  #oneTabStop(buttons: HTMLButtonElement[]): void {
    const chosen =
      buttons.find((each) => each === document.activeElement) ??
      buttons.find((each) => each.getAttribute("aria-pressed") === "true") ??
      buttons[0];
    for (const button of buttons) button.tabIndex = button === chosen ? 0 : -1;
  }

  #keys(event: KeyboardEvent): void {
    if (event.key === "Escape") this.#view.focus();
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const buttons = this.#buttons();
    buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step]?.focus();
    this.#oneTabStop(buttons);
  }
}
