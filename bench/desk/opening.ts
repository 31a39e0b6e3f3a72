import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    /** Milliseconds from the beginning of the navigation until the bench's field could be typed in. */
    benchReady?: number;
    benchLongTasks?: number[];
  }
}

export interface Opening {
  /** Milliseconds since the navigation began: the first and the last byte, the parsed page, and a field that takes words. */
  response: number;
  received: number;
  parsed: number;
  ready: number;
  longTasks: number[];
}

/** The text of a story, awake. */
export const textOf = (storyId: string) =>
  `[data-part="story:${storyId}"] [role=textbox][aria-label="Text"][contenteditable="true"]`;

/** The issue's title, once React has it. */
export const TITLE = 'textarea[aria-label="Title"]:not([readonly])';

/**
 * Opens an address in a window of its own, its caches empty, and waits until the field can be typed in and is painted in the
 * window. The page is left open with the field in the focus.
 */
export async function openIssue(context: BrowserContext, address: string, field: string) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.addInitScript(watchFor, field);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.benchReady !== undefined);
  await page.locator(field).first().focus();
  return { page, opening: await readOpening(page) };
}

function watchFor(field: string): void {
  window.benchLongTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.benchLongTasks?.push(entry.duration);
  }).observe({ type: "longtask", buffered: true });
  const look = () => {
    const box = document.querySelector(field)?.getBoundingClientRect();
    if (!box || box.height === 0 || box.bottom < 0 || box.top > window.innerHeight) {
      requestAnimationFrame(look);
      return;
    }
    // After the frame that shows it.
    requestAnimationFrame(() => {
      window.benchReady = performance.now();
    });
  };
  requestAnimationFrame(look);
}

async function readOpening(page: Page): Promise<Opening> {
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType("navigation");
    const navigation = entry instanceof PerformanceNavigationTiming ? entry : undefined;
    return {
      response: navigation?.responseStart ?? Number.NaN,
      received: navigation?.responseEnd ?? Number.NaN,
      parsed: navigation?.domInteractive ?? Number.NaN,
      ready: window.benchReady ?? Number.NaN,
      longTasks: window.benchLongTasks ?? [],
    };
  });
}
