import type { EvidenceLine } from "@/lib/evidence/schema";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { DEFAULT_LABELS } from "@/lib/issues/labels";
import type {
  PreflightAnalysis,
  PreflightClaim,
  PreflightDraft,
  PreflightSource,
  PreflightStory,
} from "@/lib/preflight/draft";
import { runPreflight } from "@/lib/preflight/run";
import { EMPTY, type RichText } from "@/lib/rich-text/document";
import { doc, p } from "@/lib/rich-text/test-words";

// A draft of which preflight finds nothing, and short ways to give it one fault each.

export const aSource = (given: Partial<PreflightSource> = {}): PreflightSource => ({
  id: "source",
  title: "Halyard 3 is here",
  byline: "",
  publisher: "Orrin",
  url: "https://orrin.example/halyard",
  state: "live",
  hasText: true,
  text: "",
  ...given,
});

export const evidence = (given: Partial<EvidenceLine> = {}): EvidenceLine => ({
  id: "evidence",
  snapshotId: "snapshot",
  source: { id: "source", title: "Halyard 3 is here", publisher: "Orrin", url: null, state: "live" },
  origin: "fetched",
  readAt: "2026-03-16T10:00:00.000Z",
  ...{ exact: "", prefix: "", suffix: "", start: 0, end: 0, page: null },
  matchStatus: "verified",
  similarity: null,
  diff: null,
  signedBy: null,
  signedAt: null,
  relation: "supports",
  goneSince: null,
  ...given,
});

export const aClaim = (given: Partial<PreflightClaim> = {}): PreflightClaim => ({
  id: "claim",
  text: "it runs everywhere",
  anchored: true,
  attribution: "reported",
  mode: "assertion",
  speaker: "Orrin",
  speakerRole: null,
  horizonAt: null,
  evidence: [evidence()],
  status: "unverified",
  ...given,
});

export const anAnalysis = (given: Partial<PreflightAnalysis> = {}): PreflightAnalysis => ({
  id: "analysis",
  scope: "span",
  text: "so it will spread",
  premises: [{ claimId: "claim", text: "it runs everywhere", status: "supported" }],
  ...given,
});

export const aStory = (given: Partial<PreflightStory> = {}): PreflightStory => ({
  id: "story",
  number: 1,
  headline: "Halyard 3 — it is here",
  body: doc(p("Orrin released Halyard 3.")),
  whyItMatters: doc(p("People sail.")),
  workflowState: "approved",
  sources: [aSource()],
  claims: [],
  analyses: [],
  coveredBefore: [],
  open: { comments: 0, suggestions: 0 },
  ...given,
});

/** A story whose body is these paragraphs. */
export const told = (...paragraphs: string[]): PreflightStory =>
  aStory({ body: doc(...paragraphs.map((text) => p(text))) });

export const aDraft = (given: Partial<PreflightDraft> = {}): PreflightDraft => ({
  id: "issue",
  week: { from: "2026-03-14", to: "2026-03-20" },
  workflowState: "approved",
  labels: DEFAULT_LABELS,
  standfirst: "",
  introduction: doc(p("Good morning.")),
  highlights: [{ id: "highlight", text: "There is a new Halyard.", storyIds: ["story"] }],
  thesis: [],
  closing: EMPTY,
  leftStories: [],
  stories: [aStory()],
  knownPages: [],
  keptPictures: [],
  ...given,
});

/** The sentences of one rule for a draft. */
export const said = (rule: string, draft: PreflightDraft): string[] =>
  runPreflight(draft)
    .filter((line) => line.rule === rule)
    .map(({ sentence }) => sentence);

/** The same for a draft of this one story. */
export const saidOf = (rule: string, story: PreflightStory): string[] =>
  said(rule, aDraft({ stories: [story] }));

/** A file's issue as a draft, without anything marked and without kept texts. */
export function importedDraft(issue: ImportedIssue, week: PreflightDraft["week"]): PreflightDraft {
  const stories = issue.sections.flatMap((section) => section.stories);
  return aDraft({
    week,
    introduction: issue.introduction,
    highlights: issue.highlights.map(({ text, stories }, at) => ({
      id: `highlight ${at}`,
      text,
      storyIds: stories.map((number) => `story ${number}`),
    })),
    thesis: issue.thesis,
    closing: issue.closing,
    knownPages: stories.flatMap((story) => story.sources),
    stories: stories.map(({ headline, sources, body, whyItMatters }, index) =>
      aStory({
        ...{ id: `story ${index + 1}`, number: index + 1, headline, body, whyItMatters },
        sources: sources.map((source, at) =>
          aSource({ ...source, id: `source ${index + 1}.${at}`, state: "unchecked", hasText: false }),
        ),
      }),
    ),
  });
}

/** A text of which only one mark matters: words, then the marked ones. */
export const marked = (kind: "claim" | "analysis", id: string, before: string, words: string): RichText =>
  doc({
    type: "paragraph",
    content: [
      { type: "text", text: before },
      { type: "text", text: words, marks: [{ type: kind, attrs: { id } }] },
    ],
  });
