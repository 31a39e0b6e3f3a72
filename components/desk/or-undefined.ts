/** What `deed` answers, or undefined where it throws: a browser's storage may be full, forbidden, or hold nonsense. */
export function orUndefined<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch {
    return undefined;
  }
}
