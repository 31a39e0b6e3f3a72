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
