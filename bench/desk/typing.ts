import type { Page } from "@playwright/test";

declare global {
  interface Window {
    benchKeys?: number[];
  }
}

const LETTERS = "the water stays where it is and the barges wait ";

/**
 * Types `count` keys into the field and answers, for each, the milliseconds from the key's own timestamp to the frame that
 * shows what it did.
 */
export async function typeKeys(page: Page, field: string, count: number): Promise<number[]> {
  await page.locator(field).first().click();
  await page.keyboard.press("End");
  await page.evaluate(watchKeys, field);
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.type(LETTERS[key % LETTERS.length] ?? " ");
    // As fast as a quick typist: some twelve keys a second, each waited for.
    await page.waitForFunction((done) => (window.benchKeys?.length ?? 0) > done, key, { polling: 40 });
  }
  return page.evaluate(() => window.benchKeys ?? []);
}

function watchKeys(field: string): void {
  const times: number[] = [];
  window.benchKeys = times;
  const target = document.querySelector(field);
  if (!target) throw new Error("The field to type in is gone.");
  let pressed: number | null = null;
  target.addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
    },
    true,
  );
  const painted = (begun: number) => {
    // A task of its own after the frame's callbacks: the frame has been drawn by then.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => times.push(performance.now() - begun);
    requestAnimationFrame(() => channel.port2.postMessage(null));
  };
  new MutationObserver(() => {
    if (pressed === null) return;
    painted(pressed);
    pressed = null;
  }).observe(target, { subtree: true, childList: true, characterData: true });
}
