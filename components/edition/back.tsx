import { issueAddress } from "@/components/edition/addresses";
import { longDate } from "@/components/edition/dates";
import { storyNumbers } from "@/components/edition/front";
import { NoteCard, type NoteSetting } from "@/components/edition/note-card";
import type { StoryNotes } from "@/components/edition/notes";
import { RichTextView } from "@/components/edition/rich-text";
import type { EditionListing } from "@/lib/editions/listing";
import type { Edition } from "@/lib/editions/schema";
import { isEmpty } from "@/lib/rich-text/document";

const SEVERITY: Record<Edition["corrections"][number]["severity"], string> = {
  typo: "Slip of the pen",
  clarification: "Clarification",
  correction: "Correction",
  retraction: "Retraction",
};

/** The last words of the issue, and the line that asks for an answer. */
export function Closing({ edition }: { edition: Edition }) {
  if (isEmpty(edition.closing) && !edition.feedbackPrompt) return null;
  return (
    <section className="closing" aria-labelledby={isEmpty(edition.closing) ? undefined : "closing-h"}>
      {isEmpty(edition.closing) ? null : (
        <>
          <h2 className="section-title" id="closing-h">
            {edition.labels.closing}
          </h2>
          <RichTextView
            document={edition.closing}
            headingLevel={3}
            tableLabel="Table in the closing"
            language={edition.publication.language}
          />
        </>
      )}
      {edition.feedbackPrompt ? <p className="feedback">{edition.feedbackPrompt}</p> : null}
    </section>
  );
}

/** What was wrong in earlier editions and what it says now, the newest first. */
export function Corrections({ edition }: { edition: Edition }) {
  if (edition.corrections.length === 0) return null;
  const numbers = storyNumbers(edition);
  const newestFirst = [...edition.corrections].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));
  return (
    <section className="corrections" id="corrections" aria-labelledby="corrections-h">
      <h2 className="section-title" id="corrections-h">
        Corrections
      </h2>
      <ul>
        {newestFirst.map((item) => (
          <li key={`${item.publishedAt} ${item.before} ${item.after}`}>
            <p className="kick">
              <b>{SEVERITY[item.severity]}</b>
              <time dateTime={item.publishedAt}>
                {longDate(item.publishedAt, edition.publication.language)}
              </time>
              {item.storyAnchor && numbers.has(item.storyAnchor) ? (
                <a href={`#${item.storyAnchor}`}>Story {numbers.get(item.storyAnchor)}</a>
              ) : null}
            </p>
            <p>
              <span className="said">It said:</span> <del>{item.before}</del>
            </p>
            {item.after ? (
              <p>
                <span className="said">It says:</span> <ins>{item.after}</ins>
              </p>
            ) : null}
            <p className="reason">{item.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every note of the issue: closed popovers on screen, the endnotes in print. */
export function Notes({ all, ...setting }: { all: readonly StoryNotes[] } & NoteSetting) {
  const stories = all.filter((own) => own.notes.length > 0);
  if (stories.length === 0) return null;
  return (
    <div className="notes">
      <p className="notes-title" aria-hidden="true">
        What every sentence stands on
      </p>
      {stories.flatMap((own) =>
        own.notes.map((note) => <NoteCard key={note.popover} note={note} {...setting} />),
      )}
    </div>
  );
}

/** Which edition this is, and the same in other forms. Without an `address` (a preview) there are no other forms yet. */
export function Colophon({ edition, published }: { edition: Edition; published: boolean }) {
  const address = issueAddress(edition.slug);
  return (
    <p className="colophon">
      <span>
        Edition {edition.edition},{" "}
        {published ? (
          <>
            published{" "}
            <time dateTime={edition.publishedAt}>
              {longDate(edition.publishedAt, edition.publication.language)}
            </time>
          </>
        ) : (
          "not published yet"
        )}
      </span>
      {published ? (
        <>
          <a href={`${address}.md`}>Markdown</a>
          <a href={`${address}.json`}>JSON</a>
        </>
      ) : null}
    </p>
  );
}

/** The issues before and after. */
export function Neighbours({
  previous,
  next,
}: {
  previous: EditionListing | null;
  next: EditionListing | null;
}) {
  if (!previous && !next) return null;
  return (
    <nav className="neighbours" aria-label="Other issues">
      {previous ? (
        <a href={issueAddress(previous.slug)} rel="prev">
          <span>Previous, issue {previous.number}</span> {previous.title}
        </a>
      ) : null}
      {next ? (
        <a href={issueAddress(next.slug)} rel="next">
          <span>Next, issue {next.number}</span> {next.title}
        </a>
      ) : null}
    </nav>
  );
}
