// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test } from "vitest";
import { ClaimLine } from "@/components/desk/claims/claim-line";

beforeEach(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true }));

/** A line on a server that holds "Ida Holm" and answers each save when told to. */
async function open() {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const asked: string[] = [];
  let answer: (isKept: boolean) => void = () => {};
  const onKeep = (value: string) => {
    asked.push(value);
    return new Promise<boolean>((done) => {
      answer = done;
    });
  };
  const show = (value: string) =>
    act(async () =>
      root.render(<ClaimLine label="Speaker" keptAs="somebody" value={value} onKeep={onKeep} />),
    );
  await show("Ida Holm");
  const input = place.querySelector("input") as HTMLInputElement;
  const type = (text: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const leave = () => act(async () => input.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  const press = (name: string) =>
    act(async () => [...place.querySelectorAll("button")].find((each) => each.textContent === name)?.click());
  return {
    place,
    asked,
    input,
    show,
    type,
    leave,
    press,
    answer: (is: boolean) => act(async () => answer(is)),
  };
}

test("what was not kept stays and says so, until it is kept", async () => {
  const { place, asked, input, show, type, leave, press, answer } = await open();
  await type("Per Lund");
  await leave();
  await answer(false);
  expect(input.value).toBe("Per Lund");
  expect(place.textContent).toContain("Not saved");
  await press("Try again");
  await show("Per Lund");
  await answer(true);
  expect(asked).toEqual(["Per Lund", "Per Lund"]);
  expect(place.textContent).not.toContain("Not saved");
  await show("somebody else’s word");
  expect(input.value).toBe("somebody else’s word");
});

test("what is typed during a save is kept by the next one, not beside it", async () => {
  const { asked, input, show, type, leave, answer } = await open();
  await type("Per");
  await leave();
  await type("Per Lund");
  await leave();
  expect(asked).toEqual(["Per"]);
  await show("Per");
  await answer(true);
  expect(input.value).toBe("Per Lund");
  expect(asked).toEqual(["Per", "Per Lund"]);
});

test("what was not kept can be given up", async () => {
  const { place, input, type, leave, press, answer } = await open();
  await type("Per Lund");
  await leave();
  await answer(false);
  await press("Discard");
  expect(input.value).toBe("Ida Holm");
  expect(place.textContent).not.toContain("Not saved");
});

test("who seems to speak is taken with Enter, not by leaving; Escape gives up what was typed", async () => {
  const place = document.body.appendChild(document.createElement("div"));
  const kept: string[] = [];
  let gaveUp = 0;
  const line = (
    <ClaimLine
      label="Speaker"
      keptAs="an offer"
      value=""
      offered="Ida Holm"
      onKeep={async (value) => kept.push(value) > 0}
      onGiveUp={() => {
        gaveUp += 1;
      }}
    />
  );
  await act(async () => createRoot(place).render(line));
  const input = place.querySelector("input") as HTMLInputElement;
  const press = (key: string) =>
    act(async () => input.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
  const leave = () => act(async () => input.dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
  expect(input.value).toBe("Ida Holm");
  await leave();
  expect(kept).toEqual([]);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, "Per");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await press("Escape");
  await leave();
  expect([kept, gaveUp, input.value]).toEqual([[], 1, "Ida Holm"]);
  await press("Enter");
  expect(kept).toEqual(["Ida Holm"]);
});
