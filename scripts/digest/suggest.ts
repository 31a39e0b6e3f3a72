import { Command, Option } from "commander";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { bodyParagraphs } from "@/lib/suggestions/body";
import { type Suggestion, suggestKinds } from "@/lib/suggestions/suggest";
import { type Output, processOutput } from "@/scripts/digest/output";
import { readDigest } from "@/scripts/digest/read-digest";

function inWords({ kind, speaker, certainty, sentence, cue }: Suggestion): string {
  const word = kind === null ? "–" : KIND_MARKS[kind].word;
  const doubt = kind !== null && certainty === "possible" ? "?" : "";
  const why = kind === null || cue === null ? "" : `\n    “${cue}”`;
  return `  ${word}${doubt}${speaker === null ? "" : ` · ${speaker}`}: ${sentence}${why}`;
}

/** One thing said for each sentence of every story's body, in order; `story` is its number through the whole issue. */
export function suggestForIssue(issue: ImportedIssue, output: Output): void {
  const stories = issue.sections.flatMap((section) => section.stories);
  for (const [index, { headline, body }] of stories.entries()) {
    const story = index + 1;
    if (!output.json) output.say({ story }, `${story}. ${headline}`);
    for (const suggestion of suggestKinds(bodyParagraphs(body)).flat()) {
      const { sentence, kind, speaker, cue, certainty } = suggestion;
      output.say({ story, sentence, kind, speaker, cue, certainty }, inWords(suggestion));
    }
  }
}

/** `digest suggest <file>`: what each sentence of a digest looks like, without a database. */
export function suggestCommand(): Command {
  return new Command("suggest")
    .argument("<file>", "a digest, in text or Markdown")
    .description("suggest a kind and a speaker for each sentence of every story; nothing is kept")
    .addOption(new Option("--json", "one JSON object per line on standard output"))
    .action(async (file: string, options) => {
      const { issue } = await readDigest(file);
      suggestForIssue(issue, processOutput(Boolean(options.json)));
    });
}
