// @vitest-environment jsdom
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { applyDocument } from "@/components/editor/apply-document";
import { type AnchorKey, anchorKey, anchorsIn } from "@/components/editor/claims/anchors";
import { markAs, turned, unmarked } from "@/components/editor/claims/marking";
import { charactersOf, MarkedText } from "@/components/editor/claims/test-marked-text";
import type { RichText } from "@/lib/rich-text/document";
import { documentMerge, mergeDocuments } from "@/lib/rich-text/merge";
import { analysisMark, claimMark, doc, heading, list, p, quote } from "@/lib/rich-text/test-words";

// Marks under random editing. Every character of a text is another one, so that wherever it is found it is known where it comes
// from: what it was under when it was written is what it may be under, whatever has happened to it since.

/** How many sequences of edits are tried, and how many edits each has; the last one is another editor's, and merged. */
const SEQUENCES = 1_000;
const EDITS = 7;

const texts = [new MarkedText(), new MarkedText()] as const;
afterAll(() => {
  for (const { editor } of texts) editor.destroy();
});

const idOf = (key: AnchorKey) => key.split(" ")[1] ?? "";

/** What is known of where marks belong. */
class Oracle {
  /** Characters that a mark may cover, by the id that it carries. */
  readonly may = new Map<string, Set<string>>();
  /** Characters that were marked from the beginning, each under the ids that it must stay under. */
  readonly must = new Map<string, Set<string>>();
  /** The id whose words a copy's are. */
  readonly original = new Map<string, string>();
  /** False once two versions were both kept: words stand twice then, and are marked once. */
  isSingle = true;
  #next = 0x4e00;

  char(): string {
    this.#next += 1;
    return String.fromCharCode(this.#next);
  }

  chars(count: number): string {
    return Array.from({ length: count }, () => this.char()).join("");
  }

  allow(id: string, char: string): void {
    this.may.set(id, (this.may.get(id) ?? new Set()).add(char));
  }

  require(id: string, char: string): void {
    this.must.set(char, (this.must.get(char) ?? new Set()).add(id));
  }

  release(id: string): void {
    for (const ids of this.must.values()) ids.delete(id);
  }

  rootOf(id: string): string {
    const before = this.original.get(id);
    return before === undefined ? id : this.rootOf(before);
  }
}

/** A text of several kinds of blocks, with claims in and over them and an analysis around some. */
function begin(oracle: Oracle): RichText {
  const ids = Array.from({ length: 6 }, () => crypto.randomUUID());
  const words = (...under: (string | undefined)[]) => {
    const chars = oracle.chars(4);
    for (const char of chars) {
      for (const id of under) {
        oracle.allow(id ?? "", char);
        oracle.require(id ?? "", char);
      }
    }
    return chars;
  };
  const [a = "", b = "", c = "", d = "", e = "", f = ""] = ids;
  return doc(
    p(words(), claimMark(a, words(a)), words(), claimMark(b, words(b))),
    p(analysisMark(c, words(c), claimMark(d, words(c, d)), words(c)), words()),
    heading(3, words()),
    list([words(), claimMark(e, words(e))], [claimMark(e, words(e)), words()]),
    quote(analysisMark(f, words(f))),
  );
}

interface Edit {
  what: number;
  at: number;
  length: number;
  to: number;
}

const edit = fc.record<Edit>({
  what: fc.nat({ max: 19 }),
  at: fc.nat({ max: 10_000 }),
  length: fc.nat({ max: 8 }),
  to: fc.nat({ max: 10_000 }),
});

/** Does one edit after another to a text, and tells the oracle what was written where. */
class Hand {
  readonly #text: MarkedText;
  readonly #oracle: Oracle;
  #clipboard = new Map<string, string>();

  constructor(text: MarkedText, oracle: Oracle) {
    this.#text = text;
    this.#oracle = oracle;
  }

  async do({ what, at, length, to }: Edit): Promise<void> {
    const places = this.#text.places();
    const from = places[at % places.length] ?? 1;
    const end = places[Math.min((at % places.length) + length, places.length - 1)] ?? from;
    const elsewhere = places[to % places.length] ?? 1;
    const { editor } = this.#text;
    const { view } = editor;
    const over = () => this.#text.select(from, end);
    const caret = () => this.#text.select(from);
    const deeds: (() => unknown)[] = [
      () => this.#type(from, from, 3),
      () => this.#type(from, end, 2),
      () => {
        over();
        view.dispatch(view.state.tr.deleteSelection());
      },
      () => {
        caret();
        this.#text.press("Enter");
      },
      () => {
        this.#text.select(this.#text.doc.resolve(from).start());
        this.#text.press("Backspace");
      },
      () => {
        over();
        editor.commands.toggleBold();
      },
      () => {
        over();
        editor.commands.setLink({ href: "https://example.org" });
      },
      () => editor.commands.undo(),
      () => editor.commands.redo(),
      () => {
        over();
        this.#clipboard = this.#text.take("cut");
      },
      () => {
        over();
        this.#clipboard = this.#text.take("copy");
      },
      () => this.#paste(elsewhere, elsewhere),
      () => this.#paste(from, end),
      () => this.#pastePlain(from, end),
      () => this.#move(at, to),
      () => {
        caret();
        editor.commands.toggleBulletList();
      },
      () => {
        over();
        editor.commands.toggleBlockquote();
      },
      () => this.#mark(from, end, to % 2 === 0),
      () => this.#turn(at),
      () => this.#unmark(at),
    ];
    await deeds[what]?.();
  }

  /** The ids under which words may come that are written over a stretch: those that go on behind it and began before its end. */
  #inside(from: number, to: number): string[] {
    const keysAt = (position: number, side: "nodeBefore" | "nodeAfter") => {
      const node = this.#text.doc.resolve(position)[side];
      return new Set(
        node ? charactersOf(this.#text.doc.type.create(null, node)).flatMap((c) => [...c.under]) : [],
      );
    };
    const behind = keysAt(to, "nodeAfter");
    const began = new Set([...keysAt(from, "nodeBefore"), ...(from < to ? keysAt(from, "nodeAfter") : [])]);
    return [...behind].filter((key) => began.has(key)).map(idOf);
  }

  #written(chars: string, ids: readonly string[]): void {
    for (const char of chars) for (const id of ids) this.#oracle.allow(id, char);
  }

  #type(from: number, to: number, count: number): void {
    this.#text.select(from, to);
    for (let typed = 0; typed < count; typed += 1) {
      const char = this.#oracle.char();
      const { selection } = this.#text.editor.state;
      this.#written(char, this.#inside(selection.from, selection.to));
      this.#text.type(char);
    }
  }

  #pastePlain(from: number, to: number): void {
    this.#text.select(from, to);
    const chars = this.#oracle.chars(3);
    const { selection } = this.#text.editor.state;
    this.#written(chars, this.#inside(selection.from, selection.to));
    this.#text.paste(new Map([["text/plain", chars]]));
  }

  async #paste(from: number, to: number): Promise<void> {
    if (!this.#clipboard.get("text/html")) return;
    this.#text.select(from, to);
    this.#text.paste(this.#clipboard);
    // Copies are told of once the words are there.
    await Promise.resolve();
    this.#copied();
  }

  /** What came under a new id has the words of its original, and no others. */
  #copied(): void {
    for (const copy of this.#text.copies.splice(0)) {
      this.#oracle.original.set(copy.id, copy.fromId);
      for (const char of this.#oracle.may.get(copy.fromId) ?? []) this.#oracle.allow(copy.id, char);
    }
  }

  #move(at: number, to: number): void {
    const { view } = this.#text.editor;
    const { doc: document, tr } = view.state;
    const index = at % document.childCount;
    const node = document.child(index);
    const positions = Array.from({ length: document.childCount }, (_, child) => {
      let start = 0;
      for (let before = 0; before < child; before += 1) start += document.child(before).nodeSize;
      return start;
    });
    const start = positions[index] ?? 0;
    const target = positions[to % document.childCount] ?? 0;
    tr.delete(start, start + node.nodeSize);
    view.dispatch(tr.insert(tr.mapping.map(target), node));
  }

  #mark(from: number, to: number, isClaim: boolean): void {
    this.#text.select(from, to);
    const id = crypto.randomUUID();
    const { view } = this.#text.editor;
    const marking = markAs(view.state, isClaim ? "claim" : "analysis", id);
    if (marking.kind !== "new" && marking.kind !== "turned") return;
    view.dispatch(marking.tr);
    for (const { char, under } of charactersOf(this.#text.doc)) {
      if ([...under].some((key) => idOf(key) === id)) this.#oracle.allow(id, char);
    }
  }

  #anchor(at: number) {
    const anchors = [...anchorsIn(this.#text.doc).values()];
    return anchors[at % Math.max(1, anchors.length)];
  }

  #turn(at: number): void {
    const anchor = this.#anchor(at);
    if (!anchor) return;
    const { view } = this.#text.editor;
    const turning = turned(view.state, anchor, anchor.type === "claim" ? "analysis" : "claim");
    if (turning.kind === "turned") view.dispatch(turning.tr);
  }

  #unmark(at: number): void {
    const anchor = this.#anchor(at);
    const bare = anchor && unmarked(this.#text.editor.state, anchor);
    if (!bare) return;
    this.#text.editor.view.dispatch(bare);
    this.#oracle.release(this.#oracle.rootOf(anchor.id));
  }
}

/** Two editors go on from one text, and the second one's save is merged into the first's. */
function merge(base: RichText, oracle: Oracle, choice: number): void {
  const [mine, other] = texts;
  const theirs = other.editor.getJSON() as RichText;
  let merged = { ...mergeDocuments(base, mine.editor.getJSON() as RichText, theirs) };
  for (const { id } of merged.conflicts) {
    const how = (["mine", "theirs", "both"] as const)[choice % 3] ?? "mine";
    if (how === "both") oracle.isSingle = false;
    const decided = documentMerge.decide(merged.base, merged.value, theirs, id, how);
    merged = { ...merged, base: decided.base, value: decided.mine };
  }
  applyDocument(mine.editor, merged.value);
}

/** Everything that is not as it must be. */
function faults(text: MarkedText, oracle: Oracle): string[] {
  const there = charactersOf(text.doc);
  const anchors = anchorsIn(text.doc);
  const families = new Set([...anchors.keys()].map((key) => oracle.rootOf(idOf(key))));
  const ofCharacters = there.flatMap(({ char, under }) => {
    const own = new Set([...under].map((key) => oracle.rootOf(idOf(key))));
    const kept = oracle.isSingle ? own : families;
    const lost = [...(oracle.must.get(char) ?? [])].filter((id) => !kept.has(id));
    const foreign = [...under].filter((key) => !oracle.may.get(idOf(key))?.has(char));
    return [
      ...lost.map((id) => `“${char}” lost ${id}`),
      ...foreign.map((key) => `“${char}” is no part of ${key}`),
    ];
  });
  const twice = [...anchors.values()].filter(
    (anchor) => anchor.type === "claim" && anchors.has(anchorKey({ ...anchor, type: "analysis" })),
  );
  return [...ofCharacters, ...twice.map(({ id }) => `${id} is a claim and an analysis`)];
}

const NOTHING: Edit = { what: 8, at: 0, length: 0, to: 0 };
/** The first claim is cut, comes back by undo, becomes an analysis, and is pasted as the claim that it was. */
const TURNED_WHILE_CUT = {
  alone: [
    { what: 9, at: 4, length: 4, to: 0 },
    { what: 7, at: 0, length: 0, to: 0 },
    { what: 18, at: 0, length: 0, to: 0 },
    { what: 11, at: 0, length: 0, to: 40 },
  ],
  mine: [NOTHING, NOTHING],
  theirs: [NOTHING],
  choice: 0,
};

it(`${SEQUENCES} random sequences of edits lose no mark and attach none to other words`, async () => {
  const [mine, other] = texts;
  const sequence = fc.record({
    alone: fc.array(edit, { minLength: EDITS - 3, maxLength: EDITS - 3 }),
    mine: fc.array(edit, { minLength: 2, maxLength: 2 }),
    theirs: fc.array(edit, { minLength: 1, maxLength: 1 }),
    choice: fc.nat({ max: 2 }),
  });
  const run = fc.asyncProperty(sequence, async ({ alone, mine: own, theirs, choice }) => {
    const oracle = new Oracle();
    mine.open(begin(oracle));
    const hand = new Hand(mine, oracle);
    for (const each of alone) await hand.do(each);
    expect(faults(mine, oracle)).toEqual([]);
    const base = mine.editor.getJSON() as RichText;
    other.open(base);
    for (const each of own) await hand.do(each);
    const second = new Hand(other, oracle);
    for (const each of theirs) await second.do(each);
    merge(base, oracle, choice);
    expect(faults(mine, oracle)).toEqual([]);
  });
  // A copy that is turned while the clipboard has it is met once in some thousand sequences: it is tried every time.
  await fc.assert(run, { numRuns: SEQUENCES, examples: [[TURNED_WHILE_CUT]] });
}, 120_000);
