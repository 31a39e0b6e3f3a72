export const KINDS = ["fact", "statement", "forecast", "commitment", "quotation"] as const;
export type Kind = (typeof KINDS)[number];

export const ATTRIBUTIONS = ["none", "reported", "quoted"] as const;
export const MODES = ["assertion", "forecast", "commitment"] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];
export type Mode = (typeof MODES)[number];

/** What a kind is stored as. */
export interface StoredKind {
  attribution: Attribution;
  mode: Mode;
}

/**
 * The one word that is shown. Attribution and mode are stored apart because they are orthogonal
 * ("X said Y will fall" is attributed and a forecast); what is promised or foretold outranks who said it,
 * because it is what comes back when it falls due.
 */
export function kindOf(claim: StoredKind): Kind {
  if (claim.mode !== "assertion") return claim.mode;
  if (claim.attribution === "quoted") return "quotation";
  return claim.attribution === "reported" ? "statement" : "fact";
}

/** What makes a claim show this kind. A forecast or a commitment leaves open whose words it is in, so that stays as it was. */
export function storedKind(kind: Kind, before: Attribution): StoredKind {
  if (kind === "forecast" || kind === "commitment") return { attribution: before, mode: kind };
  const attribution = kind === "quotation" ? "quoted" : kind === "statement" ? "reported" : "none";
  return { attribution, mode: "assertion" };
}

/** Word and shape of each kind, the same everywhere (look.md). A fact is plain: it has no shape. */
export const KIND_MARKS: Record<Kind | "analysis", { word: string; shape: string }> = {
  fact: { word: "Fact", shape: "" },
  statement: { word: "Statement", shape: "◆" },
  quotation: { word: "Quotation", shape: "❝" },
  forecast: { word: "Forecast", shape: "◇" },
  commitment: { word: "Commitment", shape: "▷" },
  analysis: { word: "Analysis", shape: "✎" },
};
