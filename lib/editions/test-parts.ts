import type { EditionAnalysis, EditionClaim, EditionSource, EditionStory } from "@/lib/editions/schema";
import type { RichText } from "@/lib/rich-text/document";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";
import { doc } from "@/lib/rich-text/test-words";

// Parts of Editions for tests, whole and valid, with what a test does not care about filled in.

export const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;

export function testSource(number: number, more: Partial<EditionSource> = {}): EditionSource {
  return {
    id: uuid(number),
    title: "Winter timetable",
    byline: "",
    publisher: "Nordlicht Rail",
    url: `https://nordlicht.example/news/${number}`,
    publishedAt: "2026-03-17",
    ...more,
  };
}

export function testEvidence(
  source: EditionSource,
  exact: string,
  more: Partial<EditionClaim["evidence"][number]> = {},
): EditionClaim["evidence"][number] {
  return {
    source,
    exact,
    prefix: "",
    suffix: "",
    matchStatus: "verified",
    relation: "supports",
    readAt: "2026-03-18T08:30:00.000Z",
    origin: "fetched",
    ...more,
  };
}

export function testClaim(number: number, text: string, more: Partial<EditionClaim> = {}): EditionClaim {
  return {
    id: uuid(number),
    kind: "fact",
    attribution: "none",
    text,
    speaker: null,
    speakerRole: null,
    utteredAt: null,
    status: "supported",
    due: null,
    evidence: [],
    ...more,
  };
}

export function testAnalysis(
  number: number,
  text: string,
  more: Partial<EditionAnalysis> = {},
): EditionAnalysis {
  return {
    id: uuid(number),
    scope: "span",
    text,
    author: "Ada Kern",
    counterargument: null,
    premises: [],
    ...more,
  };
}

interface StoryWords {
  headline: string;
  body: RichText;
  why?: RichText;
  sources?: EditionSource[];
  claims?: EditionClaim[];
  analyses?: EditionAnalysis[];
}

export function testStory(
  number: number,
  { headline, body, why = doc(), ...rest }: StoryWords,
): EditionStory {
  return {
    number,
    anchor: `s-${String(number).padStart(10, "a")}`,
    headline,
    sources: rest.sources ?? [],
    body,
    bodyText: plainText(body),
    tables: plainTables(body),
    whyItMatters: why,
    whyItMattersText: plainText(why),
    claims: rest.claims ?? [],
    analyses: rest.analyses ?? [],
  };
}
