import { type HowToMerge, mergeSequences, type Piece } from "@/lib/merge/sequences";

export type Choice = "mine" | "theirs" | "both";

/** One place where both changed the same. Each version is a value of its own that holds only what stands there. */
export interface PartConflict<T> {
  id: string;
  base: T;
  mine: T;
  theirs: T;
}

export interface Merged<T> {
  /** Everything that merges by itself; in the places of conflicts, mine. */
  value: T;
  /** The same with theirs in the places of conflicts. */
  yielding: T;
  /** Theirs, with the base's words in the places of conflicts: merging again from it finds the same conflicts. */
  base: T;
  conflicts: PartConflict<T>[];
}

/** How a value that is made of parts is merged, and how one conflict of it is decided. */
export interface FieldMerge<T> {
  /** `lost`: values that were sent and never answered. */
  merge(base: T, mine: T, theirs: T, lost?: readonly T[]): Merged<T>;
  /** The base and mine as they are once a conflict is decided; an id that is no longer at issue changes nothing. */
  decide(base: T, mine: T, theirs: T, id: string, choice: Choice): { base: T; mine: T };
}

interface Parts<T, P> extends Omit<HowToMerge<P>, "lost"> {
  split(value: T): P[];
  join(parts: P[], like: T): T;
  /** A part as it stands a second time, beside the `others` of the other version. */
  again?: ((part: P, others: P[]) => P) | undefined;
}

/** Merges values by their parts. */
export function byParts<T, P>(parts: Parts<T, P>): FieldMerge<T> {
  const { split, join, again = (part) => part } = parts;
  const piecesOf = (base: T, mine: T, theirs: T, lost: readonly T[] = []) =>
    mergeSequences(split(base), split(mine), split(theirs), { ...parts, lost: lost.map(split) });
  const both = ({ mine, theirs }: Piece<P>) => [...theirs, ...mine.map((part) => again(part, theirs))];
  return {
    merge(base, mine, theirs, lost) {
      const pieces = piecesOf(base, mine, theirs, lost);
      return {
        value: join(pieces.flatMap(mineOf), mine),
        yielding: join(pieces.flatMap(theirsOf), mine),
        base: join(pieces.flatMap(baseOf), theirs),
        conflicts: pieces.filter(isConflict).map((piece) => ({
          id: piece.id,
          base: join(piece.base, base),
          mine: join(piece.mine, mine),
          theirs: join(piece.theirs, theirs),
        })),
      };
    },
    decide(base, mine, theirs, id, choice) {
      const pieces = piecesOf(base, mine, theirs);
      const decided = (piece: Piece<P>) => isConflict(piece) && piece.id === id;
      const chosen = (piece: Piece<P>) => (choice === "both" ? both(piece) : piece[choice]);
      return {
        base: join(
          pieces.flatMap((piece) => (decided(piece) ? piece.theirs : baseOf(piece))),
          theirs,
        ),
        mine: join(
          pieces.flatMap((piece) => (decided(piece) ? chosen(piece) : mineOf(piece))),
          mine,
        ),
      };
    },
  };
}

const isConflict = (piece: Piece<unknown>) => piece.merged === null;
const theirsOf = <P>(piece: Piece<P>): P[] => piece.merged ?? piece.theirs;
const mineOf = <P>(piece: Piece<P>): P[] => piece.merged ?? piece.mine;
const baseOf = <P>(piece: Piece<P>): P[] => (piece.merged === null ? piece.base : piece.theirs);
