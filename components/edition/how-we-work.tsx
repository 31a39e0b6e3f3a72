import { HOW_WE_WORK, LEDGER, TOPICS } from "@/components/edition/addresses";
import { KIND_MARKS } from "@/lib/claims/kind";

const KINDS: { kind: keyof typeof KIND_MARKS; means: string }[] = [
  {
    kind: "fact",
    means:
      "Something that can be checked and that we say ourselves. It has no shape of its own: only a dot, full when a passage holds it and hollow while none does.",
  },
  {
    kind: "statement",
    means:
      "Something that somebody says, in our words. That they said it is checked; whether it is so is theirs.",
  },
  { kind: "quotation", means: "Somebody's own words, held letter for letter against the source." },
  {
    kind: "forecast",
    means: "What somebody expects to happen, with the day it falls due and how it stands today.",
  },
  { kind: "commitment", means: "What somebody has promised to do, followed in the same way." },
  {
    kind: "analysis",
    means:
      "Our own reasoning. It names the claims it rests on, and sometimes what speaks against it. You can read every issue without it.",
  },
];

/** At the end of each issue: in two sentences how it is made, and where to read more. */
export function HowWeWorkBox() {
  return (
    <div className="how">
      <p>
        Every marked sentence shows what it stands on: press the sign after it. What we conclude ourselves is
        marked as ours. <a href={HOW_WE_WORK}>How we work</a>
      </p>
    </div>
  );
}

/** Kinds, marks, evidence, checking and corrections, in plain words. */
export function HowWeWorkPage({ name }: { name: string }) {
  return (
    <div className="sheet message how-we-work">
      <header className="head">
        <h1>How we work</h1>
        <p className="stand">
          {name} tells apart what happened, who says so, and what we make of it. This is how to read the
          signs.
        </p>
      </header>
      <section aria-labelledby="kinds-h">
        <h2 className="section-title" id="kinds-h">
          Six kinds of sentence
        </h2>
        <dl>
          {KINDS.map(({ kind, means }) => (
            <div key={kind}>
              <dt>
                <span className="shape" aria-hidden="true">
                  {KIND_MARKS[kind].shape || "●"}
                </span>{" "}
                <span className={`mark-piece ${kind}`}>{KIND_MARKS[kind].word}</span>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
        <p>
          Each kind has a line of its own under its words, drawn here under its name. A sentence without any
          sign has not been marked. A sign with a broken edge says that nothing holds its sentence yet, or
          that nobody has found the words in the source. Beside each story stands a count of what it holds:
          how many claims, how many with evidence, how many quotations that were found in their source.
        </p>
      </section>
      <section aria-labelledby="evidence-h">
        <h2 className="section-title" id="evidence-h">
          What a sentence stands on
        </h2>
        <p>
          Press the sign after a sentence and you see the passage it rests on: the exact words, where they
          stand, who published them, and on which day we read them. We keep what we read. From there one link
          leads to the live page, at the passage where your browser can find it, and one to the passage as we
          kept it, with a few words around it. The rest of the page is its publisher’s, so we do not show it.
        </p>
        <p>
          Evidence can also speak against a claim, or only give context; then it says so, and a claim that a
          passage speaks against is called contradicted in the text itself. So it says there when the passage
          or the page that a claim stands on is gone, and since when. A claim that turns out to be doubtful is
          called disputed in the text itself. One that is wrong is called retracted and struck through.
        </p>
      </section>
      <section aria-labelledby="checking-h">
        <h2 className="section-title" id="checking-h">
          How quotations are checked
        </h2>
        <p>
          A program compares each quotation with the source. Only typographic differences are passed over: the
          shape of quotation marks and dashes, spaces, and what is left out between […]. If the words are
          there, the quotation is <b>verified</b>. If they differ by a letter or two, and neither a number nor
          a “not” is touched, it is <b>nearly word for word</b>, and an editor who accepts it answers for
          that. Anything else is <b>not found</b>, and we say so.
        </p>
        <p>
          A passage that an editor typed in, from paper or from behind a paywall, is called typed in, and
          never verified. Everything else is a copy of what the page sent us.
        </p>
      </section>
      <section aria-labelledby="later-h">
        <h2 className="section-title" id="later-h">
          What becomes of forecasts and promises
        </h2>
        <p>
          All of them are in the <a href={LEDGER}>ledger</a>: who said what, when it falls due, and how it
          came out, with the passage that settled it. The issue that told it says so too, at its sentence.
          Where somebody named a probability we work out the Brier score, the mean of the squared distance
          between the probability and what happened; 0 is perfect, and always saying 50% gives 0.25.
        </p>
      </section>
      <section aria-labelledby="topics-h">
        <h2 className="section-title" id="topics-h">
          What a story is about
        </h2>
        <p>
          Under <a href={TOPICS}>topics</a> everything about one organisation, person or product stands
          together. A story is about somebody where a claim in it is theirs, or where its headline, its text
          or our analysis names them: one of their names, word for word and in its own spelling. A program
          looks for the names; which names are one and the same, an editor says. A claim without a day of its
          own stands under the last day of the week it was reported in.
        </p>
      </section>
      <section aria-labelledby="wrong-h">
        <h2 className="section-title" id="wrong-h">
          When we are wrong
        </h2>
        <p>
          A published issue is never changed in silence. A correction makes a new edition, and at the end of
          the issue stands what it said, what it says now, and why. The older editions are kept.
        </p>
      </section>
    </div>
  );
}
