import type { Page } from "@playwright/test";

/** The controls of the desk: what an editor puts into its own text is none of React's, nor is what a form carries unseen. */
const CONTROLS = ["button", "input:not([type=hidden])", "textarea", "select"].map(
  (control) => `${control}:not([contenteditable] *)`,
);

/**
 * Waits until React has taken over every control of the page and has nothing more to do. A key pressed or a file dropped sooner is
 * lost on the server's HTML; nobody is as quick as a test. A page of the reader's side has nothing to wait for.
 */
async function untilAwake(page: Page): Promise<void> {
  await page.waitForFunction(async (selector) => {
    if (!document.querySelector('script[src*="/_next/"]')) return true;
    const isTaken = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
    if (![...document.querySelectorAll(selector)].every(isTaken)) return false;
    // Its effects come after that, in tasks of their own.
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
    return true;
  }, CONTROLS.join());
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
