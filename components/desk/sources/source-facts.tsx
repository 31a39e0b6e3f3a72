"use client";

import { Pencil } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { shortDate } from "@/components/desk/dates";
import { LineButton } from "@/components/desk/line-button";
import { type EditSource, SourceFactForm } from "@/components/desk/sources/source-fact-form";
import { ACCESS_WORDS, FACTS, type Fact, TYPE_WORDS } from "@/components/desk/sources/source-fact-words";
import type { SourceDetail } from "@/lib/sources/overview-schema";

interface SourceFactsProps {
  source: SourceDetail;
  mayEdit: boolean;
  editSource: EditSource;
}

/** What a source is, field by field, each with where it came from; each can be typed. */
export function SourceFacts({ source, mayEdit, editSource }: SourceFactsProps) {
  const [open, setOpen] = useState<Fact["name"] | null>(null);
  const list = useRef<HTMLDListElement>(null);
  const closed = useRef<Fact["name"]>(undefined);
  const close = (name: Fact["name"]) => {
    closed.current = name;
    setOpen(null);
  };
  useEffect(() => {
    // The form took the focus with it; now that the button is back, it goes there.
    if (open !== null || closed.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-fact="${closed.current}"] button`)?.focus();
    closed.current = undefined;
  }, [open]);
  return (
    <dl ref={list} className="rounded-card border border-hair bg-paper text-sm">
      {FACTS.map((fact) => (
        <div
          key={fact.name}
          data-fact={fact.name}
          className="border-t border-hair px-4 py-2.5 first:border-t-0"
        >
          {open === fact.name ? (
            <SourceFactForm
              fact={fact}
              source={source}
              editSource={editSource}
              onDone={() => close(fact.name)}
            />
          ) : (
            <>
              <dt className="flex items-baseline gap-x-2 text-quiet">
                {fact.label}
                <Origin words={wordsOf(fact.name, source) ? source.origins[fact.name] : undefined} />
                {mayEdit ? (
                  <span className="ml-auto">
                    <LineButton label={`Edit: ${fact.label}`} onPress={() => setOpen(fact.name)}>
                      <Pencil aria-hidden size={13} />
                    </LineButton>
                  </span>
                ) : null}
              </dt>
              <dd className="[overflow-wrap:anywhere]">
                <Value name={fact.name} source={source} />
              </dd>
            </>
          )}
        </div>
      ))}
    </dl>
  );
}

const PLACES = new Set([
  "the page",
  "a feed",
  "what was sent from the page",
  "an import",
  "the address",
  "the command line",
]);

function Origin({ words }: { words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <span className="text-xs">
      {PLACES.has(words) ? "from " : "typed by "}
      {words}
    </span>
  );
}

function Value({ name, source }: { name: Fact["name"]; source: SourceDetail }) {
  if (name === "url" && source.url) {
    return (
      <a href={source.url} target="_blank" rel="noreferrer" className="link inline-block leading-6">
        {source.url}
      </a>
    );
  }
  const words = wordsOf(name, source);
  return words ? words : <span className="text-quiet">Not said</span>;
}

function wordsOf(name: Fact["name"], source: SourceDetail): string | null {
  if (name === "publishedAt") return source.publishedAt && shortDate(source.publishedAt);
  if (name === "sourceType") return source.sourceType && TYPE_WORDS[source.sourceType];
  if (name === "accessNote") return source.accessNote && ACCESS_WORDS[source.accessNote];
  return source[name];
}
