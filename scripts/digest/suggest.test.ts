import { expect, it } from "vitest";
import { readIssueText } from "@/lib/importers/read-file";
import type { Output } from "@/scripts/digest/output";
import { suggestForIssue } from "@/scripts/digest/suggest";

const DIGEST = `# Week

## Chips

### Halden ships

Halden says the chip is fast. That may be so.

| Chip | Watts |
|---|---|
| Tarn 2 | 180 |

### Norvik buys

Norvik will buy back shares.
`;

it("says one thing for each sentence of every body, tables aside, by the story's number", () => {
  const said: object[] = [];
  const output: Output = { json: true, say: (value) => said.push(value), note: () => undefined };
  suggestForIssue(readIssueText("week.md", DIGEST).issue, output);
  expect(said).toEqual([
    {
      story: 1,
      sentence: "Halden says the chip is fast.",
      kind: "statement",
      speaker: "Halden",
      cue: "Halden says",
      certainty: "plain",
    },
    {
      story: 1,
      sentence: "That may be so.",
      kind: "analysis",
      speaker: null,
      cue: "That may",
      certainty: "plain",
    },
    {
      story: 2,
      sentence: "Norvik will buy back shares.",
      kind: "commitment",
      speaker: "Norvik",
      cue: "will buy",
      certainty: "possible",
    },
  ]);
});
