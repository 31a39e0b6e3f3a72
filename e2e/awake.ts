import type { Page } from "@playwright/test";

/** The controls of the desk; what an editor puts into its own text is none of React's. */
const CONTROLS = ["button", "input", "textarea", "select"].map((tag) => `${tag}:not([contenteditable] *)`);

/**
 * Waits until React has taken over every control of the page and has nothing more to do. A key pressed or a file dropped sooner is
 * lost on the server's HTML; nobody is as quick as a test. A page of the reader's side has nothing to wait for.
 */
export async function untilAwake(page: Page): Promise<void> {
  await page.waitForFunction((selector) => {
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    const isTaken = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
    return [...document.querySelectorAll(selector)].every(isTaken);
  }, CONTROLS.join());
  // Its effects come after that, in tasks of their own.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 })));
}

/** Makes going somewhere, and reloading, wait until the page is awake. */
export function wakeful(page: Page): Page {
  const { goto, reload } = page;
  page.goto = async (...given) => {
    const response = await goto.apply(page, given);
    await untilAwake(page);
    return response;
  };
  page.reload = async (...given) => {
    const response = await reload.apply(page, given);
    await untilAwake(page);
    return response;
  };
  return page;
}
