import type { SourceDetail } from "@/lib/sources/overview-schema";
import { ACCESS_NOTES, SOURCE_TYPES } from "@/lib/sources/schema";

export const TYPE_WORDS: Record<NonNullable<SourceDetail["sourceType"]>, string> = {
  primary: "Primary source",
  secondary: "Secondary source",
  pressRelease: "Press release",
  documentation: "Documentation",
  social: "Social media",
};

export const ACCESS_WORDS: Record<NonNullable<SourceDetail["accessNote"]>, string> = {
  paywall: "Behind a paywall",
  captcha: "Asks for proof of being a person",
  login: "Asks to sign in",
};

/** A field that can be typed. */
export interface Fact {
  name:
    | "title"
    | "publisher"
    | "byline"
    | "publishedAt"
    | "sourceType"
    | "language"
    | "url"
    | "accessNote"
    | "description";
  label: string;
  kind: "line" | "lines" | "date" | "address" | "choice";
  hint?: string;
  /** Of a choice: what is kept, and its word. */
  choices?: readonly (readonly [value: string, word: string])[];
}

export const FACTS: readonly Fact[] = [
  { name: "title", label: "Title", kind: "line" },
  { name: "publisher", label: "Publisher", kind: "line" },
  { name: "byline", label: "Author", kind: "line" },
  { name: "publishedAt", label: "Published", kind: "date" },
  {
    name: "sourceType",
    label: "Type",
    kind: "choice",
    choices: SOURCE_TYPES.map((type) => [type, TYPE_WORDS[type]] as const),
  },
  { name: "url", label: "Address", kind: "address", hint: "Another address is read anew." },
  {
    name: "accessNote",
    label: "Access",
    kind: "choice",
    choices: ACCESS_NOTES.map((note) => [note, ACCESS_WORDS[note]] as const),
  },
  { name: "language", label: "Language", kind: "line", hint: "A code such as en, de or pt-BR." },
  { name: "description", label: "Description", kind: "lines" },
];
