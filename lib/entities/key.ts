/**
 * Forms of companies as they stand at the end of a name, without dots: the common ones of the Entity Legal Forms code list
 * (ISO 20275, kept by GLEIF). "Company" and "Group" are not among them: they are as often part of the name itself.
 */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  (
    "inc incorporated corp corporation co ltd limited llc llp lp plc pty pte ulc gmbh mbh ag kg kgaa se sa sas sarl " +
    "srl spa sl bv nv ab asa as a/s aps oy oyj kk"
  ).split(" "),
);

/** One way to write what looks the same: compatibility forms, apostrophes, hyphens, white space; nothing that cannot be seen. */
function plainly(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\u2018\u2019\u02BC]/gu, "'")
    .replace(/[\u2010\u2011]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
}

function withoutLegalForm(name: string): string {
  const [, rest = "", last = ""] = /^(.+?)[\s,]+(\S+)$/u.exec(name) ?? [];
  const isForm = LEGAL_FORMS.has(last.replaceAll(".", "").toLowerCase());
  return isForm ? rest.replace(/[\s,&]+$/u, "") : name;
}

const shorter = (name: string) =>
  withoutLegalForm(
    name
      .replace(/'s$/iu, "")
      .replace(/(?<=s)'$/iu, "")
      .replace(/^the (?=\S)/iu, ""),
  ).trim();

/**
 * A name without what may stand about it: the article before it, the possessive and the company's form after it. Letter case
 * stays. What would be left with nothing stays as it is ("The", "Inc.").
 */
export function bareName(name: string): string {
  let bare = plainly(name);
  for (let next = shorter(bare); next !== bare && next !== ""; next = shorter(bare)) bare = next;
  return bare;
}

/**
 * Whether words may be a name: they have an upper-case letter or a digit, as "Nordlicht", "iPhone" and "officials at Corvia" do,
 * or are written without letter case. "company" and "the company" are nouns for whomever was named before.
 */
export const isName = (words: string) =>
  !/\p{Ll}/u.test(words) || /[\p{Lu}\p{Lt}\p{N}]/u.test(bareName(words));

/** Case away as Unicode folds it, "ß" with "SS": there is no case folding in JavaScript, but upper and then lower case comes to it. */
const folded = (text: string) => text.toUpperCase().toLowerCase();

/**
 * The name as it is compared: two spellings with one key are one name. "The Corvia Inc.", "corvia’s" and "Corvia" are; "Corvia
 * Rail" is another. Empty only for what has nothing to be seen. The key of a key is itself.
 */
export function entityKey(name: string): string {
  let key = folded(bareName(name));
  for (let next = folded(bareName(key)); next !== key; next = folded(bareName(key))) key = next;
  return key;
}
