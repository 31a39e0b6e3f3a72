const UNITS = ["byte", "kilobyte", "megabyte"] as const;

/** "812 bytes", "12 kB", "1.4 MB" of a number of bytes. */
export function sizeWords(bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 999_500 ? 1 : 2;
  const value = bytes / 1_000 ** step;
  return value.toLocaleString("en", {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    // The short form of a byte has no plural.
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step === 2 ? 1 : 0,
  });
}
