import { issueAddress, sourcedAddress } from "@/components/edition/addresses";
import { longDate, weekPhrase } from "@/components/edition/dates";
import { splitHeadline } from "@/components/edition/headline";
import { RichTextView } from "@/components/edition/rich-text";
import { readingMinutes } from "@/lib/editions/reading-time";
import type { Edition } from "@/lib/editions/schema";
import { isEmpty } from "@/lib/rich-text/document";

/** Which number a story has, by its permanent anchor. */
export function storyNumbers(edition: Edition): ReadonlyMap<string, number> {
  const stories = edition.sections.flatMap((section) => section.stories);
  return new Map(stories.map((story) => [story.anchor, story.number]));
}

/** Issue, week and how long it takes: the line above the title. */
export function Kicker({ edition, corrected }: { edition: Edition; corrected?: boolean }) {
  const language = edition.publication.language;
  const week = weekPhrase(edition.week, language);
  const minutes = readingMinutes(edition);
  return (
    <p className="kick">
      <span>Issue {edition.number}</span>
      {week ? (
        <span>{edition.week.from && edition.week.to ? `Week of ${week}` : week}</span>
      ) : (
        <time dateTime={edition.publishedAt}>{longDate(edition.publishedAt, language)}</time>
      )}
      <span>{minutes === 1 ? "1 minute" : `${minutes} minutes`}</span>
      {corrected ? <a href="#corrections">Corrected, edition {edition.edition}</a> : null}
    </p>
  );
}

function StoryLinks({ anchors, edition, page }: { anchors: string[]; edition: Edition; page: string }) {
  const numbers = storyNumbers(edition);
  const known = anchors.filter((anchor) => numbers.has(anchor));
  if (known.length === 0) return null;
  return (
    <span className="to">
      {known.map((anchor) => (
        <a key={anchor} href={`${page}#${anchor}`}>
          <span className="unseen">Story </span>
          {numbers.get(anchor)}
        </a>
      ))}
    </span>
  );
}

/** "What matters this week" and the thesis that closes it. `page` is empty on the issue's own page. */
export function Highlights({ edition, level, page = "" }: { edition: Edition; level: 2 | 3; page?: string }) {
  const { highlights, thesis } = edition;
  if (highlights.length === 0 && thesis.length === 0) return null;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className="matters" aria-labelledby="matters-h">
      <Heading className="label" id="matters-h">
        {edition.labels.highlights}
      </Heading>
      {highlights.length > 0 ? (
        <ul>
          {highlights.map((highlight) => (
            <li key={highlight.text}>
              <span>{highlight.text}</span>{" "}
              <StoryLinks anchors={highlight.stories} edition={edition} page={page} />
            </li>
          ))}
        </ul>
      ) : null}
      {thesis.map((line) => (
        <p key={line} className="thesis">
          {line}
        </p>
      ))}
    </section>
  );
}

/** Stories in their sections, each a link. Longer lists begin folded: they would push the issue off the page. */
const OPEN_UP_TO = 14;

export function Contents({ edition }: { edition: Edition }) {
  const sections = edition.sections.filter((section) => section.stories.length > 0);
  const count = storyNumbers(edition).size;
  if (count < 2) return null;
  return (
    <nav className="contents" aria-label="In this issue">
      <details open={count <= OPEN_UP_TO}>
        <summary>In this issue</summary>
        {sections.map((section) => (
          <div key={section.stories[0]?.anchor}>
            {section.title ? <p>{section.title}</p> : null}
            <ol>
              {section.stories.map((story) => (
                <li key={story.anchor}>
                  <a href={`#${story.anchor}`}>
                    <span className="number">{story.number}</span>{" "}
                    <span>{splitHeadline(story.headline).subject}</span>
                  </a>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </details>
    </nav>
  );
}

/** How much of the issue is shown; null where there is no choice. */
export type View = "whole" | "sourced" | null;

/**
 * The way to the issue without its analysis, and back. An address of its own rather than a switch on the page: it prints as
 * it reads, can be passed on, is left out for every reader alike, and asks nothing of the browser.
 */
function ViewChoice({ slug, view }: { slug: string; view: View }) {
  if (view === null) return null;
  return view === "whole" ? (
    <p className="view">
      <a href={sourcedAddress(slug)}>Read without our analysis</a>, which is folded away
    </p>
  ) : (
    <p className="view folded">
      <strong>Without analysis:</strong> it is folded away, each place marked […].{" "}
      <a href={issueAddress(slug)}>Show the whole issue</a>
    </p>
  );
}

/** Everything before the first story. */
export function Front({ edition, view }: { edition: Edition; view: View }) {
  return (
    <div className="front">
      <header className="head">
        <Kicker edition={edition} corrected={edition.corrections.length > 0} />
        <h1>{edition.title}</h1>
        {edition.standfirst ? <p className="stand">{edition.standfirst}</p> : null}
        <ViewChoice slug={edition.slug} view={view} />
      </header>
      {isEmpty(edition.introduction) ? null : (
        <section className="introduction" aria-labelledby="introduction-h">
          <h2 className="unseen" id="introduction-h">
            {edition.labels.introduction}
          </h2>
          <RichTextView
            document={edition.introduction}
            headingLevel={3}
            tableLabel="Table in the introduction"
            language={edition.publication.language}
          />
        </section>
      )}
      <Highlights edition={edition} level={2} />
      <Contents edition={edition} />
    </div>
  );
}

/** The latest issue as the home page shows it: its title a link, and what matters in it. */
export function LatestIssue({ edition }: { edition: Edition }) {
  const page = issueAddress(edition.slug);
  return (
    <article className="latest" aria-labelledby="latest-h">
      <header className="head">
        <Kicker edition={edition} />
        <h2 className="title" id="latest-h">
          <a href={page}>{edition.title}</a>
        </h2>
        {edition.standfirst ? <p className="stand">{edition.standfirst}</p> : null}
      </header>
      <Highlights edition={edition} level={3} page={page} />
      <p className="read-on">
        <a href={page}>Read issue {edition.number}</a>
      </p>
    </article>
  );
}
