import { readFileSync } from "node:fs";
import type { JsonLd } from "@/lib/editions/json-ld";

// The vocabulary of schema.org, whole, as its makers publish it (package @vocabulary/schema, in N-Quads): every class with
// those it is a kind of, every property with the classes that it may stand on and what it may hold.

const NAMESPACE = "http://schema.org/";
const QUAD = /^<([^>]+)> <([^>]+)> <([^>]+)>/u;

const SAID = {
  "http://www.w3.org/2000/01/rdf-schema#subClassOf": "parents",
  "http://schema.org/domainIncludes": "domains",
  "http://schema.org/rangeIncludes": "ranges",
  "http://schema.org/supersededBy": "successors",
} as const;

interface Term {
  parents: string[];
  domains: string[];
  ranges: string[];
  /** What is to be used in its place; a term with one is out of use. */
  successors: string[];
}

function readVocabulary(): Map<string, Term> {
  const file = new URL(import.meta.resolve("@vocabulary/schema/schema.nq"));
  const terms = new Map<string, Term>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [, subject, predicate, object = ""] = QUAD.exec(line) ?? [];
    if (!subject?.startsWith(NAMESPACE)) continue;
    const name = subject.slice(NAMESPACE.length);
    const term = terms.get(name) ?? { parents: [], domains: [], ranges: [], successors: [] };
    terms.set(name, term);
    const said = SAID[predicate as keyof typeof SAID];
    if (said) term[said].push(object.replace(NAMESPACE, ""));
  }
  return terms;
}

const VOCABULARY = readVocabulary();
const isClass = (name: string) => /^[A-Z]/u.test(name) && VOCABULARY.has(name);

/** The property of that name; undefined where there is none, or only one that is out of use. */
function propertyOf(name: string): Term | undefined {
  const term = VOCABULARY.get(name);
  return term && term.domains.length > 0 && term.successors.length === 0 ? term : undefined;
}

/** Whether a plain value is one of these data types. */
const DATA_TYPES: Record<string, (value: unknown) => boolean> = {
  Text: (value) => typeof value === "string",
  URL: (value) => typeof value === "string" && URL.canParse(value),
  Date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/u.test(value),
  DateTime: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT.*Z$/u.test(value),
  Integer: Number.isInteger,
  Number: (value) => typeof value === "number",
};

function isA(type: string, wanted: string): boolean {
  return type === wanted || (VOCABULARY.get(type)?.parents ?? []).some((parent) => isA(parent, wanted));
}

const typesOf = (node: JsonLd) => [node["@type"] ?? []].flat().map(String);

const isNode = (value: unknown): value is JsonLd => typeof value === "object" && value !== null;
const isReference = (node: JsonLd) => Object.keys(node).join() === "@id";

function fits(value: unknown, ranges: readonly string[]): boolean {
  if (!isNode(value)) return ranges.some((range) => DATA_TYPES[range]?.(value));
  return isReference(value) || typesOf(value).some((type) => ranges.some((range) => isA(type, range)));
}

/** What in a node, and in all nodes within it, is not of the vocabulary: a line each. */
export function vocabularyFaults(node: JsonLd, place = ""): string[] {
  if (isReference(node)) return [];
  const types = typesOf(node);
  const here = `${place}${types.join("+") || "(no type)"}`;
  const unknown = types.length === 0 ? [here] : types.filter((type) => !isClass(type));
  const faults = unknown.map((type) => `${here}: there is no class ${type}`);
  for (const [name, value] of Object.entries(node).filter(([key]) => !key.startsWith("@"))) {
    const property = propertyOf(name);
    if (!property) {
      faults.push(`${here}: there is no property ${name}`);
      continue;
    }
    if (!types.some((type) => property.domains.some((domain) => isA(type, domain))))
      faults.push(`${here}: ${name} does not stand here`);
    for (const one of [value].flat()) {
      if (!fits(one, property.ranges)) faults.push(`${here}: ${name} does not hold ${JSON.stringify(one)}`);
      if (isNode(one)) faults.push(...vocabularyFaults(one, `${here}.${name}.`));
    }
  }
  return faults;
}
