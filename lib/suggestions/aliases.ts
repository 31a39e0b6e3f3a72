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
  const full = [...spelling]
    .filter(([, name]) => name.includes(" "))
    .map(([key, name]) => longName(key, name));
  const aliases = new Map(spelling);
  for (const key of spelling.keys()) {
    const [only, ...others] = full.filter((long) => long.key !== key && isShortFor(key, long));
    if (only && others.length === 0) aliases.set(key, only.name);
  }
  return aliases;
}

interface LongName {
  name: string;
  key: string;
  is: "person" | "organisation" | "thing";
  initials: string;
}

function longName(key: string, name: string): LongName {
  const words = name.split(" ");
  const isOrganisation =
    isOrganisationWord(words.at(-1) ?? "") || /^(?:Team|Bank|University)$/.test(words[0] ?? "");
  const capitals = key.split(" ").filter((word) => !/^(?:of|the|for|and|&)$/.test(word));
  return {
    name,
    key,
    is: isPersonLike(name) ? "person" : isOrganisation ? "organisation" : "thing",
    initials: capitals.map((word) => word[0]).join(""),
  };
}

function isShortFor(key: string, { key: whole, is, initials }: LongName): boolean {
  if (is === "thing") return false;
  if (whole.startsWith(`${key} `)) return is === "organisation" || !key.includes(" ");
  return whole.endsWith(` ${key}`) || (is === "organisation" && initials.length > 1 && initials === key);
}
