import { expect, it } from "vitest";
import { id } from "@/lib/id";

it("reads an id in capitals as the one it is", () => {
  expect(id.parse("0198C0DE-AAAA-7BBB-8CCC-ABCDEFABCDEF")).toBe("0198c0de-aaaa-7bbb-8ccc-abcdefabcdef");
  expect(id.safeParse("0198C0DE").success).toBe(false);
});
