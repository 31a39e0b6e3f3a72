import { expect, test } from "vitest";
import { deviceFit } from "@/components/desk/device-fit";

test("a device that fits is drawn as large as life", () => {
  expect(deviceFit("phone", { width: 1200, height: 1000 })).toEqual({
    page: { width: 390, height: 844 },
    scale: 1,
    outer: { width: 410, height: 864 },
  });
});

test("a low window shows less of the page, at its full width", () => {
  const { page, scale } = deviceFit("tablet", { width: 1200, height: 524 });
  expect([page, scale]).toEqual([{ width: 820, height: 500 }, 1]);
});

test("a narrow window draws the page smaller, and more of it", () => {
  const { page, scale, outer } = deviceFit("desk", { width: 642, height: 438 });
  expect([page, scale, outer]).toEqual([{ width: 1280, height: 800 }, 0.5, { width: 642, height: 438 }]);
});
