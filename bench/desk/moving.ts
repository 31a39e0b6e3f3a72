import type { BrowserContext, Page } from "@playwright/test";

declare global {
  interface Window {
    benchSettled?: number[];
    benchFrames?: number[];
  }
}

export const rows = (page: Page) =>
  page.getByRole("navigation", { name: "Running order" }).locator("[data-order-row]");

/**
 * From now on, each press of a key and each letting go of the pointer is timed until the running order and the page show the
 * same new order, and that is painted.
 */
export async function watchMoves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const settled: number[] = [];
    window.benchSettled = settled;
    const ids = (selector: string, read: (element: Element) => string | null) =>
      [...document.querySelectorAll(selector)].map(read).join();
    const inList = () =>
      ids("nav [data-order-row]", (row) => row.getAttribute("href")?.split("part=")[1] ?? null);
    const onPage = () => ids('[data-part^="story:"]', (story) => story.getAttribute("data-part"));
    let before = inList();
    let begun: number | null = null;
    const begin = (event: Event) => {
      before = inList();
      begun = event.timeStamp;
    };
    window.addEventListener("keydown", begin, true);
    window.addEventListener("pointerup", begin, true);
    new MutationObserver(() => {
      if (begun === null) return;
      const now = inList();
      if (now === before || now !== onPage()) return;
      const from = begun;
      begun = null;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => settled.push(performance.now() - from);
      requestAnimationFrame(() => channel.port2.postMessage(null));
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** The times, in milliseconds, once there are `count`; they are forgotten then. */
async function settledTimes(page: Page, count: number): Promise<number[]> {
  await page.waitForFunction((wanted) => (window.benchSettled?.length ?? 0) >= wanted, count);
  return page.evaluate(() => window.benchSettled?.splice(0) ?? []);
}

/** Moves a story in the middle of its section down and up by Alt and an arrow, so that numbers change each time. */
export async function moveByKeys(page: Page, count: number): Promise<number[]> {
  const times: number[] = [];
  await rows(page).nth(22).focus();
  for (let press = 0; press < count; press += 1) {
    await page.keyboard.press(press % 10 < 5 ? "Alt+ArrowDown" : "Alt+ArrowUp");
    times.push(...(await settledTimes(page, 1)));
  }
  return times;
}

/** The frames of a page with nothing on it while the pointer moves over it: what this machine gives at this moment at best. */
export async function framesOfEmptyPage(context: BrowserContext): Promise<number[]> {
  const page = await context.newPage();
  await page.mouse.move(10, 10);
  const frames = await recordFrames(page, async () => {
    for (let step = 1; step <= 300; step += 1) await page.mouse.move(10 + step, 10 + step);
  });
  await page.close();
  return frames;
}

/** Drags the first story to the very end, by scrolling, and back to the top. Answers the frames and how the drops settled. */
export async function dragOverAll(page: Page) {
  const list = await page.getByRole("navigation", { name: "Running order" }).boundingBox();
  const view = page.viewportSize();
  if (!list || !view) throw new Error("The running order is not to be seen.");
  const x = list.x + 80;
  const [low, high] = [view.height - 24, 130];
  const settled: number[] = [];
  await rows(page).first().scrollIntoViewIfNeeded();
  const frames = await recordFrames(page, async () => {
    settled.push(...(await dragOnce(page, x, low, 59)), ...(await dragOnce(page, x, high, 0)));
  });
  return { frames, settled };
}

/** Takes the story at the other end, brings it to the edge, waits for the list to have scrolled, and lets go over the last. */
async function dragOnce(page: Page, x: number, edge: number, end: number): Promise<number[]> {
  const from = await rows(page)
    .nth(59 - end)
    .boundingBox();
  if (!from) throw new Error("The story to drag is not to be seen.");
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.down();
  const middle = from.y + from.height / 2;
  const steps = 150;
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(x, middle + ((edge - middle) * step) / steps);
  }
  await page.waitForFunction((index) => {
    const row = document.querySelectorAll("nav [data-order-row]")[index]?.getBoundingClientRect();
    return row !== undefined && row.top > 100 && row.bottom < window.innerHeight;
  }, end);
  const to = await rows(page).nth(end).boundingBox();
  if (!to) throw new Error("The end of the list is not to be seen.");
  await page.mouse.move(x, to.y + to.height * (end === 0 ? 0.2 : 0.8), { steps: 10 });
  await page.mouse.up();
  return settledTimes(page, 1);
}

async function recordFrames(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const deltas: number[] = [];
    window.benchFrames = deltas;
    let last: number | null = null;
    const frame = (now: number) => {
      if (window.benchFrames !== deltas) return;
      if (last !== null) deltas.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await work();
  return page.evaluate(() => {
    const deltas = window.benchFrames ?? [];
    window.benchFrames = undefined;
    return deltas;
  });
}

/** Megabytes that scripts hold, after what is not needed was cleared away. */
export async function heapInUse(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1_000_000;
}
