import type { Locator, Page } from "@playwright/test";
import { dice } from "@/e2e/dice";

const WORD = /\b[a-z]+\d+x\b/g;

/** The unique words ("ana12x") of a text. */
export function uniqueWords(text: string): Set<string> {
  return new Set(text.match(WORD) ?? []);
}

/**
 * One person who writes unique words into one story in a browser, at random places, a few at a time; decides the conflicts
 * that are shown; and knows which words the server has acknowledged.
 */
export class Writer {
  readonly typed = new Set<string>();
  readonly acknowledged = new Set<string>();
  /** Words that stood in a conflict on this screen when it was decided. */
  readonly shown = new Set<string>();
  conflicts = 0;
  readonly #page: Page;
  readonly #name: string;
  readonly #story: Locator;
  readonly #roll: (sides: number) => number;

  /** `name`: lower-case letters; `story`: the part of the page to write in. */
  constructor(page: Page, name: string, story: Locator, seed: number) {
    this.#page = page;
    this.#name = name;
    this.#story = story;
    this.#roll = dice(seed);
    page.on("response", async (response) => {
      const sent = response.request().postData() ?? "";
      if (!response.request().headers()["next-action"] || !sent.includes('"body"')) return;
      const answer = await response.text().catch(() => "");
      if (!answer.includes('"savedAt"') || !answer.includes('"ok":true')) return;
      for (const word of uniqueWords(sent)) if (this.typed.has(word)) this.acknowledged.add(word);
    });
  }

  get text(): Locator {
    return this.#story.getByRole("textbox", { name: "Text" });
  }

  /** Writes a few words in one paragraph; answers how many. */
  async burst(most: number): Promise<number> {
    await this.decide();
    const paragraphs = this.text.locator("p");
    const index = this.#roll(await paragraphs.count());
    const place = paragraphs.nth(index);
    const size = await place.boundingBox({ timeout: 5_000 }).catch(() => null);
    if (!size) return 0;
    const position = { x: 1 + this.#roll(Math.max(1, size.width - 2)), y: 1 + this.#roll(size.height - 2) };
    // A conflict may push the text away just now: then another time.
    const pressed = await place.click({ position, timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (!pressed) return 0;
    const count = Math.min(most, 1 + this.#roll(6));
    for (let step = 0; step < count; step += 1) {
      const word = `${this.#name}${this.typed.size}x`;
      // Before the word that the caret is in, so that no word is torn; that may stand before a full stop.
      await this.#page.keyboard.press("Control+ArrowLeft");
      this.typed.add(word);
      await this.#page.keyboard.type(` ${word} `);
    }
    return count;
  }

  /** Decides what is at issue: mostly both stay, now and then one of the two. */
  async decide(): Promise<void> {
    const region = this.#story.getByRole("region", { name: "Two versions" });
    for (let turn = 0; turn < 50 && (await region.count()) > 0; turn += 1) {
      const words = await region.textContent({ timeout: 2_000 }).catch(() => "");
      const choice = ["Keep both", "Keep both", "Keep both", "Keep mine", "Take theirs"][this.#roll(5)];
      const button = region.getByRole("button", { name: choice }).first();
      const pressed = await button.click({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (!pressed) continue;
      this.conflicts += 1;
      for (const word of uniqueWords(words ?? "")) this.shown.add(word);
    }
  }

  /** Whether everything typed here has reached the server. */
  async isSaved(): Promise<boolean> {
    await this.decide();
    return (await this.#story.getByText(/^Saved/).count()) > 0;
  }
}

/** What became of acknowledged words. */
export interface Account {
  typed: number;
  acknowledged: number;
  inText: number;
  inConflict: number;
  lost: string[];
}

/** Looks every word of a writer up in the text that stands on the server, and in the conflicts that were shown to anybody. */
export function account(writer: Writer, writers: Writer[], text: string): Account {
  const there = uniqueWords(text);
  const shown = new Set(writers.flatMap((one) => [...one.shown]));
  const acknowledged = [...writer.acknowledged];
  return {
    typed: writer.typed.size,
    acknowledged: acknowledged.length,
    inText: acknowledged.filter((word) => there.has(word)).length,
    inConflict: acknowledged.filter((word) => !there.has(word) && shown.has(word)).length,
    // What was typed and never acknowledged is saved by the end too, so it counts as well.
    lost: [...writer.typed].filter((word) => !there.has(word) && !shown.has(word)),
  };
}
