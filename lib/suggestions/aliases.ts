import { isPersonLike } from "@/lib/suggestions/names";
import { isOrganisationWord } from "@/lib/suggestions/nouns";

/** Two spellings of one name: letter case, typographic hyphens, an article, a company's form and titles aside. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, "-")
    .replaceAll("’", "'")
    .replace(/'s$/, "")
    .replace(/^(?:the|dr\.?|mr\.?|mrs\.?|ms\.?|prof\.?|sir|dame)\s+/, "")
    .replace(/,?\s+(?:inc|corp|ltd|llc|plc|ag|gmbh|co)\.?$/, "")
    .trim();
}

/**
 * Which full name each short one stands for, by `nameKey`: a person's surname or first name, an organisation's name without its
 * last word ("Orrin" for "Orrin Labs"), its initials. A short name that may stand for two stands for itself.
 * @param names as they occur, in order, repeated as often as they occur
 * @param known full names that the desk knows already; their spelling is kept
 */
export function aliasesOf(names: string[], known: string[] = []): Map<string, string> {
  const spelling = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const name of [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))) {
    const key = nameKey(name);
    const kept = spelling.get(key);
    // Of spellings as frequent, the one that is not all capitals reads as a name.
    const isBetter =
      kept !== undefined && kept === kept.toUpperCase() && counts.get(kept) === counts.get(name);
    if (kept === undefined || isBetter) spelling.set(key, name);
  }
  for (const name of known) spelling.set(nameKey(name), name);
  const full = [...spelling.values()].filter((name) => name.includes(" "));
  const aliases = new Map(spelling);
  for (const key of spelling.keys()) {
    const longer = full.filter((name) => nameKey(name) !== key && isShortFor(key, name));
    const [only] = longer;
    if (only && longer.length === 1) aliases.set(key, only);
  }
  return aliases;
}

function isShortFor(key: string, name: string): boolean {
  const whole = nameKey(name);
  const words = whole.split(" ");
  const last = name.split(" ").at(-1) ?? "";
  if (isPersonLike(name)) return whole.endsWith(` ${key}`) || words[0] === key;
  if (!isOrganisationWord(last) && !/^(?:Team|Bank|University)$/.test(name.split(" ")[0] ?? "")) return false;
  const initials = words.filter((word) => !/^(?:of|the|for|and|&)$/.test(word)).map((word) => word[0]);
  return (
    whole.startsWith(`${key} `) ||
    whole.endsWith(` ${key}`) ||
    (initials.length > 1 && initials.join("") === key)
  );
}
