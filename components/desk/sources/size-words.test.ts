import { expect, it } from "vitest";
import { sizeWords } from "@/components/desk/sources/size-words";

it("says how large something is, in one unit and the right number", () => {
  const said = [0, 1, 984, 999, 1_000, 12_345, 999_499, 999_500, 1_440_000].map(sizeWords);
  const small = ["0 bytes", "1 byte", "984 bytes", "999 bytes"];
  expect(said).toEqual([...small, "1 kB", "12 kB", "999 kB", "1 MB", "1.4 MB"]);
});
