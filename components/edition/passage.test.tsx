import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Passage } from "@/components/edition/passage";
import { testEvidence, testSource } from "@/lib/editions/test-parts";

function around(prefix: string, suffix: string): (string | undefined)[] {
  const item = testEvidence(testSource(1), "fares will fall", { prefix, suffix });
  const html = renderToStaticMarkup(
    <Passage item={item} claimId="claim" language="en" conditions={undefined} archived={null} />,
  );
  return [...html.matchAll(/class="around">([^<]*)</gu)].map((match) => match[1]);
}

test("the words around a passage are cut between words", () => {
  expect(around("n at the meeting of all holders ", " once they open a second har-bou")).toEqual([
    "… at the meeting of all holders ",
    " once they open a second …",
  ]);
});

test("a passage of a PDF names its page and leads to it", () => {
  const item = testEvidence(testSource(1), "fares will fall", { page: 4 });
  const html = renderToStaticMarkup(
    <Passage item={item} claimId="claim" language="en" conditions={undefined} archived={null} />,
  );
  expect(html).toMatch(/, page 4, as read on /u);
  expect(html).toContain("#page=4");
});

test("what ends with its text, or has no blanks, is whole", () => {
  expect(around("Next year ", " again.")).toEqual(["…Next year ", " again.\u00a0…"]);
  const unbroken = "明".repeat(32);
  expect(around(unbroken, unbroken)).toEqual([`…${unbroken}`, `${unbroken}…`]);
});
