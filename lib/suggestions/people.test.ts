import { describe, expect, it } from "vitest";
import { isNamed } from "@/lib/preflight/speakers";
import { suggestKinds } from "@/lib/suggestions/suggest";

const speakerOf = (text: string) => suggestKinds([text])[0]?.[0]?.speaker;

describe("names that end like nouns of people", () => {
  it.each(["Reuters", "Sanders", "Chambers", "Glaziers"])("%s keeps its capital and is somebody", (name) => {
    expect(speakerOf(`${name} said on Tuesday that Halden would cut prices.`)).toBe(name);
    expect(isNamed(name)).toBe(true);
  });

  it.each(["Engineers", "Carmakers", "Cardiologists"])("%s at a sentence's beginning are people", (noun) => {
    expect(speakerOf(`${noun} say it is late.`)).toBe(noun.toLowerCase());
    expect(isNamed(noun)).toBe(false);
  });
});

describe("what a document says", () => {
  it.each([
    "Per the changelog, RISC-V support is new.",
    "According to the changelog, RISC-V support is new.",
    "Per the documentation, WebAssembly is slow.",
  ])("%s is told by nobody whom the sentence names besides", (text) => {
    expect(suggestKinds([text])[0]?.[0]).toMatchObject({ kind: "statement", speaker: null });
  });

  it("is its owner's, named with it", () => {
    expect(speakerOf("According to Orrin’s changelog, RISC-V support is new.")).toBe("Orrin");
  });

  it("is not said by those who only wrote it", () => {
    expect(speakerOf("The report was written by three former ministers.")).toBeNull();
  });
});
