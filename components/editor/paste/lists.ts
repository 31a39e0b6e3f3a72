/** Lists as HTML means them: a list that stands beside its item instead of inside it moves in, and lone items get a list. */
export function mendLists(document: Document): void {
  for (const list of document.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = list.previousElementSibling;
    if (before?.tagName === "LI") before.append(list);
    else {
      const item = document.createElement("li");
      list.replaceWith(item);
      item.append(list);
    }
  }
  for (const box of document.querySelectorAll<HTMLInputElement>("li input[type='checkbox']")) {
    box.replaceWith(document.createTextNode(box.checked ? "☑ " : "☐ "));
  }
}
