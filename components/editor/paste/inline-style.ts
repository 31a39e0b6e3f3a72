/** Which emphasis an element says by its style alone; undefined where its style says nothing. */
export interface Emphasis {
  bold: boolean | undefined;
  italic: boolean | undefined;
  strike: boolean | undefined;
}

/** Declarations by class name, from the style sheets that spreadsheets and Apple's programs put beside their text. */
export type ClassStyles = ReadonlyMap<string, string>;

const RULE = /\.([\w-]+)\s*\{([^}]*)\}/g;

/** Only what names a class alone, or an element with a class: more these programs do not write. */
export function classStyles(document: Document): ClassStyles {
  const styles = new Map<string, string>();
  for (const sheet of document.querySelectorAll("style")) {
    for (const [, name = "", declarations = ""] of (sheet.textContent ?? "").matchAll(RULE)) {
      styles.set(name, `${styles.get(name) ?? ""};${declarations}`);
    }
  }
  return styles;
}

function isBold(style: string): boolean | undefined {
  const weight = /(?:^|[;\s])font-weight\s*:\s*(bolder|bold|normal|\d+)/i.exec(style)?.[1]?.toLowerCase();
  if (weight !== undefined) return weight.startsWith("bold") || Number(weight) >= 600;
  return /(?:^|[;\s])font\s*:[^;]*\bbold\b/i.test(style) || undefined;
}

/** What the element's own style, or that of its classes, says about emphasis. */
export function emphasisOf(element: Element, classes: ClassStyles): Emphasis {
  const own = element.getAttribute("style") ?? "";
  const style = `${[...element.classList].map((name) => classes.get(name) ?? "").join(";")};${own}`;
  const slant = /(?:^|[;\s])font-style\s*:\s*(italic|oblique|normal)/i.exec(own || style)?.[1]?.toLowerCase();
  return {
    bold: isBold(own) ?? isBold(style),
    italic: slant === undefined ? undefined : slant !== "normal",
    strike: /text-decoration[\w-]*\s*:[^;]*line-through/i.test(style) || undefined,
  };
}

/** True for what the page it was copied from did not show. */
export function isHidden(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    element.hasAttribute("hidden") ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(style) ||
    // Word's bullets and numbers are drawn as text; the list that replaces them draws its own.
    /mso-list\s*:\s*ignore/i.test(style)
  );
}
