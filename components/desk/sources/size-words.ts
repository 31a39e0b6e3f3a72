const UNITS = ["byte", "kilobyte", "megabyte"] as const;

/** "812 byte", "12 kB", "1.4 MB" of a number of bytes. */
export function sizeWords(bytes: number): string {
  const step = bytes < 1_000 ? 0 : bytes < 999_500 ? 1 : 2;
  const value = bytes / 1_000 ** step;
  return value.toLocaleString("en", {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: step === 2 ? 1 : 0,
  });
}
