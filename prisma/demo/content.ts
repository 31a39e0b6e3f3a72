import type { RichText } from "@/lib/rich-text/document";

/** The demo's people, by role: each role has one. */
export type Person = "admin" | "editor" | "contributor";

export interface DemoSource {
  key: string;
  title: string;
  publisher: string;
  /** The publisher's front page, unless the exact address is known (`exactAddress`); null for our own pages, whose address is each installation's. */
  url: string | null;
  exactAddress?: true;
  publishedAt?: string;
  sourceType: "primary" | "pressRelease" | "documentation";
  /** Words of this source that are quoted elsewhere: all that a demo snapshot may hold. */
  excerpt?: string;
  /** When the excerpt was taken (an ISO moment), where that was on another day than the others. */
  takenAt?: string;
}

/** A passage of the source's excerpt. */
export interface DemoEvidence {
  source: DemoSource;
  exact: string;
}

export interface DemoClaim {
  attribution: "none" | "reported" | "quoted";
  mode: "assertion" | "forecast" | "commitment";
  speaker?: string;
  speakerRole?: string;
  /** The day on which it was said, where it is known. */
  utteredAt?: string;
  horizonAt?: string;
  resolutionCriteria?: string;
  evidence?: DemoEvidence[];
  /** How it came out, told after its issue was published. */
  settled?: {
    outcome: "yes" | "no" | "ambiguous";
    resolution: string;
    /** ISO day. */
    resolvedOn: string;
    evidence: DemoEvidence[];
  };
}

type Said = Pick<DemoClaim, "speakerRole" | "utteredAt" | "evidence">;
type Due = Said & Pick<DemoClaim, "horizonAt" | "resolutionCriteria" | "settled">;

/** Stands on its own, nobody's say-so. */
export const fact = (): DemoClaim => ({ attribution: "none", mode: "assertion" });

/** Said by someone, in our words. */
export const statement = (speaker: string, said: Said = {}): DemoClaim => ({
  attribution: "reported",
  mode: "assertion",
  speaker,
  ...said,
});

/** Said by someone, in theirs. */
export const quotation = (speaker: string, said: Said = {}): DemoClaim => ({
  attribution: "quoted",
  mode: "assertion",
  speaker,
  ...said,
});

/** What someone expects; comes back on `horizonAt`. */
export const forecast = (speaker: string, due: Due): DemoClaim => ({
  attribution: "reported",
  mode: "forecast",
  speaker,
  ...due,
});

/** What someone undertakes to do. */
export const commitment = (speaker: string, due: Due): DemoClaim => ({
  attribution: "reported",
  mode: "commitment",
  speaker,
  ...due,
});

export interface DemoAnalysis {
  /** Keys of claims of the same story. */
  restsOn: string[];
  counterargument?: string;
}

export interface DemoStory {
  key: string;
  headline: string;
  author: Person;
  state: "drafting" | "inReview" | "approved";
  /** Key of the published story that this one follows up. */
  follows?: string;
  sources: DemoSource[];
  body: RichText;
  /** "Why this matters": its words, and what they rest on. */
  why?: { words: RichText; analysis?: DemoAnalysis };
  claims: Record<string, DemoClaim>;
  analyses: Record<string, DemoAnalysis>;
}

export interface DemoIssue {
  number: number;
  slug: string;
  title: string;
  standfirst: string;
  week: { from: string; to: string };
  introduction: RichText;
  /** Stories by their keys. */
  highlights: { text: string; stories: string[] }[];
  thesis: string[];
  sections: { title: string; stories: DemoStory[] }[];
  closing: RichText;
  feedbackPrompt: string;
  /** Null: a draft. */
  publishedAt: string | null;
}
