/**
 * What an address asks for under one name: its first value, or nothing. Without U+0000, which the database refuses and nobody
 * looks for.
 */
export function asked(value: string | string[] | undefined): string {
  return ((Array.isArray(value) ? value[0] : value) ?? "").replaceAll("\0", "");
}
