import { LatestIssue } from "@/components/edition/front";
import { IssueList, yearOf } from "@/components/edition/issue-list";
import type { EditionListing } from "@/lib/editions/listing";
import type { Edition } from "@/lib/editions/schema";

/** How many earlier issues the home page lists; the archive has the rest. */
const ON_HOME = 8;

/** The home page under the masthead (document.tsx): the latest issue, and the ones before. */
export function HomePage({
  language,
  latest,
  listings,
}: {
  language: string;
  latest: Edition | null;
  /** All published issues, the latest first. */
  listings: EditionListing[];
}) {
  const before = listings.slice(1, 1 + ON_HOME);
  return (
    <div className="sheet home">
      {latest ? (
        <LatestIssue edition={latest} />
      ) : (
        <p className="stand first">
          The first issue is being written. It will be on this page as soon as it is published.
        </p>
      )}
      {before.length > 0 ? (
        <section className="before" aria-labelledby="before-h">
          <h2 className="section-title" id="before-h">
            Before that
          </h2>
          <IssueList listings={before} language={language} />
          {listings.length > 1 + ON_HOME ? (
            <p className="read-on">
              <a href="/archive">All {listings.length} issues</a>
            </p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

/** Every issue, by year. */
export function ArchivePage({ listings, language }: { listings: EditionListing[]; language: string }) {
  const years = [...new Set(listings.map(yearOf))];
  return (
    <div className="sheet archive">
      <header className="head">
        <h1>Archive</h1>
        <p className="stand">
          {listings.length === 0
            ? "No issue has been published yet."
            : `${listings.length === 1 ? "One issue" : `${listings.length} issues`}, the latest first.`}
        </p>
      </header>
      {years.map((year) => (
        <section key={year} aria-labelledby={`y-${year}`}>
          <h2 className="section-title" id={`y-${year}`}>
            {year}
          </h2>
          <IssueList listings={listings.filter((listing) => yearOf(listing) === year)} language={language} />
        </section>
      ))}
    </div>
  );
}
