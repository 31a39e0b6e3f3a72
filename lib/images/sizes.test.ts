import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestWidth, variantSizes } from "@/lib/images/sizes";

test.each([
  [
    { width: 4000, height: 3000 },
    [
      [640, 480],
      [1280, 960],
      [1920, 1440],
    ],
  ],
  [
    { width: 1000, height: 500 },
    [
      [640, 320],
      [1000, 500],
    ],
  ],
  [{ width: 640, height: 480 }, [[640, 480]]],
  [{ width: 32, height: 32 }, [[32, 32]]],
  [
    { width: 5000, height: 1 },
    [
      [640, 1],
      [1280, 1],
      [1920, 1],
    ],
  ],
  [{ width: 1000, height: 40_000 }, [[410, 16_383]]],
])("%o is kept as %j", (size, kept) => {
  expect(variantSizes(size).map(({ width, height }) => [width, height])).toEqual(kept);
});

test("at least one size, ascending, never larger than the picture, and one answers for every width", () => {
  const side = fc.integer({ min: 1, max: 50_000 });
  fc.assert(
    fc.property(side, side, fc.constantFrom(640, 1280, 1920), (width, height, asked) => {
      const widths = variantSizes({ width, height }).map((size) => {
        expect(size.width).toBeLessThanOrEqual(width);
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(16_383);
        return size.width;
      });
      expect(widths).toEqual([...new Set(widths)].sort((a, b) => a - b));
      expect(widths).toContain(nearestWidth(widths, asked));
    }),
  );
});
