export const KINDS = ["fact", "statement", "forecast", "commitment", "quotation"] as const;
export type Kind = (typeof KINDS)[number];

export const ATTRIBUTIONS = ["none", "reported", "quoted"] as const;
export const MODES = ["assertion", "forecast", "commitment"] as const;

/**
 * The one word that is shown. Attribution and mode are stored apart because they are orthogonal
 * ("X said Y will fall" is attributed and a forecast); what is promised or foretold outranks who said it,
 * because it is what comes back when it falls due.
 */
export function kindOf(claim: {
  attribution: (typeof ATTRIBUTIONS)[number];
  mode: (typeof MODES)[number];
}): Kind {
  if (claim.mode !== "assertion") return claim.mode;
  if (claim.attribution === "quoted") return "quotation";
  return claim.attribution === "reported" ? "statement" : "fact";
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
