// @vitest-environment jsdom
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test } from "vitest";
import type { Attempt } from "@/components/desk/attempt";
import { TypedPassage } from "@/components/desk/evidence/typed-passage";
import type { ReadableSnapshot } from "@/lib/evidence/schema";

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  sessionStorage.clear();
});

const REFUSED: Attempt<ReadableSnapshot> = { ok: false, error: { code: "limited", message: "Slowly." } };
const KEPT: Attempt<ReadableSnapshot> = { ok: true, value: { id: "snapshot" } as ReadableSnapshot };

/** The form as it opens; closed with `close`. */
async function open(answer = REFUSED, actorId = "me") {
  const place = document.body.appendChild(document.createElement("div"));
  const root = createRoot(place);
  const source = { id: "1", title: "Gazette", url: null, why: "Not read." };
  const form = (
    <TypedPassage
      source={source}
      actorId={actorId}
      keep={async () => answer}
      onKept={() => {}}
      onBack={() => {}}
    />
  );
  await act(async () => root.render(form));
  const area = place.querySelector("textarea") as HTMLTextAreaElement;
  const type = (text: string) =>
    act(async () => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
      area.dispatchEvent(new Event("input", { bubbles: true }));
    });
  const send = () => act(async () => place.querySelector("form")?.requestSubmit());
  return { area, type, send, close: () => act(async () => root.unmount()) };
}

test("what is typed outlasts the form and a refusal, for its writer only, until it is kept", async () => {
  const first = await open();
  await first.type("It rained all week.");
  await first.send();
  expect(first.area.value).toBe("It rained all week.");
  await first.close();
  expect((await open(REFUSED, "you")).area.value).toBe("");
  const second = await open(KEPT);
  expect(second.area.value).toBe("It rained all week.");
  await second.send();
  await second.close();
  expect((await open()).area.value).toBe("");
});
