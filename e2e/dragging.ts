import type { CDPSession, Locator, Page } from "@playwright/test";

interface Point {
  x: number;
  y: number;
}

/** A point of an element: `down` is how far down it, from 0 to 1. */
export async function pointOf(element: Locator, down = 0.5): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`Nothing to be seen of ${element}.`);
  return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height * down };
}

/** The very middle of an element, for small ones. */
export async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`Nothing to be seen of ${element}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes hold of an element with the mouse and brings it to the point, as a hand does: by and by. */
export async function lift(page: Page, element: Locator, to: Point): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  await element.hover();
  const from = await pointOf(element);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 4, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
}

/** Lifts an element, brings it to the point and lets it go there. */
export async function drag(page: Page, element: Locator, to: Point): Promise<void> {
  await lift(page, element, to);
  await page.mouse.up();
}

/** What a line of a list is taken hold of by. */
export function handle(page: Page, name: string): Locator {
  return page.getByRole("button", { name: `Reorder: ${name}` });
}

/** Where what is dragged would land. */
export function dropLine(page: Page): Locator {
  return page.locator("[data-drop-line]");
}

/** A finger on the screen, as the browser itself gets it: it scrolls, presses long and drags. */
export class Finger {
  #at: Point = { x: 0, y: 0 };
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async down(at: Point): Promise<void> {
    this.#at = at;
    await this.#send("touchStart", [at]);
  }

  async moveTo(to: Point, steps = 12): Promise<void> {
    const from = this.#at;
    for (let step = 1; step <= steps; step += 1) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const y = from.y + ((to.y - from.y) * step) / steps;
      await this.#send("touchMove", [{ x, y }]);
    }
    this.#at = to;
  }

  async up(): Promise<void> {
    await this.#send("touchEnd", []);
  }

  async #send(type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]): Promise<void> {
    await this.#session.send("Input.dispatchTouchEvent", { type, touchPoints });
  }
}
