import { issueAddress } from "@/components/edition/addresses";
import { longDate, weekPhrase } from "@/components/edition/dates";
import type { EditionListing } from "@/lib/editions/listing";

/** The year an issue belongs to: of the week it covers, or else of the day it was published. */
export function yearOf(listing: EditionListing): string {
  return (listing.week.to ?? listing.week.from ?? listing.publishedAt).slice(0, 4);
}

/** Issues under each other, each with its number hung in the margin. */
export function IssueList({ listings, language }: { listings: EditionListing[]; language: string }) {
  return (
    <ul className="issues">
      {listings.map((listing) => (
        <li key={listing.slug}>
          <span className="number">
            <span className="unseen">Issue </span>
            {listing.number}
          </span>
          <a href={issueAddress(listing.slug)}>{listing.title}</a>
          <span className="when">
            {weekPhrase(listing.week, language) ?? (
              <time dateTime={listing.publishedAt}>{longDate(listing.publishedAt, language)}</time>
            )}
          </span>
          {listing.standfirst ? <p>{listing.standfirst}</p> : null}
        </li>
      ))}
    </ul>
  );
}
