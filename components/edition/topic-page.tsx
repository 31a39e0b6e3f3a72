import { issueAddress, passageAddress } from "@/components/edition/addresses";
import { Day } from "@/components/edition/day";
import { KindAndSpeaker } from "@/components/edition/kind-and-speaker";
import { LedgerRecords } from "@/components/edition/ledger-records";
import { NamedSource } from "@/components/edition/named-source";
import { kindWord } from "@/components/edition/topic-words";
import type { KnownNames } from "@/lib/entities/resolve";
import type { Topic, TopicClaim, TopicSource } from "@/lib/entities/topic";
import { stateOf } from "@/lib/ledger/entry";
import { speakerRecords } from "@/lib/ledger/record";
import { stateWords } from "@/lib/ledger/words";

/** Which page this is made for: its day (ISO), and the publication's language. */
interface Setting {
  today: string;
  language: string;
}

function Head({ topic }: { topic: Topic }) {
  const { kind, otherNames, stories, claims } = topic;
  return (
    <header className="head">
      <p className="kick">
        <span>{kindWord(kind)}</span>
        {otherNames.length > 0 ? <span className="also">Also: {otherNames.join(", ")}</span> : null}
      </p>
      <h1>{topic.name}</h1>
      <p className="stand">
        {stories.length === 1 ? "One story" : `${stories.length} stories`}
        {claims.length === 0 ? "" : `, ${claims.length === 1 ? "one claim" : `${claims.length} claims`}`}.
      </p>
    </header>
  );
}

function Stories({ topic, language }: { topic: Topic; language: string }) {
  return (
    <section aria-labelledby="stories-h">
      <h2 className="section-title" id="stories-h">
        Stories
      </h2>
      <ul className="issues">
        {topic.stories.map(({ story, issueSlug, issueNumber, publishedAt }) => (
          <li key={story.anchor}>
            <span className="number">
              <span className="unseen">Issue </span>
              {issueNumber}
            </span>
            <a href={`${issueAddress(issueSlug)}#${story.anchor}`}>{story.headline}</a>
            <span className="when">
              <Day iso={publishedAt} language={language} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What became of it, in words; null for what does not fall due. */
function standing(topic: Topic, { claim }: TopicClaim, today: string): string | null {
  const entry = topic.entries.find((each) => each.claim.id === claim.id);
  return entry ? stateWords(entry.claim.kind, stateOf(entry, today)) : null;
}

function Claim({ topic, told, today, language }: { topic: Topic; told: TopicClaim } & Setting) {
  const { claim, day, isDayOfSaying, issueSlug, issueNumber, anchor, headline } = told;
  const state = standing(topic, told, today);
  const doubt = claim.status === "disputed" || claim.status === "retracted" ? claim.status : null;
  return (
    <li>
      <p className="kick">
        <span>
          {isDayOfSaying ? null : "Reported "}
          <Day iso={day} language={language} />
        </span>
        <span>
          <KindAndSpeaker claim={claim} known={undefined} />
        </span>
        {state ? <strong>{state}</strong> : null}
        {claim.due?.at ? (
          <span>
            due <Day iso={claim.due.at} language={language} />
          </span>
        ) : null}
        {doubt ? <strong>{doubt}</strong> : null}
      </p>
      <p className="words">
        <a href={passageAddress(`${issueAddress(issueSlug)}#${anchor}`, { exact: claim.text })}>
          {claim.text}
        </a>
      </p>
      <p className="where">
        In “{headline}”, issue {issueNumber}.
        {claim.due?.criteria ? ` It counts as settled so: ${claim.due.criteria}` : null}
      </p>
    </li>
  );
}

function Source({ told: { source, isItsOwn }, language }: { told: TopicSource; language: string }) {
  return (
    <li>
      <NamedSource source={source} language={language} />
      {isItsOwn ? <span className="own"> · its own</span> : null}
    </li>
  );
}

/** Everything that was published about one organisation, person or product. */
export function TopicPage({ topic, today, language }: { topic: Topic } & Setting) {
  const records = speakerRecords(topic.entries, () => topic.name);
  return (
    <div className="sheet topic ledger">
      <Head topic={topic} />
      {topic.stories.length > 0 ? <Stories topic={topic} language={language} /> : null}
      {topic.claims.length > 0 ? (
        <section aria-labelledby="claims-h">
          <h2 className="section-title" id="claims-h">
            Claims, the latest first
          </h2>
          <ol className="entries">
            {topic.claims.map((told) => (
              <Claim key={told.claim.id} {...{ topic, told, today, language }} />
            ))}
          </ol>
        </section>
      ) : null}
      {records.length > 0 ? (
        <LedgerRecords records={records} title="Forecasts and commitments" known={NOBODY} />
      ) : null}
      {topic.sources.length > 0 ? (
        <section aria-labelledby="sources-h">
          <h2 className="section-title" id="sources-h">
            Sources
          </h2>
          <ul className="sources">
            {topic.sources.map((told) => (
              <Source key={told.source.id} told={told} language={language} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

/** On its own page nobody needs the way to it. */
const NOBODY: KnownNames = new Map();
