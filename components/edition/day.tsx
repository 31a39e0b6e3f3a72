import { longDate } from "@/components/edition/dates";

/** A date or a moment in ISO 8601 as readers read it. */
export function Day({ iso, language }: { iso: string; language: string }) {
  return <time dateTime={iso}>{longDate(iso, language)}</time>;
}
