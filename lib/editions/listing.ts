import { z } from "zod";
import { edition } from "@/lib/editions/schema";

const parts = edition.pick({
  slug: true,
  number: true,
  title: true,
  standfirst: true,
  week: true,
  edition: true,
  publishedAt: true,
});

/** What lists of issues show of an Edition. */
export const editionListing = parts.extend({
  /** Id of the row that holds the latest Edition. */
  editionId: z.uuid(),
});
export type EditionListing = z.infer<typeof editionListing>;

/** The publication as readers know it. */
export interface PublicationName {
  name: string;
  tagline: string;
  /** BCP 47. */
  language: string;
}
