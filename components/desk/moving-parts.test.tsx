// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test } from "vitest";
import { MovingParts } from "@/components/desk/moving-parts";

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
});

/** Draws parts of these names, each a field; `draw` draws others and answers how many elements were moved, put in or taken out. */
function page() {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const draw = async (names: string): Promise<number> => {
    const touched = new Set<Node>();
    // One that moves is taken out and put in.
    const watch = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records) {
        for (const node of [...addedNodes, ...removedNodes]) touched.add(node);
      }
    });
    watch.observe(place, { subtree: true, childList: true });
    const parts = [...names].map((id) => ({ id, content: <input aria-label={id} /> }));
    await act(async () => root.render(<MovingParts parts={parts} />));
    watch.disconnect();
    return touched.size;
  };
  const fields = () => [...place.querySelectorAll("input")];
  return {
    draw,
    fields,
    shown: () =>
      fields()
        .map((field) => field.getAttribute("aria-label"))
        .join(""),
  };
}

test("one part that moves is one element that moves, from either end, and the others stay as they are", async () => {
  const { draw, fields, shown } = page();
  await draw("abcdef");
  const before = new Set(fields());
  expect(await draw("fabcde")).toBe(1);
  expect(shown()).toBe("fabcde");
  expect(await draw("abcdef")).toBe(1);
  expect(await draw("defabc")).toBe(3);
  expect(shown()).toBe("defabc");
  expect(new Set(fields())).toEqual(before);
});

test("parts come and go at any place while others move", async () => {
  const { draw, shown } = page();
  for (const names of ["abc", "cxab", "xb", "", "bya", "zayb"]) {
    await draw(names);
    expect(shown()).toBe(names);
  }
});

test("whoever writes in a part keeps the focus, whichever part moves", async () => {
  const { draw, fields } = page();
  await draw("abcd");
  const [, second] = fields();
  second?.focus();
  for (const names of ["dabc", "bdac", "acdb", "b"]) {
    await draw(names);
    expect(document.activeElement).toBe(second);
  }
});
