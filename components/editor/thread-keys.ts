interface Pressed {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  getModifierState(key: "AltGraph"): boolean;
}

/**
 * Ctrl+Alt+M (⌘⌥M) begins a comment, as in Google Docs, Ctrl+Alt+S (⌘⌥S) a suggestion. With Alt a Mac types other letters, so
 * there the key itself counts. AltGr is no shortcut: on many keyboards it types letters and looks like Ctrl+Alt.
 */
export function threadKey(event: Pressed): "comment" | "suggestion" | null {
  if (!event.altKey || !(event.ctrlKey || event.metaKey) || event.shiftKey) return null;
  if (event.getModifierState("AltGraph")) return null;
  const letter = /^[a-z]$/i.test(event.key)
    ? event.key.toLowerCase()
    : event.code.replace(/^Key/, "").toLowerCase();
  if (letter === "m") return "comment";
  return letter === "s" ? "suggestion" : null;
}
