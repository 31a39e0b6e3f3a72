/** Calls back in a quiet moment, at the latest after two seconds; answers how to take that back. Not every browser has such moments. */
export function whenIdle(deed: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(deed, { timeout: 2_000 });
    return () => cancelIdleCallback(handle);
  }
  const handle = setTimeout(deed, 200);
  return () => clearTimeout(handle);
}
