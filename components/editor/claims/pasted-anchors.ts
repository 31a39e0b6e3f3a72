import type { Mark } from "@tiptap/pm/model";
import type { EditorView } from "@tiptap/pm/view";
import { z } from "zod";
import {
  type AnchorKey,
  anchorKey,
  anchorOf,
  anchorsIn,
  type NamedAnchor,
} from "@/components/editor/claims/anchors";

/** A mark that came with pasted words under a new id. */
export interface CopiedMark extends NamedAnchor {
  /** Whose words were copied. */
  fromId: string;
}

/** The story that is pasted into, as its marks know it. */
interface Home {
  /** Whether one of its texts has the mark now. */
  has(anchor: NamedAnchor): boolean;
  /** Whether it is the story's own, with words that are known to be gone. */
  isGone(anchor: NamedAnchor): boolean;
  newId(): string;
  /** Once the words are in the text. */
  onCopied(marks: CopiedMark[]): void;
}

/**
 * Which marks pasted words bring with them. What was cut out of a story and comes back is the same claim, as when its words are
 * moved; everything else is a copy, which is a claim of its own: one claim never stands in two places.
 */
export class PastedAnchors {
  readonly #home: Home;
  #cut: ReadonlySet<AnchorKey> = new Set();

  constructor(home: Home) {
    this.#home = home;
  }

  /** Words with these anchors were cut out of one of the story's texts. */
  cut(keys: Iterable<AnchorKey>): void {
    this.#cut = new Set(keys);
  }

  /** For one paste: answers the id under which each pasted mark stays. `plain`: the words carry no marks of their own. */
  begin(view: EditorView, plain: boolean): (anchor: NamedAnchor) => string | null {
    const moved = new Set(view.dragging?.move ? anchorsIn(asNode(view)).keys() : []);
    const [before, after] = around(view);
    const copies = new Map<AnchorKey, CopiedMark>();
    // Inside of it the words become part of it, as typed ones do.
    const isInside = (key: AnchorKey) => before.has(key) && after.has(key);
    // The rest of what was cut in two joins the other half.
    const joins = (key: AnchorKey) => this.#cut.has(key) && (before.has(key) || after.has(key));
    const comesBack = (anchor: NamedAnchor, key: AnchorKey) =>
      !this.#isHere(anchor) && (this.#cut.has(key) || this.#home.isGone(anchor));
    // The paste itself happens before anything else does.
    queueMicrotask(() => {
      const there = [...copies.values()].filter((copy) => this.#home.has(copy));
      if (there.length > 0) this.#home.onCopied(there);
    });
    return (anchor) => {
      if (!isId(anchor.id)) return null;
      const key = anchorKey(anchor);
      if (moved.has(key) || isInside(key)) return anchor.id;
      // Plain words have the marks of the place they come to.
      if (plain) return null;
      if (joins(key) || comesBack(anchor, key)) return anchor.id;
      const copy = copies.get(key) ?? { type: anchor.type, id: this.#home.newId(), fromId: anchor.id };
      copies.set(key, copy);
      return copy.id;
    };
  }

  /** Also as what it was turned into since: it keeps its id. */
  #isHere({ id }: NamedAnchor): boolean {
    return this.#home.has({ type: "claim", id }) || this.#home.has({ type: "analysis", id });
  }
}

/** Anybody can write HTML that looks like an editor's. */
const isId = (id: string) => z.uuid().safeParse(id).success;

function asNode({ dragging, state }: EditorView) {
  return state.schema.topNodeType.create(null, dragging?.slice.content);
}

/** The anchors on either side of what is pasted over. */
function around({ state, dragging }: EditorView): [ReadonlySet<AnchorKey>, ReadonlySet<AnchorKey>] {
  const { $from, $to } = state.selection;
  // What is dropped goes elsewhere.
  if (dragging) return [new Set(), new Set()];
  const keysOf = (marks: readonly Mark[] = []) =>
    new Set(
      marks.flatMap((mark) => {
        const anchor = anchorOf(mark);
        return anchor ? [anchorKey(anchor)] : [];
      }),
    );
  return [keysOf($from.nodeBefore?.marks), keysOf($to.nodeAfter?.marks)];
}
