import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { hashEdition } from "@/lib/editions/hash";
import { editionJsonSchema } from "@/lib/editions/json-schema";
import { readingMinutes } from "@/lib/editions/reading-time";
import { testEdition } from "@/lib/editions/test-edition";

describe("the hash", () => {
  test("is of everything but itself, in any order of fields", () => {
    const edition = testEdition();
    const { hash, ...rest } = edition;
    expect(hashEdition(rest)).toBe(hash);
    expect(hashEdition(Object.fromEntries(Object.entries(edition).reverse()) as typeof edition)).toBe(hash);
    expect(hashEdition({ ...edition, title: "Another" })).not.toBe(hash);
  });
});

describe("reading time", () => {
  test("is at least a minute", () => {
    expect(readingMinutes(testEdition({ sections: [], highlights: [] }))).toBe(1);
  });

  test("is 238 words a minute", () => {
    const few = testEdition({ sections: [], highlights: [], thesis: [], title: "", standfirst: "" });
    const words = Array.from({ length: 238 * 10 }, () => "word").join(" ");
    expect(readingMinutes({ ...few, introductionText: words, closingText: "" })).toBe(10);
  });
});

describe("the published JSON Schema", () => {
  const schema = editionJsonSchema("https://plumbline.example");
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);

  test("is of the draft it says and has an address", () => {
    expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema.$id).toBe("https://plumbline.example/schema/edition.json");
  });

  test("accepts an edition", () => {
    expect(validate(JSON.parse(JSON.stringify(testEdition()))) || validate.errors).toBe(true);
  });

  test("refuses what is no edition", () => {
    const { hash: _, ...withoutHash } = testEdition();
    expect(validate(withoutHash)).toBe(false);
    expect(validate({ ...testEdition(), introduction: { type: "paragraph" } })).toBe(false);
    expect(validate({ ...testEdition(), more: 1 })).toBe(false);
  });
});
