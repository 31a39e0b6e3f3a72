/** Word copies a list as paragraphs that name their list and level; this makes lists of them, nested as they were. */
export function makeWordLists(document: Document): void {
  for (const first of [...document.querySelectorAll<HTMLElement>("p[style*='mso-list']")]) {
    // Already part of a list made for an earlier one.
    if (first.closest("li") || levelOf(first) === null) continue;
    const items = runFrom(first);
    const place = document.createComment("");
    first.before(place);
    place.replaceWith(nest(document, items));
  }
}

function levelOf(element: Element | null): number | null {
  const style = element?.getAttribute("style") ?? "";
  if (/mso-list\s*:\s*(none|skip)/i.test(style)) return null;
  const level = /mso-list\s*:[^;]*level(\d+)/i.exec(style)?.[1];
  return level === undefined ? null : Number(level);
}

function runFrom(first: HTMLElement): HTMLElement[] {
  const items = [first];
  for (let next = first.nextElementSibling; levelOf(next) !== null; next = next?.nextElementSibling ?? null) {
    items.push(next as HTMLElement);
  }
  return items;
}

/** What Word drew before the item: "·" or "o" for a bullet, "3." or "b)" for a number. */
function markerOf(item: Element): string {
  const drawn = [...item.querySelectorAll<HTMLElement>("[style]")].find((element) =>
    /mso-list\s*:\s*ignore/i.test(element.getAttribute("style") ?? ""),
  );
  return (drawn?.textContent ?? "").replace(/\s+/g, "");
}

const NUMBER = /^\(?([0-9]+|[a-z]{1,4})[.)]$/i;

function listFor(document: Document, item: Element): HTMLElement {
  const number = NUMBER.exec(markerOf(item))?.[1];
  const list = document.createElement(number === undefined ? "ul" : "ol");
  if (number !== undefined && Number(number) > 1) list.setAttribute("start", number);
  return list;
}

function nest(document: Document, items: HTMLElement[]): DocumentFragment {
  const top = document.createDocumentFragment();
  // Open lists, from the outside in, each with the level of its items.
  const open: { list: HTMLElement; level: number }[] = [];
  for (const item of items) {
    const level = levelOf(item) ?? 1;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let inner = open.at(-1);
    const fresh = listFor(document, item);
    const changes = inner?.level === level && inner.list.tagName !== fresh.tagName;
    if (changes) open.pop();
    if (!inner || changes || inner.level < level) {
      const parent = open.at(-1)?.list.lastElementChild ?? top;
      parent.append(fresh);
      inner = { list: fresh, level };
      open.push(inner);
    }
    const line = document.createElement("li");
    line.append(item);
    inner.list.append(line);
  }
  return top;
}
