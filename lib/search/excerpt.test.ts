import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, markHits } from "@/lib/search/excerpt";
import { likePatterns, queryWords, tsQuery } from "@/lib/search/words";

const shown = ({ text, hits }: { text: string; hits: [number, number][] }) =>
  hits.map(([from, to]) => text.slice(from, to));

describe("a query", () => {
  it("falls into words without operators; scripts without spaces into runs", () => {
    expect(queryWords("“GTC-2026” & (Nvidia | !x):*")).toEqual(["gtc", "2026", "nvidia", "x"]);
    expect(queryWords("小米 MiMo")).toEqual(["小米", "mimo"]);
    expect(tsQuery(["gtc", "20"])).toBe("'gtc' & '20':*");
    expect(tsQuery(["小米"])).toBe("('小' <-> '米')");
    expect(tsQuery([])).toBe("");
  });

  it("takes what ILIKE would read as a sign for itself", () => {
    expect(likePatterns("100%_\\", [])).toEqual(["%100\\%\\_\\\\%"]);
    expect(likePatterns("  ", [])).toEqual([]);
  });
});

describe("an excerpt", () => {
  it("stands around the first hit and marks every one", () => {
    const long = `${"Before that came much else. ".repeat(12)}The port charges by the hour; an hour costs more now. ${"And after. ".repeat(30)}`;
    const excerpt = excerptOf(long, ["hour"]);
    expect(excerpt?.text).toMatch(/^… .*charges by the hour; an hour costs.* …$/);
    expect(excerpt && shown(excerpt)).toEqual(["hour", "hour"]);
    expect(excerpt?.text.length).toBeLessThan(260);
    expect(excerptOf(long, ["absent"])).toBeNull();
  });

  it("marks the beginnings of words, of any case, and accents however they are written", () => {
    expect(shown(markHits("Über, überall; not darüber", queryWords("ÜBER")))).toEqual(["Über", "über"]);
    expect(shown(markHits("Cafe\u0301 noir", queryWords("café")))).toEqual(["Café"]);
    expect(shown(markHits("发布小米模型", queryWords("小米")))).toEqual(["小米"]);
  });

  it("points only at characters that are there, whatever the text and the query", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 400 }),
        fc.string({ unit: "binary", maxLength: 40 }),
        (text, query) => {
          const words = queryWords(query);
          for (const marked of [excerptOf(text, words), markHits(text, words)]) {
            const { text: cut, hits } = marked ?? { text: "", hits: [] };
            if (!hits.every(([from, to]) => 0 <= from && from < to && to <= cut.length)) return false;
          }
          return true;
        },
      ),
      { numRuns: 300 },
    );
  });
});
