import { attempt } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import {
  type ClaimsState,
  isAnalysis,
  isClaim,
  isOutdated,
  type MarkedWords,
  NOTHING,
  sameOr,
  signsOf,
  withOne,
  withUnheard,
} from "@/components/desk/claims/claims-state";
import type { NamedAnchor } from "@/components/editor/claims/anchors";
import type { Signs } from "@/components/editor/claims/claims-host";
import type { AnalysisDraft } from "@/lib/analyses/schema";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Result } from "@/lib/errors";

/** What one screen knows of the claims and analyses of a story: read from the server, and what its answers change in it. */
export class KnownClaims {
  readonly storyId: string;
  readonly #actions: ClaimActions;
  readonly #listeners = new Set<() => void>();
  #state = NOTHING;
  #signs: Signs = new Map();

  constructor(storyId: string, actions: ClaimActions) {
    this.storyId = storyId;
    this.#actions = actions;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ClaimsState => this.#state;

  /** Before anything was read: what the server renders too. */
  readonly nothing = (): ClaimsState => NOTHING;

  /** How all of them show in their texts: the same object until one shows otherwise. */
  protected readonly signs = (): Signs => this.#signs;

  protected become(change: Partial<ClaimsState>): void {
    this.#state = { ...this.#state, ...change };
    if (change.claims || change.analyses) this.#signs = sameOr(this.#signs, signsOf(this.#state));
    for (const listener of this.#listeners) listener();
  }

  /** What was read from the server. What it has not heard of yet stays. */
  readonly receive = (claims: ClaimDraft[], analyses: AnalysisDraft[]): void => {
    this.become({
      claims: withUnheard(claims, this.#state.claims),
      analyses: withUnheard(analyses, this.#state.analyses),
      known: true,
      failure: null,
    });
  };

  readonly load = async (): Promise<void> => {
    const { storyId } = this;
    const [claims, analyses] = await Promise.all([
      attempt(this.#actions.listStoryClaims({ storyId })),
      attempt(this.#actions.listStoryAnalyses({ storyId })),
    ]);
    if (claims.ok && analyses.ok) this.receive(claims.value, analyses.value);
    else this.become({ failure: claims.ok ? (analyses.ok ? null : analyses.error) : claims.error });
  };

  /** The story was saved with these words under its marks: reads the claims again where they say something else. */
  readonly saved = (words: MarkedWords): void => {
    if (this.#state.known && isOutdated(this.#state, words)) void this.load();
  };

  /** Does something on the server; what it answers takes the place of what is shown, also when it was refused for it. */
  readonly run = async <T>(deed: (actions: ClaimActions) => Promise<Result<T>>) => {
    const answer = await attempt(deed(this.#actions));
    const standing = answer.ok ? answer.value : answer.error.details;
    if (isClaim(standing)) this.put(standing);
    if (isAnalysis(standing)) this.putAnalysis(standing);
    return answer;
  };

  /** Shows a claim as it stands now. */
  readonly put = (claim: ClaimDraft): void => this.become({ claims: withOne(this.#state.claims, claim) });

  /** The same for an analysis. */
  readonly putAnalysis = (analysis: AnalysisDraft): void =>
    this.become({ analyses: withOne(this.#state.analyses, analysis) });

  /** Both, many at once. */
  readonly putAll = (claims: readonly ClaimDraft[], analyses: readonly AnalysisDraft[]): void =>
    this.become({
      claims: claims.reduce(withOne<ClaimDraft>, this.#state.claims),
      analyses: analyses.reduce(withOne<AnalysisDraft>, this.#state.analyses),
    });

  /** Shows no longer what the server did not take. */
  readonly forget = ({ type, id }: NamedAnchor): void => {
    const isOther = (row: { id: string }) => row.id !== id;
    const { claims, analyses, active } = this.#state;
    this.become({
      ...(type === "claim" ? { claims: claims.filter(isOther) } : { analyses: analyses.filter(isOther) }),
      ...(active === id && { active: null, picking: null, naming: null }),
    });
  };

  readonly claim = (id: string): ClaimDraft | null =>
    this.#state.claims.find((claim) => claim.id === id) ?? null;

  readonly analysis = (id: string): AnalysisDraft | null =>
    this.#state.analyses.find((analysis) => analysis.id === id) ?? null;

  readonly row = ({ type, id }: NamedAnchor): ClaimDraft | AnalysisDraft | null =>
    type === "claim" ? this.claim(id) : this.analysis(id);
}
