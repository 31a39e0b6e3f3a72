import { expect, test } from "vitest";
import { Failure, sentenceFor } from "./failure.ts";

test("what a person can mend is a sentence, a bug is not", () => {
  expect(sentenceFor(new Failure("Port 3000 is in use."))).toBe("Port 3000 is in use.");
  const forbidden = Object.assign(new Error("EACCES: permission denied"), {
    code: "EACCES",
    path: "/x/app.json",
  });
  expect(sentenceFor(forbidden)).toMatch(/^\/x\/app\.json may not be written/);
  expect(sentenceFor(new TypeError("undefined is not a function"))).toBeNull();
  expect(sentenceFor("words")).toBeNull();
});
