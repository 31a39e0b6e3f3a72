import { HOW_WE_WORK, topicAddress } from "@/components/edition/addresses";
import type { TopicListing } from "@/lib/entities/topic";

const GROUPS = [
  { kind: "organisation", title: "Organisations" },
  { kind: "person", title: "People" },
  { kind: "product", title: "Products" },
  { kind: null, title: "Others" },
] as const;

function counts({ stories, claims }: TopicListing): string {
  const told = stories === 1 ? "one story" : `${stories} stories`;
  return claims === 0 ? told : `${told}, ${claims === 1 ? "one claim" : `${claims} claims`}`;
}

/** Every organisation, person and product that what is published is about. */
export function TopicsPage({ topics }: { topics: readonly TopicListing[] }) {
  const groups = GROUPS.map((group) => ({
    ...group,
    topics: topics.filter(({ kind }) => kind === group.kind),
  })).filter((group) => group.topics.length > 0);
  return (
    <div className="sheet topics">
      <header className="head">
        <h1>Topics</h1>
        <p className="stand">
          {topics.length === 0
            ? "Nothing has been published about anybody yet."
            : "Who and what we have written about, with everything they said and what became of it."}
        </p>
      </header>
      {groups.map(({ kind, title, topics: own }) => (
        <section key={title} aria-labelledby={`${kind ?? "other"}-h`}>
          <h2 className="section-title" id={`${kind ?? "other"}-h`}>
            {title}
          </h2>
          <ul className="names">
            {own.map((topic) => (
              <li key={topic.slug}>
                <a href={topicAddress(topic.slug)}>{topic.name}</a>{" "}
                <span className="count">{counts(topic)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="colophon">
        <a href={`${HOW_WE_WORK}#topics-h`}>What a story is about, and how we know</a>
      </p>
    </div>
  );
}
