import { Closing, Colophon, Corrections, Neighbours, Notes } from "@/components/edition/back";
import { Front } from "@/components/edition/front";
import { HowWeWorkBox } from "@/components/edition/how-we-work";
import { collectNotes } from "@/components/edition/notes";
import { Story } from "@/components/edition/story";
import { foldAnalyses, hasAnalysis } from "@/lib/editions/folded";
import type { EditionListing } from "@/lib/editions/listing";
import type { Edition } from "@/lib/editions/schema";
import type { KnownNames } from "@/lib/entities/resolve";
import type { Conditions } from "@/lib/sources/conditions";

export interface IssuePageProps {
  edition: Edition;
  previous?: EditionListing | null;
  next?: EditionListing | null;
  /** False in a preview: nothing is at the issue's addresses yet. */
  published?: boolean;
  /** True for who wants no analysis: it is folded away. */
  folded?: boolean;
  /** What became of its sources since; without it nothing is said of that. */
  conditions?: Conditions;
  /** Whose topics there are: speakers in it lead there. */
  known?: KnownNames;
}

/**
 * An Edition as readers see it, page and preview alike. Plain markup without state: it renders on the server, needs no
 * JavaScript, and wants an ancestor with the class `edition` and the rules of edition.css.
 */
export function IssuePage({
  edition: whole,
  conditions,
  known,
  previous = null,
  next = null,
  published = true,
  folded = false,
}: IssuePageProps) {
  const edition = folded ? foldAnalyses(whole) : whole;
  const notes = collectNotes(edition, conditions);
  const language = edition.publication.language;
  return (
    <article className="sheet issue" lang={language}>
      <Front
        edition={edition}
        view={!published || !hasAnalysis(edition) ? null : folded ? "sourced" : "whole"}
      />
      {edition.sections
        .filter((section) => section.stories.length > 0)
        .map((section) => (
          <section
            key={section.stories[0]?.anchor ?? section.title}
            className="section"
            aria-label={section.title || undefined}
          >
            {section.title ? (
              <h2 className="section-title">{section.title}</h2>
            ) : (
              <hr className="section-rule" />
            )}
            {section.stories.map((story) => {
              const own = notes.get(story.anchor);
              const headingLevel = section.title ? 3 : 2;
              const setting = {
                whyLabel: edition.labels.whyItMatters,
                language,
                headingLevel,
                folded,
                conditions,
              } as const;
              return own ? <Story key={story.anchor} own={own} setting={setting} /> : null;
            })}
          </section>
        ))}
      <Closing edition={edition} />
      <Corrections edition={edition} />
      <Notes
        all={[...notes.values()]}
        language={language}
        slug={published ? edition.slug : null}
        folded={folded}
        conditions={conditions}
        known={known}
      />
      <footer className="end">
        <HowWeWorkBox />
        <Colophon edition={edition} published={published} />
        <Neighbours previous={previous} next={next} />
      </footer>
    </article>
  );
}
