import type { Page } from "@playwright/test";
import { line } from "@/bench/desk/words";

declare global {
  interface Window {
    benchPastes?: Pasted[];
  }
}

/** Milliseconds from the paste to the frame that shows its words, its suggestions under them, and the list beside them. */
export interface Pasted {
  words: number;
  underlines: number;
  list: number;
}

/** Sentences of a story that is pasted, by paragraphs of five. */
const SENTENCES = 30;
const PARAGRAPH = 5;

function storyOf(run: number): string {
  const sentences = Array.from({ length: SENTENCES }, (_, index) => line(1_000 + run * SENTENCES + index));
  const paragraphs = Array.from({ length: SENTENCES / PARAGRAPH }, (_, index) =>
    sentences.slice(index * PARAGRAPH, (index + 1) * PARAGRAPH).join(" "),
  );
  return paragraphs.join("\n\n");
}

/** Pastes a story of 30 sentences, another one each time, over the whole of the field. The story must be the one in hand. */
export async function pasteStories(page: Page, field: string, count: number): Promise<Pasted[]> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator(field).first().click();
  await page.evaluate(watchPastes, field);
  for (let run = 0; run < count; run += 1) {
    const story = storyOf(run);
    await page.evaluate((text) => navigator.clipboard.writeText(text), story);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("ControlOrMeta+v");
    await page.waitForFunction((done) => (window.benchPastes?.length ?? 0) > done, run, { polling: 100 });
  }
  return page.evaluate(() => window.benchPastes ?? []);
}

function watchPastes(field: string): void {
  const all: Pasted[] = [];
  window.benchPastes = all;
  const target = document.querySelector(field);
  if (!target) throw new Error("The field to paste into is gone.");
  let paste: { begun: number; first: string; seen: Set<keyof Pasted>; times: Partial<Pasted> } | null = null;
  document.addEventListener(
    "paste",
    (event) => {
      const first = event.clipboardData?.getData("text/plain").split(/(?<=\.) /)[0] ?? "";
      paste = { begun: event.timeStamp, first, seen: new Set(), times: {} };
    },
    true,
  );
  const look = () => {
    if (!paste) return;
    const now = paste;
    const isThere: Record<keyof Pasted, boolean> = {
      words: target.textContent?.startsWith(now.first) === true,
      underlines: target.querySelector(".suggested")?.textContent === now.first,
      list:
        document.querySelector("[data-suggestion]")?.getAttribute("data-suggestion")?.endsWith(now.first) ===
        true,
    };
    for (const name of ["words", "underlines", "list"] as const) {
      if (!isThere[name] || now.seen.has(name)) continue;
      now.seen.add(name);
      // A task of its own after the frame's callbacks: the frame has been drawn by then.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        now.times[name] = performance.now() - now.begun;
        const { words, underlines, list } = now.times;
        if (words && underlines && list) all.push({ words, underlines, list });
      };
      requestAnimationFrame(() => channel.port2.postMessage(null));
    }
  };
  new MutationObserver(look).observe(document.body, {
    ...{ subtree: true, childList: true, characterData: true },
    attributes: true,
    attributeFilter: ["class", "data-suggested", "data-suggestion"],
  });
}
