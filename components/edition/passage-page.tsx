import { issueAddress } from "@/components/edition/addresses";
import { kindAndSpeaker, shapeOf } from "@/components/edition/kind-words";
import { Passage } from "@/components/edition/passage";
import type { ArchivedPassage } from "@/lib/editions/passages";
import type { Edition } from "@/lib/editions/schema";
import type { Conditions } from "@/lib/sources/conditions";

/** One passage as we read it, with what stands around it, and the claim it is kept for. */
export function PassagePage({
  edition,
  passage,
  conditions,
}: {
  edition: Edition;
  passage: ArchivedPassage;
  conditions: Conditions;
}) {
  const { story, claim, item } = passage;
  const page = issueAddress(edition.slug);
  return (
    <div className="sheet message archived">
      <header className="head">
        <p className="kick">Archived passage</p>
        <h1>{item.source.title}</h1>
      </header>
      <Passage
        claimId={claim.id}
        language={edition.publication.language}
        archived={null}
        isWhole
        {...{ item, conditions }}
      />
      <section aria-labelledby="claim-h">
        <h2 className="section-title" id="claim-h">
          Kept for
        </h2>
        <p className="kick">
          <span>
            <span className="shape" aria-hidden="true">
              {shapeOf(claim)}
            </span>{" "}
            {kindAndSpeaker(claim)}
          </span>
        </p>
        <p>{claim.text}</p>
        <p className="where">
          In <a href={`${page}#${story.anchor}`}>{story.headline}</a>, issue {edition.number},{" "}
          <a href={page}>{edition.title}</a>. We keep what we read of a page, and show of it the passage and
          the sentence around it; the rest is its publisher’s.
        </p>
      </section>
    </div>
  );
}
