import type { EditorView } from "@tiptap/pm/view";
import { type Anchor, anchorsIn, wordsOf } from "@/components/editor/claims/anchors";
import type { ClaimSign, ClaimsHost } from "@/components/editor/claims/claims-host";

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
    const anchors = [...anchorsIn(state.doc)].filter(([key]) => signs.has(key));
    if (anchors.length === 0) {
      this.#bar.remove();
      return;
    }
    if (this.#bar.parentElement !== frame) frame.append(this.#bar);
    this.#bar.setAttribute("aria-label", `Claims: ${dom.getAttribute("aria-label") ?? "text"}`);
    const origin = frame.getBoundingClientRect().top;
    let free = Number.NEGATIVE_INFINITY;
    const buttons = anchors.flatMap(([key, anchor]) => {
      const sign = signs.get(key);
      const [piece] = anchor.pieces;
      if (!sign || !piece) return [];
      const line = this.#view.coordsAtPos(piece.from, 1);
      const top = Math.max(free, (line.top + line.bottom) / 2 - STEP / 2 - origin);
      free = top + STEP;
      return [this.#button(sign, anchor, top)];
    });
    // Put in anew, a button would lose the focus.
    if (buttons.some((button, place) => this.#bar.children[place] !== button)) {
      this.#bar.replaceChildren(...buttons);
    }
    while (this.#bar.children.length > buttons.length) this.#bar.lastElementChild?.remove();
    this.#oneTabStop(buttons);
  }

  /** The same element for the same claim, so that it keeps the focus. */
  #button(sign: ClaimSign, anchor: Anchor, top: number): HTMLButtonElement {
    const isOwn = ({ dataset }: HTMLElement) => dataset.sign === sign.id && dataset.type === sign.type;
    const button = this.#buttons().find(isOwn) ?? document.createElement("button");
    const words = wordsOf(this.#view.state.doc, anchor);
    const name = words.length > NAMED ? `${words.slice(0, NAMED).trimEnd()}…` : words;
    button.type = "button";
    button.dataset.sign = sign.id;
    button.dataset.type = sign.type;
    button.dataset.state = sign.state;
    // Put in anew between the two halves of a press, they would swallow it.
    if (button.textContent !== sign.kindShape + sign.shape) button.replaceChildren(...shapesOf(sign));
    button.title = `${sign.kindWord} · ${sign.words}`;
    button.setAttribute("aria-label", `${sign.words}: ${name} (${sign.kindWord})`);
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

/** What it is, and what it stands on. */
function shapesOf({ kindShape, shape }: ClaimSign): HTMLElement[] {
  const shapes = [
    ["sign-kind", kindShape],
    ["sign-state", shape],
  ] as const;
  return shapes.flatMap(([name, text]) => {
    if (text === "") return [];
    const element = document.createElement("span");
    element.className = name;
    element.textContent = text;
    return [element];
  });
}
