/** What may stand before a document type: white space, the declaration and other instructions, comments. */
const BEFORE: [opens: string, closes: string][] = [
  ["<?", "?>"],
  ["<!--", "-->"],
];

/**
 * Whether an XML document declares anything of its own: entities, which can grow without end or name files of this machine.
 * No feed or list of feeds needs that. The plain document type of old RSS is none.
 */
export function declaresEntities(xml: string): boolean {
  let at = 0;
  for (;;) {
    while (/[\s\uFEFF]/.test(xml.charAt(at))) at += 1;
    const skipped = BEFORE.find(([opens]) => xml.startsWith(opens, at));
    if (!skipped) break;
    const end = xml.indexOf(skipped[1], at + skipped[0].length);
    if (end < 0) return false;
    at = end + skipped[1].length;
  }
  if (!/^<!doctype/i.test(xml.slice(at, at + 9))) return /^<!entity/i.test(xml.slice(at, at + 8));
  const [declaration = ""] = xml.slice(at, at + 1_000).split(">", 1);
  return declaration.includes("[") || declaration.length === 1_000;
}
