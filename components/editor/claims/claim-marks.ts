import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { anchorKey, anchorsIn, type NamedAnchor } from "@/components/editor/claims/anchors";
import { ClaimMargin } from "@/components/editor/claims/claim-margin";
import { type ClaimedText, claimedText } from "@/components/editor/claims/claimed-text";
import type { ClaimsHost, Signs } from "@/components/editor/claims/claims-host";
import { marksUndone } from "@/components/editor/claims/marks-undone";
import "./claim-marks.css";

type Did = ClaimedText["did"];

interface Shown {
  signs: Signs;
  active: string | null;
  decorations: DecorationSet;
}

const key = new PluginKey<Shown>("claims");

/** The key that begins evidence for what is selected. */
export const EVIDENCE_KEYS = "Mod+Shift+E";

/**
 * Shows what claims stand on beside their text and, for who may write, marks new ones. The marks themselves are the
 * document's.
 */
export function claimMarks(host: ClaimsHost, mayWrite: boolean) {
  const begin = () => {
    host.onKey();
    return true;
  };
  return Extension.create({
    name: "claimMarks",
    onBeforeCreate() {
      this.editor.storage.cleanPaste.anchors = host.pasted;
    },
    addKeyboardShortcuts: (): Record<string, () => boolean> => (mayWrite ? { "Mod-Shift-e": begin } : {}),
    addProseMirrorPlugins() {
      return [claimsPlugin(host, (deed) => this.editor.storage.sharedUndo?.did(deed))];
    },
  });
}

function claimsPlugin(host: ClaimsHost, did: Did): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_, state) => shown(state.doc, host),
      apply: (transaction, before, _, state) =>
        transaction.docChanged || transaction.getMeta(key) ? shown(state.doc, host) : before,
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        focus: (view) => {
          host.onFocus(view.editable);
          return false;
        },
        click: (_, event) => {
          const anchor = pressed(event.target);
          if (anchor && host.signs().has(anchorKey(anchor))) host.onPress(anchor.id, "see");
          return false;
        },
      },
    },
    view: (view) => connect(view, host, did),
  });
}

/** The innermost marked words around what was pressed. */
function pressed(target: EventTarget | null): NamedAnchor | null {
  const words = target instanceof Element ? target.closest("[data-claim], [data-analysis]") : null;
  const claim = words?.getAttribute("data-claim");
  const id = claim ?? words?.getAttribute("data-analysis");
  return id ? { type: claim ? "claim" : "analysis", id } : null;
}

function shown(document: Node, host: ClaimsHost): Shown {
  const signs = host.signs();
  const active = host.active();
  const all = [...anchorsIn(document)].flatMap(([named, { id, pieces }]) => {
    const sign = signs.get(named);
    const classes = [
      sign ? `kind-${sign.kind}` : "",
      sign?.state === "none" ? "claim-bare" : "",
      id === active ? "claim-active" : "",
    ].filter(Boolean);
    if (classes.length === 0) return [];
    return pieces.map(({ from, to }) => Decoration.inline(from, to, { class: classes.join(" ") }));
  });
  const decorations = all.length > 0 ? DecorationSet.create(document, all) : DecorationSet.empty;
  return { signs, active, decorations };
}

/** Joins a text that is awake to the keeper of its claims. */
function connect(view: EditorView, host: ClaimsHost, did: Did) {
  const margin = new ClaimMargin(view, host);
  const stop = host.subscribe(() => {
    const before = key.getState(view.state);
    // A transaction in the middle of a press puts the selection back to what it was before it.
    if (view.isDestroyed || (before?.signs === host.signs() && before.active === host.active())) return;
    view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
    margin.draw();
  });
  host.onText(claimedText(view, did));
  return {
    update(_: EditorView, before: EditorState) {
      if (view.state.doc.eq(before.doc)) return;
      margin.draw();
      const undone = marksUndone(before, view.state);
      if (undone.length > 0) host.onMarksUndone(undone);
    },
    destroy() {
      stop();
      margin.destroy();
      host.onText(null);
    },
  };
}
