import { nameKey } from "@/lib/suggestions/aliases";
import { isPersonLike } from "@/lib/suggestions/names";

/** Nouns for any organisation; a noun for one sort of them needs a name of that sort. */
const ANY_ORGANISATION =
  /^(?:company|firm|startup|start-up|group|business|maker|manufacturer|developer|vendor|provider|supplier|retailer|carmaker|automaker|chipmaker|drugmaker|airline|lender|insurer|broker|fund|studio|publisher|platform|carrier|operator|miner|brand|chain|conglomerate|giant|club|team|side|subsidiary|organisation|organization|charity|nonprofit|non-profit|watchdog|regulator|agency|outlet|lab|laboratory|bank|think-tank|unit|parent|association|body|union|federation|institute|university)$/;

/** Whether a speaker is "company", "firm" …: a noun for somebody named elsewhere, of whom the text does not say who it is. */
export const namesNobody = (speaker: string): boolean => ANY_ORGANISATION.test(speaker);

/** Who was named in a story so far, for "it", "she" and "the company". */
export class Cast {
  private organisation: string | null = null;
  private person: string | null = null;
  private people: string | null = null;
  private readonly organisations: string[] = [];

  /**
   * @param aliases the full name for each `nameKey`
   * @param things the keys of names that are nobody's: they stand after an article
   * @param known the keys of names that occur inside a sentence, where a capital means a name, and of those that the desk has
   */
  constructor(
    private readonly aliases: ReadonlyMap<string, string>,
    private readonly things: ReadonlySet<string>,
    private readonly known: ReadonlySet<string>,
  ) {}

  /** Whether a word that begins a sentence is a name elsewhere, or short for one that the desk has. */
  knows(name: string): boolean {
    return this.known.has(nameKey(name)) || this.known.has(nameKey(this.fullName(name)));
  }

  /** A name in full and in one spelling. */
  fullName(name: string): string {
    return this.aliases.get(nameKey(name)) ?? name;
  }

  /** Takes note of a name; `isSubject` when the sentence is about it, so that a pronoun may mean it. */
  meet(name: string, isSubject: boolean): void {
    const full = this.fullName(name);
    if (isPersonLike(full) && !this.things.has(nameKey(full))) {
      if (isSubject || this.person === null) this.person = full;
      return;
    }
    // A name with a figure in it is rather a product's or a place's.
    if (/\d/.test(full)) return;
    this.organisations.push(full);
    if (isSubject) this.people = null;
    if (isSubject || this.organisation === null) this.organisation = full;
  }

  /** People without a name, for "they". */
  meetPeople(people: string): void {
    this.people = people;
  }

  /** Whom a pronoun in the subject means, or null where nobody was named. */
  whoIs(pronoun: string): string | null {
    if (pronoun === "he" || pronoun === "she" || pronoun === "his" || pronoun === "her") return this.person;
    const people = pronoun === "they" || pronoun === "their" ? this.people : null;
    return people ?? this.organisation ?? this.person;
  }

  /** Which organisation "the bank" means: one with that word in its name, else the last one where the noun fits any. */
  whichIs(noun: string): string | null {
    const named = this.organisations.findLast((name) => nameKey(name).split(" ").includes(noun));
    if (named) return named;
    return ANY_ORGANISATION.test(noun) ? this.organisation : null;
  }
}
