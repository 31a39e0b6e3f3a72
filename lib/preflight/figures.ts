/** A number in a text with its unit. Offsets are UTF-16 units of the text, `end` exclusive. */
export interface Figure {
  value: number;
  /** A currency's sign, "%", or "" for a plain count. */
  unit: string;
  start: number;
  end: number;
}

const SCALES: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

// Not within a name or a version (GPT-5.4, 3.0.1), a date or an ordinal.
const FIGURE =
  /(?<![\p{L}\p{N}.,‐‑–-])(?<currency>\p{Sc})?(?<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s\u00a0\u202f]?(?<scale>k|m|mn|b|bn|tn|thousand|million|billion|trillion)(?![\p{L}\p{N}]))?(?:[\s\u00a0\u202f]?(?<percent>%|per cent(?!\p{L})|percent(?!\p{L})))?(?![\p{L}\p{N}‐‑-]|[.,]\d)/giu;

/** The figures of a text, in order. */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].map((match) => {
    const { currency, number = "0", scale, percent } = match.groups ?? {};
    const value = Number(number.replaceAll(",", "")) * (SCALES[scale?.toLowerCase() ?? ""] ?? 1);
    return {
      value: Number(value.toPrecision(12)),
      unit: percent ? "%" : (currency ?? ""),
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}
